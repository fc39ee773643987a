import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let code = Command(
    name: "code",
    summary: "Code a passage by hand",
    arguments: .any("TARGET CODE"),
    ownOptions: [.quote, .level, .memoText, .newCode, .inVivo, .from, .coder, .codebook],
    details: [
      "TARGET is a turn (FG07:12), part of one (FG07:12.10-85: code points from 0), or several"
        + " (FG07:12-15). With --quote it is the words given, which must stand there once.",
      "--from reads a CSV file with the columns position, code and, if you like, quote, level and"
        + " memo; - is standard input. All its lines are coded, or none.",
    ],
    examples: [
      .init("draad code FG07:12 zorgpeuters", "Code the whole of turn 12."),
      .init("draad code FG07:12 zorgpeuters --quote korte", "Code a word in it."),
      .init("draad code FG07:12 --new Lijntjes", "Make a code while reading, and use it."),
      .init("draad code --from codings.csv", "Code many passages at once."),
    ]
  ) { options, output in
    let desk = try Desk(options)
    let work =
      if let file = options.value(of: .from) {
        try CodingWork(
          desk,
          rows: NamedRows(
            file, needed: ["position", "code"],
            known: ["position", "code", "quote", "level", "memo"]), options)
      } else {
        try CodingWork(desk, options)
      }
    try desk.write(work.entry, saying: work.lines, on: &output)
    return .done
  }
}

extension Option {
  static let quote = Option(
    "quote", .text("WORDS"), "words of the passage, which must stand there once")
  static let level = Option("level", .text("LEVEL"), "the level of the code's scale")
  static let memoText = Option("memo", .text("TEXT"), "a note on the coding")
  static let newCode = Option(
    "new", .text("TITLE"), isRepeatable: true, "make a code with this title, and use it")
  static let inVivo = Option(
    "in-vivo", .text("WORDS"), "make a code called by words of the passage, and code them")
  static let from = Option("from", .file("FILE"), "code what a CSV file says; - is standard input")
}

/// What one `draad code` does: events for the log, and what it says about them.
struct CodingWork {
  private let desk: Desk
  private(set) var entry: LogEntry
  private(set) var lines: [String] = []
  private var transcripts: [String: Transcript] = [:]
  private var existing: Set<String> = []
  private var book: Codebook
  private var made: Set<String> = []

  private init(_ desk: Desk, command: String) {
    self.desk = desk
    book = desk.codebook
    entry = LogEntry(command: command, codebook: desk.codebook)
  }

  /// One passage with some codes.
  init(_ desk: Desk, _ options: Options) throws {
    guard let target = options.arguments.first else {
      throw Failure("code needs a passage and a code", fix: "write draad code FG07:12 CODE")
    }
    self.init(desk, command: Self.command(options))
    let quotation = options.value(of: .inVivo) ?? options.value(of: .quote)
    let passage = try CodingTarget(target, quotation: quotation) { try transcript($0) }
    let titles = options.values(of: .newCode) + (options.value(of: .inVivo).map { [$0] } ?? [])
    var names = try titles.map { try makeCode($0) }
    names += try options.arguments.dropFirst().map { desk.name(try codeNamed($0)) }
    guard !names.isEmpty else {
      throw Failure("code needs a code", fix: "write draad code \(target) CODE, or --new TITLE")
    }
    for name in names {
      try add(name, options.value(of: .level), passage, memo: options.value(of: .memoText))
    }
  }

  /// What was typed, without words of transcripts.
  private static func command(_ options: Options) -> String {
    let titles = options.values(of: .newCode).map { "--new \"\($0)\"" }
    let hidden = [Option.quote, .inVivo, .memoText].filter(options.contains)
      .map { "--\($0.name) …" }
    return (["code"] + options.arguments + titles + hidden).joined(separator: " ")
  }

  /// The rows of a file; every fault is shown, and then nothing is coded.
  init(_ desk: Desk, rows: NamedRows, _ options: Options) throws {
    guard options.arguments.isEmpty else {
      throw Failure(
        "--from stands alone, without passages and codes", fix: "leave one of the two out")
    }
    self.init(desk, command: "code --from \(Path.name(of: rows.path)) (\(rows.rows.count) rows)")
    try rows.forEach { row in
      let passage = try CodingTarget(row["position"] ?? "", quotation: row["quote"]) {
        try transcript($0)
      }
      let name = desk.name(try codeNamed(row["code"] ?? ""))
      try add(name, row["level"], passage, memo: row["memo"])
    }
    if lines.count > 20 {
      lines = lines.prefix(20) + ["… and \(lines.count - 20) more: \(rows.rows.count) rows read"]
    }
  }

  private mutating func transcript(_ id: String) throws -> Transcript {
    if let known = transcripts[id] { return known }
    let transcript = try desk.transcript(id)
    transcripts[id] = transcript
    for coding in desk.state.codings
    where coding.anchor.transcript == id && coding.coder == desk.coder.name {
      existing.insert(Self.key(coding.code, coding.level, id, coding.anchor.span))
    }
    return transcript
  }

  private func codeNamed(_ name: String) throws -> Int {
    do {
      return try book.code(named: name)
    } catch {
      throw Failure(error.description, fix: "draad codebook show lists the codes; --new makes one")
    }
  }

  /// Makes a code, unless it is there: its id is made of the words of its title.
  private mutating func makeCode(_ title: String) throws -> String {
    guard let id = CodeID(title: title) else {
      throw Failure("\"\(title)\" gives no code an id", fix: "use a title with letters")
    }
    let name = "\(book.id):\(id)"
    if book.index(of: id) == nil, made.insert(name).inserted {
      entry.newCode(name, title: title)
      lines.append("made a new code \(id): \(title)")
    }
    return name
  }

  private mutating func add(
    _ name: String, _ level: String?, _ passage: CodingTarget, memo: String?
  ) throws {
    if let level {
      let scale = book.namesInLog()[name].map { book.codes[$0].scale.map(\.id) } ?? []
      guard scale.contains(level) else {
        throw Failure(
          "\(desk.title(name)) has no level \"\(level)\"",
          fix: scale.isEmpty
            ? "leave the level out" : "its levels are \(scale.joined(separator: ", "))")
      }
    }
    let (transcript, range) = (passage.transcript, passage.range)
    let place = transcript.position(of: range)
    let span = transcript.turnPositions(of: range)
    let words = transcript.excerpt(range)
    let isNew = existing.insert(Self.key(name, level, transcript.id, span)).inserted
    guard isNew else {
      lines.append("\(place) has \(desk.title(name)) from you already: \(words)")
      return
    }
    entry.code(name, level: level, range, in: transcript, knowing: desk.state)
    if let memo { entry.memoOnCoding(memo, by: desk.writer) }
    let grade = level.map { " (\($0))" } ?? ""
    lines.append("coded \(place) \(desk.title(name))\(grade): \(words)")
    let isModerators = transcript.turns(in: range).allSatisfy {
      transcript.speakers[transcript.turns[$0].speaker].isModerator
    }
    if isModerators { lines.append("  a moderator says so: in tables only with --speakers all") }
  }

  private static func key(
    _ code: String, _ level: String?, _ transcript: String, _ span: TurnPositions
  ) -> String {
    "\(code) \(level ?? "") \(transcript) \(span.firstTurn).\(span.start)-\(span.lastTurn).\(span.end)"
  }
}
