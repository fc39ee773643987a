import CodingEngine
import Corpus
import FileSystem

/// What one `draad code` does: events for the log, and what it says about them.
struct CodingWork {
  private let desk: Desk
  private(set) var entry: LogEntry
  private(set) var lines: [String] = []
  private var transcripts: [String: Transcript] = [:]
  /// Levels of the coder's own codings, by code and span.
  private var existing: [String: String?] = [:]
  private var made: Set<String> = []

  private var book: Codebook { desk.codebook }

  /// One passage with some codes.
  init(_ desk: Desk, _ options: Options) throws {
    guard let target = options.arguments.first else {
      throw Failure("code needs a passage and a code", fix: "write draad code FG07:12 CODE")
    }
    let quotation = options.value(of: .inVivo) ?? options.value(of: .quote)
    try Self.refuseSlips(options, desk.codebook, quotation)
    self.desk = desk
    entry = LogEntry(command: "code", codebook: desk.codebook)
    let passage = try CodingTarget(target, quotation: quotation) { try transcript($0) }
    let titles = options.values(of: .newCode) + (options.value(of: .inVivo).map { [$0] } ?? [])
    var names = try options.codeArguments.map { desk.name(try index(of: $0)) }
    names += try titles.map { try makeCode($0) }
    guard !names.isEmpty else {
      throw Failure("code needs a code", fix: "write draad code \(target) CODE, or --new TITLE")
    }
    entry.command = Self.command(options, passage, names.map(desk.title))
    try add(names, options.value(of: .level), passage, memo: options.value(of: .memoText))
  }

  /// What was done, without words of transcripts.
  private static func command(
    _ options: Options, _ passage: CodingTarget, _ names: [String]
  ) -> String {
    let level = options.value(of: .level).map { ["--level \($0)"] } ?? []
    let hidden = [Option.newCode, .inVivo, .memoText].filter(options.contains)
      .map { "--\($0.name) …" }
    let place = passage.transcript.position(of: passage.range)
    return (["code", place] + names + level + hidden).joined(separator: " ")
  }

  /// What is easily written in the wrong way.
  private static func refuseSlips(
    _ options: Options, _ book: Codebook, _ quotation: String?
  ) throws(Failure) {
    let places = options.arguments.filter { $0.contains(":") && !$0.hasPrefix("\(book.id):") }
    if let first = options.arguments.first, !first.contains(":"), let place = places.first,
      (try? book.code(named: first)) != nil
    {
      throw Failure(
        "\(first) is a code, and the passage comes first",
        fix: "write draad code \(place) \(first)")
    }
    if places.count > 1 {
      throw Failure(
        "code takes one passage: \(places.joined(separator: ", "))",
        fix: "code them one by one, name several turns as FG07:12-15, or use --from")
    }
    let quotes: [Character] = ["“", "”", "„", "«", "»", "‘", "’"]
    if let quotation, let sign = quotation.first, quotes.contains(sign),
      !quotation.dropFirst().contains(where: quotes.contains)
    {
      throw Failure(
        "\(sign) does not hold the words of --quote together", fix: "write --quote \"WORDS\"")
    }
  }

  /// The rows of a file; every fault is shown, and then nothing is coded.
  init(_ desk: Desk, rows: NamedRows, _ options: Options) throws {
    guard options.arguments.isEmpty else {
      throw Failure(
        "--from stands alone, without passages and codes", fix: "leave one of the two out")
    }
    self.desk = desk
    entry = LogEntry(
      command: "code --from \(Path.name(of: rows.path)) (\(rows.rows.count) rows)",
      codebook: desk.codebook)
    try rows.forEach { row in
      if row["code"] == nil, row["words"] != nil { return }
      let passage = try CodingTarget(row["position"] ?? "", quotation: row["quote"]) {
        try transcript($0)
      }
      let name = desk.name(try index(of: row["code"] ?? ""))
      try add([name], row["level"], passage, memo: row["memo"])
    }
    if lines.count > 20 {
      lines = lines.prefix(20) + ["… and \(lines.count - 20) more: \(rows.rows.count) rows read"]
    }
  }

  private mutating func transcript(_ id: String) throws -> Transcript {
    if let known = transcripts[id] { return known }
    let transcript = try desk.transcript(id)
    transcripts[id] = transcript
    let own = desk.state.place(in: transcript, desk.log) { $0.coder == desk.coder.name }
    for (coding, range) in own {
      existing.updateValue(coding.level, forKey: Self.key(coding.code, transcript, range))
    }
    return transcript
  }

  private func index(of name: String) throws(Failure) -> Int {
    try book.index(named: name, fix: "draad codebook show lists the codes; --new makes one")
  }

  /// Makes a code, unless it is there: its id is made of the words of its title.
  private mutating func makeCode(_ title: String) throws -> String {
    guard let id = CodeID(title: title) else {
      throw Failure("\"\(title)\" gives no code an id", fix: "use a title with letters")
    }
    let folded = Folding.fold(title.utf8)
    let known =
      book.index(of: id) ?? book.codes.firstIndex { Folding.fold($0.title.utf8) == folded }
    if let known {
      lines.append("\(book.codes[known].id) is there already: \(book.codes[known].title)")
      return desk.name(known)
    }
    let name = "\(book.id):\(id)"
    if made.insert(name).inserted {
      entry.newCode(name, title: title)
      lines.append("made a new code \(id): \(title)")
    }
    return name
  }

  private mutating func add(
    _ names: [String], _ level: String?, _ passage: CodingTarget, memo: String?
  ) throws {
    let (transcript, range) = (passage.transcript, passage.range)
    let place = transcript.position(of: range)
    let words = transcript.excerpt(range)
    var (coded, known): ([String], [String]) = ([], [])
    for name in names {
      let level = try level.map { try desk.level($0, of: name) }
      let title = desk.title(name) + (level.map { " (\($0))" } ?? "")
      let key = Self.key(name, transcript, range)
      if let other = existing.updateValue(level, forKey: key) {
        guard other == level else {
          throw Failure(
            "\(place) has \(desk.title(name))\(other.map { " (\($0))" } ?? "") from you already",
            fix: "draad recode \(place) \(desk.title(name))\(level.map { " --level \($0)" } ?? "")"
              + " changes the level")
        }
        known.append(title)
        continue
      }
      entry.code(name, level: level, range, in: transcript, knowing: desk.state)
      if let memo { entry.memoOnCoding(memo, by: desk.writer) }
      coded.append(title)
    }
    if !known.isEmpty {
      let list = known.joined(separator: ", ")
      lines.append("\(place) has \(list) from you already: \(words)")
    }
    if coded.isEmpty { return }
    lines.append("coded \(place) \(coded.joined(separator: ", ")): \(words)")
    let isModerators = transcript.turns(in: range).allSatisfy {
      transcript.speakers[transcript.turns[$0].speaker].isModerator
    }
    if isModerators { lines.append("  a moderator says so: in tables only with --speakers all") }
  }

  private static func key(_ code: String, _ transcript: Transcript, _ range: Range<Int>) -> String {
    "\(code) \(transcript.position(of: range))"
  }
}

extension Options {
  /// The codes after the passage, with blanks or commas between.
  var codeArguments: [String] {
    arguments.dropFirst().flatMap { $0.split(separator: ",").map(String.init) }
  }
}
