import CodingEngine
import Corpus
import FileSystem

extension Command {
  static let uncode = Command(
    name: "uncode",
    summary: "Take codes off a passage that you coded",
    arguments: .any("TARGET CODE"),
    names: [.passages, .codes],
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
    guard let target = options.arguments.first else {
      throw Failure("uncode needs a passage", fix: "write draad uncode FG07:12 CODE")
    }
    let desk = try Desk(options)
    let found = try OwnCodings(
      desk, target, quotation: options.value(of: .quote),
      codes: options.codeArguments)
    var entry = LogEntry(command: desk.command("uncode", options), codebook: desk.codebook)
    var lines: [String] = []
    for (coding, range) in found.list {
      entry.uncode(coding, in: desk.log)
      let place = found.transcript.position(of: range)
      lines.append(
        "took \(desk.title(coding.code)) off \(place): \(found.transcript.excerpt(range))")
    }
    try desk.write(entry, saying: lines, on: &output)
    return .done
  }

  static let recode = Command(
    name: "recode",
    summary: "Give a passage that you coded another code or level",
    arguments: .any("TARGET OLD NEW"),
    names: [.passages, .codes],
    ownOptions: [.quote, .level, .coder, .codebook],
    examples: [
      .init("draad recode FG07:12 zorgpeuters wachtlijsten", "Another code for turn 12."),
      .init(
        "draad recode FG07:12 samenwerking --level gemengd", "Another level for the same code."),
    ]
  ) { options, output in
    let words = options.arguments
    guard words.count == 3 || words.count == 2 && options.contains(.level) else {
      throw Failure(
        "recode needs a passage, its code, and a new code or level",
        fix: "write draad recode FG07:12 OLD NEW")
    }
    let desk = try Desk(options)
    let found = try OwnCodings(
      desk, words[0], quotation: options.value(of: .quote), codes: [words[1]])
    let (coding, range) = try found.single()
    let new = try words.dropFirst(2).first.map { try desk.codebook.index(named: $0) }
    let name = new.map(desk.name) ?? coding.code
    let level =
      try options.value(of: .level).map { try desk.level($0, of: name) }
      ?? desk.scale(of: name).first { $0.id == coding.level }?.id
    let place = found.transcript.position(of: range)
    func called(_ name: String, _ level: String?) -> String {
      desk.title(name) + (level.map { " (\($0))" } ?? "")
    }
    guard name != coding.code || level != coding.level else {
      throw Failure(
        "\(place) has \(called(name, level)) already", fix: "give another code or level")
    }
    var entry = LogEntry(command: desk.command("recode", options), codebook: desk.codebook)
    entry.recode(coding, to: name, level: level, in: desk.log)
    try desk.write(
      entry,
      saying: [
        "recoded \(place) from \(called(coding.code, coding.level)) to \(called(name, level)):"
          + " \(found.transcript.excerpt(range))"
      ], on: &output)
    return .done
  }

  static let resize = Command(
    name: "resize",
    summary: "Put a code that you gave on more or fewer words",
    arguments: .any("TARGET CODE NEW-TARGET"),
    names: [.passages, .codes],
    ownOptions: [.quote, .coder, .codebook],
    details: [
      "With --quote, the new words are those of the quotation, in NEW-TARGET, or in TARGET when it"
        + " is left out."
    ],
    examples: [
      .init("draad resize FG07:12 zorgpeuters FG07:12-13", "The code is on two turns now."),
      .init("draad resize FG07:12 zorgpeuters --quote korte", "It is on one word of the turn."),
    ]
  ) { options, output in
    let words = options.arguments
    guard words.count == 3 || words.count == 2 && options.contains(.quote) else {
      throw Failure(
        "resize needs a passage, a code and a new passage",
        fix: "write draad resize FG07:12 CODE FG07:12-13")
    }
    let desk = try Desk(options)
    let found = try OwnCodings(desk, words[0], quotation: nil, codes: [words[1]])
    let (coding, range) = try found.single()
    let target = try CodingTarget(
      words.count == 3 ? words[2] : words[0], quotation: options.value(of: .quote),
      transcript: desk.transcript)
    var entry = LogEntry(command: desk.command("resize", options), codebook: desk.codebook)
    entry.resize(
      coding, to: target.range, in: target.transcript, knowing: desk.state, in: desk.log)
    try desk.write(
      entry,
      saying: [
        "moved \(desk.title(coding.code)) from \(found.transcript.position(of: range))"
          + " to \(target.transcript.position(of: target.range)):"
          + " \(target.transcript.excerpt(target.range))"
      ], on: &output)
    return .done
  }
}

extension Desk {
  /// What was typed, without words of transcripts.
  func command(_ verb: String, _ options: Options) -> String {
    let level = options.value(of: .level).map { " --level \($0)" } ?? ""
    let quote = options.contains(.quote) ? " --quote …" : ""
    return "\(verb) \(options.arguments.joined(separator: " "))\(level)\(quote)"
  }

  /// The levels of a code of the log.
  func scale(of name: String) -> [Code.Level] {
    codebook.namesInLog()[name].map { codebook.codes[$0].scale } ?? []
  }

  /// The level of a code that the user names, by its id or its title.
  func level(_ text: String, of name: String) throws(Failure) -> String {
    let scale = scale(of: name)
    let folded = Folding.fold(text.utf8)
    let found = scale.first { level in
      [level.id, level.title].contains { Folding.fold($0.utf8) == folded }
    }
    guard let found else {
      throw Failure(
        "\(title(name)) has no level \"\(text)\"",
        fix: scale.isEmpty
          ? "code it without --level"
          : "its levels are \(scale.map(\.id).joined(separator: ", "))")
    }
    return found.id
  }
}
