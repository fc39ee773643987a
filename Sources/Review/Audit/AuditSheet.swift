public import CodingEngine
public import Corpus

/// Verdicts in a CSV file, from a spreadsheet or from the page of an audit: checked against the sample,
/// and trusted in nothing.
public enum AuditSheet {
  /// The columns that say what is decided; the first must be there.
  static let columns = ["place", "check", "verdict", "to", "words", "reason", "chosen"]
  /// Columns that are there for people to read, and are passed over.
  static let readOnly = ["position", "speaker", "before", "passage", "after", "code", "title"]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Named in diagnostics only.
  ///   - audit: What it must fit.
  ///   - corpus: Where the places are.
  /// - Returns: An answer for each row that says something, or every fault there is.
  public static func read(
    bytes: [UInt8], path: String, for audit: Audit, in corpus: CodedCorpus
  ) -> Read<[AuditAnswer]> {
    let text = SeparatedText.read(bytes: bytes, path: path)
    guard let rows = text.value?.rows else { return Read(nil, text.diagnostics) }
    guard let head = rows.first else {
      return Read(
        nil,
        [Diagnostic(.error, path: path, "the file is empty", fix: "draad audit sheet makes one")])
    }
    let heads = names(in: head, path)
    guard heads.value != nil else { return Read(nil, heads.diagnostics) }
    var reader = RowReader(head: head.map { $0.text.lowercased() }, path: path, audit, corpus)
    for row in rows.dropFirst() { reader.read(row) }
    return Read(reader.answers, text.diagnostics + reader.diagnostics)
  }

  private static func names(in head: [SeparatedText.Cell], _ path: String) -> Read<[String]> {
    var seen: Set<String> = []
    var faults: [Diagnostic] = []
    for cell in head {
      let name = cell.text.lowercased()
      let isKnown = columns.contains(name) || readOnly.contains(name)
      if isKnown, seen.insert(name).inserted { continue }
      faults.append(
        Diagnostic(
          .error, path: path, at: cell.position,
          isKnown
            ? "the column \(name) stands there twice" : "there is no column \"\(name.prefix(40))\"",
          fix: "the columns are \(columns.joined(separator: ", "))"))
    }
    for name in ["place", "check"] where !seen.contains(name) {
      faults.append(
        Diagnostic(
          .error, path: path, at: FilePosition(line: 1, column: 1), "the column \(name) is missing",
          fix: "draad audit sheet makes a file with all columns"))
    }
    return Read(Array(seen), faults)
  }
}

/// Goes along the rows of a file.
private struct RowReader {
  private let head: [String]
  private let path: String
  private let audit: Audit
  private let corpus: CodedCorpus
  private var seen: Set<Int> = []
  var answers: [AuditAnswer] = []
  var diagnostics: [Diagnostic] = []

  init(head: [String], path: String, _ audit: Audit, _ corpus: CodedCorpus) {
    self.head = head
    self.path = path
    self.audit = audit
    self.corpus = corpus
  }

  mutating func read(_ row: [SeparatedText.Cell]) {
    guard row.count <= head.count else {
      return report(
        row[head.count], "this row has \(row.count) values, and the first line names \(head.count)",
        fix: "put text that holds a comma in double quotes")
    }
    var cells: [String: SeparatedText.Cell] = [:]
    for (name, cell) in zip(head, row) { cells[name] = cell }
    func text(_ name: String) -> String { Self.plain(cells[name]?.text ?? "") }
    let number = text("place")
    guard number.utf8.count < 8, let index = Int(number),
      (1...max(1, audit.places.count)).contains(index),
      !audit.places.isEmpty
    else {
      return report(
        cells["place"] ?? row[0], "there is no place \"\(number.prefix(40))\"",
        fix: "the places of \(audit.name) are 1 to \(audit.places.count)")
    }
    let place = audit.places[index - 1]
    guard text("check").lowercased() == place.check else {
      return report(
        cells["check"] ?? row[0], "the check of place \(index) is \(place.check), not this one",
        fix: "the row belongs to another audit, or was changed")
    }
    guard seen.insert(index).inserted else {
      return report(
        cells["place"] ?? row[0], "place \(index) stands there twice", fix: "keep one of the rows")
    }
    var typed = AuditAnswer.Typed()
    typed.verdict = text("verdict")
    typed.newCode = text("to")
    typed.words = text("words")
    typed.reason = text("reason")
    typed.chosen = text("chosen")
    if typed.isEmpty {
      if typed != AuditAnswer.Typed() {
        report(
          cells["verdict"] ?? row[0], "place \(index) has words and no verdict", fix: "give one")
      }
      return
    }
    do throws(AuditFault) {
      guard place.place != nil else {
        throw AuditFault(
          "the words of place \(index) are not in the study any more", fix: "leave it open")
      }
      answers.append(
        try AuditAnswer(typed, on: place, isBlind: audit.logged.audit.isBlind, in: corpus))
    } catch {
      report(cells["verdict"] ?? row[0], "place \(index): \(error.message)", fix: error.fix)
    }
  }

  private mutating func report(_ cell: SeparatedText.Cell, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, path: path, at: cell.position, message, fix: fix))
  }

  /// Without the mark that keeps spreadsheets from taking a text for a formula.
  private static func plain(_ text: String) -> String {
    guard text.hasPrefix("'"), let next = text.utf8.dropFirst().first,
      "=+-@\t\r".utf8.contains(next)
    else { return text }
    return String(text.dropFirst())
  }
}
