import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let codebookSplit = Command(
    name: "codebook split",
    summary: "Make several codes of one, and say what becomes of its codings",
    arguments: .any("CODE"),
    names: [.codes],
    ownOptions: [.parts, .moveTo, .codingDecisions, .give, .list] + Option.editing
      + Option.writing,
    details: [
      "Each of the new codes gets the text, examples and rules of the old one: edit them apart."
        + " --into may name the old one too: then it stays.",
      "--list shows its codings. As CSV, with codes written into the column code, they come back with"
        + " --from; --give says it for one, --to for all others. A coding about which nothing is"
        + " said stays, shown as on a code that is gone.",
    ],
    examples: [
      .init("draad codebook split tijd --into haast,wachten --list", "Show its codings."),
      .init("draad codebook split tijd --into haast,wachten --from tijd.csv", "Do as a file says."),
      .init("draad codebook split tijd --into tijd,haast --give FG07:12=haast", "Say it here."),
    ]
  ) { options, output in
    guard options.arguments.count == 1, let name = options.arguments.first else {
      throw Failure(
        "split needs one code", fix: "write draad codebook split CODE --into NEW,NEW")
    }
    var work = try BookEdit(options, "split", onlyReading: options.contains(.list))
    let parts = Self.parts(options.values(of: .parts))
    let code = try work.edit { editor throws(CodebookEditError) in
      try editor.split(name, into: parts)
    }
    return try work.finish("split", [code], options, on: &output)
  }

  static let codebookDelete = Command(
    name: "codebook delete",
    summary: "Take codes out of the codebook, and say what becomes of their codings",
    arguments: .any("CODE"),
    names: [.codes],
    ownOptions: [.moveTo, .codingDecisions, .give, .list] + Option.editing + Option.writing,
    details: [
      "--list shows the codings that people gave them. As CSV, with codes written into the column"
        + " code, they come back with --from; --give says it for one, --to for all others. A coding"
        + " about which nothing is said stays, shown as on a code that is gone."
    ],
    examples: [
      .init("draad codebook delete wachten --dry-run", "Show what would change."),
      .init("draad codebook delete wachten --to tijd", "Its codings become codings of tijd."),
    ]
  ) { options, output in
    guard !options.arguments.isEmpty else {
      throw Failure("delete needs a code", fix: "write draad codebook delete CODE")
    }
    var work = try BookEdit(options, "delete", onlyReading: options.contains(.list))
    let codes = try work.edit { editor throws(CodebookEditError) in
      try editor.delete(options.arguments)
    }
    return try work.finish("delete", codes, options, on: &output)
  }

  /// `a,b` or `a: Title`.
  private static func parts(_ texts: [String]) -> [(id: String, title: String?)] {
    texts.flatMap { text -> [(id: String, title: String?)] in
      if let colon = text.firstIndex(of: ":") {
        let title = text[text.index(after: colon)...].drop { $0 == " " }
        return [(String(text[..<colon]), String(title))]
      }
      return text.split(separator: ",", omittingEmptySubsequences: false).map {
        (String($0.drop { $0 == " " }), nil)
      }
    }
  }
}

extension Option {
  static let parts = Option(
    "into", .text("CODES"), isRepeatable: true,
    "ids with commas between, or \"id: Title\", once for each")
  static let codingDecisions = Option(
    "from", .file("FILE"), "a CSV file with columns position, code, and coder if you like")
  static let give = Option(
    "give", .pair("POSITION=CODE"), isRepeatable: true, "the code for the codings there")
  static let list = Option("list", .flag, "only list the codings by people")
}

extension BookEdit {
  /// Says what becomes of the codings of codes, and writes, or lists them.
  fileprivate mutating func finish(
    _ kind: String, _ codes: [CodeID], _ options: Options, on output: inout Output
  ) throws -> ExitStatus {
    let touched = try self.touched(codes)
    if options.contains(.list) {
      let language = book.language.flatMap(Language.init(rawValue:)) ?? .en
      try touched.table(in: language).write(options, on: &output)
      return .done
    }
    let edited = try edit { editor throws(CodebookEditError) in try editor.read() }
    let fates = try CodingFates(touched, edited, options)
    var kept = 0
    let most = 20
    for (index, coded) in touched.entries.enumerated() {
      let fate = fates.codes[index]
      if let fate {
        let isSame = edited.codes[fate].scale.contains { $0.id == coded.coding.level }
        entry.recode(
          coded.coding, to: "\(book.id):\(edited.codes[fate].id)",
          level: isSame ? coded.coding.level : nil, in: log)
      } else {
        kept += 1
      }
      let isLiving = edited.namesInLog()[coded.coding.code] != nil
      let words =
        fate.map { "is \(edited.codes[$0].id) now" }
        ?? (isLiving ? "stays" : "stays, on a code that is gone")
      if index < most { lines.append("\(CodingFates.name(coded)) \(words)") }
    }
    let count = touched.entries.count
    if count > most { lines.append("… and \(count - most) more: --list shows all") }
    let all = count == 1 ? "1 coding by hand" : "\(count) codings by hand"
    lines.append("\(all): \(count - kept) with another code, \(kept) as they were")
    let names = edited.namesInLog()
    let own = book.namesInLog()
    let verdicts = state.decisions.count {
      $0.coding == nil && own[$0.code] != nil && names[$0.code] == nil
    }
    if verdicts > 0 {
      lines.append("\(verdicts) verdicts on what rules proposed stay in the log, without effect")
    }
    try finish(kind, codes, on: &output)
    return .done
  }

  /// The codings of some codes.
  private func touched(_ codes: [CodeID]) throws -> CodingList {
    let names = book.namesInLog()
    let wanted = Set(codes.compactMap(book.index(of:)))
    let own = state.codings.filter { names[$0.code].map(wanted.contains) == true }
    let files = try CorpusFolder.list(folder.corpus).transcripts
    var entries: [CodingList.Entry] = []
    var placed: Set<LogReference> = []
    for id in Set(own.map(\.anchor.transcript)).sorted() {
      guard let transcript = files.first(where: { $0.id == id })?.read().value else { continue }
      let found = state.place(in: transcript, log) { coding in
        !coding.isGone && names[coding.code].map(wanted.contains) == true
      }
      for (coding, range) in found {
        placed.insert(coding.id)
        entries.append(
          CodingList.Entry(
            coding: coding, position: transcript.position(of: range),
            words: log.quotation(of: coding)))
      }
    }
    for coding in own where !placed.contains(coding.id) {
      entries.append(
        CodingList.Entry(coding: coding, position: nil, words: log.quotation(of: coding)))
    }
    return CodingList(entries)
  }
}
