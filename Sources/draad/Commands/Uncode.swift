import CodingEngine
import Corpus
import FileSystem

extension Command {
  static let uncode = Command(
    name: "uncode",
    summary: "Take codes off a passage that you coded",
    arguments: .any("TARGET CODE"),
    ownOptions: [.quote, .coder, .codebook],
    details: [
      "Takes your own codings with these codes off a passage, or all of yours there when no code is"
        + " given. What others coded is theirs."
    ],
    examples: [
      .init("draad uncode FG07:12 zorgpeuters", "Take one code off turn 12."),
      .init("draad uncode FG07:12", "Take off all codes that you gave turn 12."),
    ]
  ) { options, output in
    let desk = try Desk(options)
    let found = try OwnCodings(desk, options, codes: Array(options.arguments.dropFirst()))
    var entry = LogEntry(
      command: "uncode " + options.arguments.joined(separator: " "), codebook: desk.codebook)
    var lines: [String] = []
    for (coding, range) in found.list {
      entry.uncode(coding, in: desk.log)
      lines.append(
        "took \(desk.title(coding.code)) off \(found.transcript.position(of: range)):"
          + " \(found.transcript.excerpt(range))")
    }
    try desk.write(entry, saying: lines, on: &output)
    return .done
  }

  static let recode = Command(
    name: "recode",
    summary: "Give a passage that you coded another code or level",
    arguments: .any("TARGET OLD NEW"),
    ownOptions: [.quote, .level, .coder, .codebook],
    examples: [
      .init("draad recode FG07:12 zorgpeuters wachtlijsten", "Another code for turn 12."),
      .init(
        "draad recode FG07:12 samenwerking --level gemengd", "Another level for the same code."),
    ]
  ) { options, output in
    let desk = try Desk(options)
    guard options.arguments.count >= 2 else {
      throw Failure("recode needs a passage and a code", fix: "write draad recode FG07:12 OLD NEW")
    }
    let found = try OwnCodings(desk, options, codes: [options.arguments[1]]).single()
    let new =
      try options.arguments.dropFirst(2).first.map { name in
        desk.name(try desk.code(named: name))
      } ?? found.coding.code
    var entry = LogEntry(
      command: "recode " + options.arguments.joined(separator: " "), codebook: desk.codebook)
    entry.recode(found.coding, to: new, level: options.value(of: .level), in: desk.log)
    let place = found.transcript.position(of: found.range)
    try desk.write(
      entry,
      saying: [
        "recoded \(place) from \(desk.title(found.coding.code)) to \(desk.title(new)):"
          + " \(found.transcript.excerpt(found.range))"
      ], on: &output)
    return .done
  }

  static let resize = Command(
    name: "resize",
    summary: "Put a code that you gave on more or fewer words",
    arguments: .any("TARGET CODE NEW-TARGET"),
    ownOptions: [.quote, .coder, .codebook],
    details: ["With --quote, the new words are those of the quotation, in NEW-TARGET."],
    examples: [
      .init("draad resize FG07:12 zorgpeuters FG07:12-13", "The code is on two turns now.")
    ]
  ) { options, output in
    let desk = try Desk(options)
    guard options.arguments.count == 3 else {
      throw Failure(
        "resize needs a passage, a code and a new passage",
        fix: "write draad resize FG07:12 CODE FG07:12-13")
    }
    var plain = Options()
    plain.arguments = options.arguments
    let found = try OwnCodings(desk, plain, codes: [options.arguments[1]]).single()
    let target = try CodingTarget(
      options.arguments[2], quotation: options.value(of: .quote), transcript: desk.transcript)
    var entry = LogEntry(
      command: "resize " + options.arguments.joined(separator: " "), codebook: desk.codebook)
    entry.resize(
      found.coding, to: target.range, in: target.transcript, knowing: desk.state, in: desk.log)
    try desk.write(
      entry,
      saying: [
        "moved \(desk.title(found.coding.code)) from \(found.transcript.position(of: found.range))"
          + " to \(target.transcript.position(of: target.range)):"
          + " \(target.transcript.excerpt(target.range))"
      ], on: &output)
    return .done
  }
}

/// The coder's own codings in a passage that the user names.
struct OwnCodings {
  let transcript: Transcript
  let list: [(coding: LoggedCoding, range: Range<Int>)]

  init(_ desk: Desk, _ options: Options, codes names: [String]) throws {
    guard let target = options.arguments.first else {
      throw Failure("a passage is needed", fix: "write for example FG07:12")
    }
    let passage = try CodingTarget(
      target, quotation: options.value(of: .quote), transcript: desk.transcript)
    let codes = try Set(names.map { try desk.code(named: $0) })
    let known = desk.codebook.namesInLog()
    let found = desk.state.place(in: passage.transcript, desk.log) { coding in
      coding.coder == desk.coder.name
        && (codes.isEmpty || known[coding.code].map(codes.contains) == true)
    }
    transcript = passage.transcript
    list = found.filter { $0.range.overlaps(passage.range) }
    if list.isEmpty {
      let what = names.isEmpty ? "no code" : names.joined(separator: " or ") + " not"
      throw Failure(
        "\(passage.transcript.position(of: passage.range)) has \(what) from you",
        fix: "draad quotes --coder \"\(desk.coder.name)\" shows what you coded")
    }
  }

  /// The only one, or the reason why it must be said which.
  func single() throws -> (coding: LoggedCoding, transcript: Transcript, range: Range<Int>) {
    guard list.count == 1, let only = list.first else {
      let places = list.map { transcript.position(of: $0.range) }.joined(separator: ", ")
      throw Failure(
        "there are \(list.count) of them: \(places)", fix: "give one of these positions")
    }
    return (only.coding, transcript, only.range)
  }
}

extension Desk {
  /// The index of the code that the user names.
  func code(named name: String) throws -> Int {
    do {
      return try codebook.code(named: name)
    } catch {
      throw Failure(error.description, fix: "draad codebook show lists the codes")
    }
  }
}
