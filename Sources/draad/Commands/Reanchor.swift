import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let reanchor = Command(
    name: "reanchor",
    summary: "Show codings whose words changed, and say where they stand now",
    arguments: .any("ID PLACE"),
    ownOptions: [.placesFrom, .coder, .codebook] + Option.writing,
    details: [
      "Every coding that is uncertain or detached, with its words before and after. In a terminal you"
        + " are asked about each; elsewhere they are listed, with exit status 1 when there are any.",
      "PLACE is here (the words shown are the right ones), gone (its words are gone), or a position"
        + " (FG07:12). --from reads them from a CSV file with the columns id and place, such as"
        + " --csv writes; rows without a place are left. All of its lines are taken, or none.",
    ],
    examples: [
      .init("draad reanchor", "Go through what is uncertain or detached."),
      .init("draad reanchor --csv -o lost.csv", "List them, to fill in the places."),
      .init("draad reanchor --from lost.csv", "Take the places from the file."),
      .init("draad reanchor 1a2b3c4d-7-1-00000000 here", "The words shown are the right ones."),
    ]
  ) { options, output in
    if let file = options.value(of: .placesFrom) {
      guard options.arguments.isEmpty else {
        throw Failure("--from stands alone, without ids", fix: "leave one of the two out")
      }
      let rows = try NamedRows(file, needed: ["id", "place"], known: nil)
      var work = try ReanchorWork(options, command: "--from \(Path.name(of: rows.path))")
      try rows.forEach { row in
        guard let place = row["place"] else { return }
        try work.put(row["id"] ?? "", at: place)
      }
      try work.write(on: &output)
      return .done
    }
    guard options.arguments.isEmpty else {
      guard options.arguments.count == 2 else {
        throw Failure("reanchor needs an id and a place", fix: "write draad reanchor ID here")
      }
      var work = try ReanchorWork(options, command: options.arguments.joined(separator: " "))
      try work.put(options.arguments[0], at: options.arguments[1])
      try work.write(on: &output)
      return .done
    }
    let lost = try StudyFolder(options).lostCodings()
    if lost.isEmpty {
      Messages.say("every coding stands on its words", isQuiet: options.contains(.quiet))
    }
    let isForPeople = try options.format() == .text && options.value(of: .output) == nil
    if isForPeople, Walk.isPossible {
      return try Reanchoring(lost).ask(options, on: &output)
    }
    if isForPeople {
      for coding in lost { try output.write(coding.text) }
    } else {
      try Table.lost(lost.map(\.row)).write(options, on: &output)
    }
    return lost.isEmpty ? .done : .found
  }
}

extension Option {
  static let placesFrom = Option(
    "from", .file("FILE"), "take the places from a CSV file; - is standard input")
}

/// A coding that is uncertain or detached, and has not been said to be gone.
struct LostCoding {
  let coding: LoggedCoding
  /// Nil when it is not here.
  let transcript: Transcript?
  /// Where most of its words are.
  let range: Range<Int>?
  /// The words that it was put on; nil when they were erased.
  let words: String?

  private var before: String { words ?? "(erased)" }

  private var now: String {
    guard let transcript else { return "no such transcript" }
    guard let range else { return "not found" }
    return "\(transcript.position(of: range)) \(transcript.excerpt(range))"
  }

  private var place: String { "\(coding.anchor.transcript):\(coding.anchor.span.firstTurn)" }

  /// For people, in three lines.
  var text: String {
    let lines = [
      "\(coding.id)  \(place) \(coding.code.split(separator: ":").last ?? "") by \(coding.coder)",
      "  before: \(before)",
      "  now:    \(now)",
    ]
    return lines.map { visible($0) + "\n" }.joined()
  }

  /// A row of the table that a user can fill in.
  var row: [String] {
    [coding.id.description, place, coding.code, coding.coder, before, now, ""]
  }
}

extension StudyFolder {
  /// The codings that are uncertain or detached.
  func lostCodings() throws -> [LostCoding] {
    let log = try CodingLog.read(codings).log
    return try lostCodings(log, log.state())
  }

  func lostCodings(_ log: CodingLog, _ state: LogState) throws -> [LostCoding] {
    let listed = try CorpusFolder.list(corpus).transcripts
    return Set(state.codings.map(\.anchor.transcript)).sorted().flatMap { id in
      let transcript = listed.first { $0.id == id }?.read().value
      return state.unplaced(id, in: transcript, log).filter { !$0.coding.isGone }.map {
        LostCoding(
          coding: $0.coding, transcript: transcript, range: $0.text,
          words: log.quotation(of: $0.coding))
      }
    }
  }
}

/// What one `draad reanchor` decides: all of it, or nothing.
private struct ReanchorWork {
  private let desk: Desk
  private let lost: [String: LostCoding]
  private var entry: LogEntry
  private var lines: [String] = []

  init(_ options: Options, command: String, among known: [LostCoding]? = nil) throws {
    desk = try Desk(options)
    let codings = try known ?? desk.folder.lostCodings(desk.log, desk.state)
    lost = Dictionary(uniqueKeysWithValues: codings.map { ($0.coding.id.description, $0) })
    entry = LogEntry(command: "reanchor " + command, codebook: desk.codebook)
  }

  /// Decides on one coding.
  mutating func put(_ id: String, at place: String) throws {
    guard let found = lost[id] else {
      throw Failure(
        "no uncertain or detached coding has the id \"\(id)\"", fix: "see draad reanchor")
    }
    let name = "\(found.coding.anchor.transcript) \(desk.title(found.coding.code))"
    if place == "gone" {
      entry.reanchor(found.coding, at: nil, in: nil, knowing: desk.state, in: desk.log)
      lines.append("\(name) is gone now: its words are no more")
      return
    }
    var (transcript, range) = (found.transcript, found.range)
    if place != "here" {
      guard place.contains(":") else {
        throw Failure(
          "\"\(place)\" is no place", fix: "say here, gone, or a position such as FG07:12")
      }
      let target = try CodingTarget(place, quotation: nil, transcript: desk.transcript)
      (transcript, range) = (target.transcript, target.range)
    }
    guard let transcript, let range else {
      throw Failure("its words are nowhere", fix: "give a position, or say gone")
    }
    entry.reanchor(found.coding, at: range, in: transcript, knowing: desk.state, in: desk.log)
    lines.append(
      "\(desk.title(found.coding.code)) stands at \(transcript.position(of: range)) now:"
        + " \(transcript.excerpt(range))")
  }

  func write(on output: inout Output) throws {
    try desk.write(
      entry, saying: lines.isEmpty ? ["no place was given"] : lines, on: &output)
  }
}

/// Asking the user about codings, one after the other; each answer is on the disk before the next.
private struct Reanchoring {
  private let lost: [LostCoding]

  init(_ lost: [LostCoding]) {
    self.lost = lost
  }

  func ask(_ options: Options, on output: inout Output) throws -> ExitStatus {
    var said: [Int: String] = [:]
    let walk = Walk(count: lost.count, keys: "here · gone · a position (FG07:12)")
    try walk.run { index in
      let before = said[index].map { "  you said: \(visible($0))\n" } ?? ""
      return "\(index + 1) of \(lost.count)  \(lost[index].text)" + before
    } answer: { index, answered in
      let id = lost[index].coding.id.description
      var work = try ReanchorWork(options, command: "\(id) \(answered.line)", among: lost)
      try work.put(id, at: answered.line)
      try work.write(on: &output)
      try output.flush()
      said[index] = answered.line
      return .next
    }
    return said.count == lost.count ? .done : .found
  }
}
