import CodingEngine
import Corpus

extension Quotations {
  /// A row for each quotation: the code path in columns, who and where, and the variables.
  ///
  /// Private variables have a column only when they may be read. The columns of variables are named
  /// `transcript_…` and `speaker_…`, so that none can be taken for another.
  public func table() -> Table {
    let rows = QuotationRows(of: self)
    return rows.table(list.indices.map(rows.row))
  }

  /// The table as CSV, UTF-8: a row is forgotten as soon as it is written.
  func csvBytes() -> [UInt8] {
    let rows = QuotationRows(of: self)
    return rows.table([]).csvBytes(of: list.indices.lazy.map(rows.row))
  }
}

/// What makes the rows of the table of quotations.
private struct QuotationRows {
  private let quotations: Quotations
  private let columns: [Table.Column]
  /// The columns of variables.
  private let ofTranscripts, ofSpeakers: [String]
  /// For each code the cells that name it: its id and title, and its path from the top.
  private let names, paths: [[Table.Cell]]

  init(of quotations: Quotations) {
    self.quotations = quotations
    let (list, shown) = (quotations.list, quotations.showsPrivate)
    // By index: else each quotation is copied.
    ofTranscripts = variableKeys(
      list.indices.lazy.map { list[$0].variables }, showingPrivate: shown)
    ofSpeakers = variableKeys(
      list.indices.lazy.map { list[$0].speaker.variables }, showingPrivate: shown)
    let book = quotations.codebook
    let depth = book.codes.map(\.depth).max() ?? 0
    names = book.codes.map { [.text($0.id.description), .text($0.title)] }
    paths = book.codes.indices.map { code in
      let path = (book.ancestors(of: code) + [code]).map { book.codes[$0].id.description }
      return (0..<depth).map { $0 < path.count ? .text(path[$0]) : .blank }
    }
    columns = quotations.columns(
      depth: depth, ofTranscripts: ofTranscripts, ofSpeakers: ofSpeakers)
  }

  func table(_ rows: [Table.Row]) -> Table {
    let language = quotations.language
    return Table(
      shape: "quotations", title: language.say(.quotations), language: language,
      columns: columns, rows: rows, notes: quotations.notes)
  }

  /// One cell for each column.
  func row(at index: Int) -> Table.Row {
    let list = quotations.list
    var cells: [Table.Cell] = []
    cells.reserveCapacity(columns.count)
    cells.append(.text(list[index].id))
    cells += names[list[index].code]
    cells.append(cell(list[index].level))
    cells += paths[list[index].code]
    cells.append(.text(list[index].transcript))
    cells.append(.count(list[index].turn))
    cells.append(.count(list[index].inTurn.lowerBound))
    cells.append(.count(list[index].inTurn.upperBound))
    cells.append(.count(list[index].inText.lowerBound))
    cells.append(.count(list[index].inText.upperBound))
    cells.append(.text(list[index].position))
    cells.append(.text(list[index].text))
    cells.append(.text(list[index].standing.rawValue))
    cells.append(people(list[index].people.coders))
    cells.append(people(list[index].people.reviewers))
    cells.append(.text(list[index].speaker.label))
    cells.append(cell(list[index].speaker.role))
    cells.append(cell(list[index].speaker.person))
    appendVariables(list[index].variables, at: ofTranscripts, to: &cells)
    appendVariables(list[index].speaker.variables, at: ofSpeakers, to: &cells)
    return Table.Row(cells)
  }

  private func cell(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .blank }

  private func people(_ names: [String]) -> Table.Cell {
    names.isEmpty ? .blank : .text(names.joined(separator: "; "))
  }
}

extension Quotations {
  /// The columns, in the order of the cells below.
  fileprivate func columns(
    depth: Int, ofTranscripts: [String], ofSpeakers: [String]
  ) -> [Table.Column] {
    func column(
      _ key: String, _ phrase: Phrase, _ kind: Table.Column.Kind = .text,
      for audience: Table.Column.Audience = .programs
    ) -> Table.Column {
      Table.Column(key, language.say(phrase), kind, for: audience)
    }
    var columns = [
      column("id", .quotationID, for: .everybody), column("code", .code, for: .everybody),
      column("code_title", .title), column("level", .level),
    ]
    columns += (0..<depth).map { column("code_\($0 + 1)", .code) }
    columns += [
      column("transcript", .transcript), column("turn", .turns, .number),
      column("start", .start, .number), column("end", .end, .number),
      column("text_start", .start, .number), column("text_end", .end, .number),
      column("position", .position, for: .everybody),
      column("quotation", .quotation, for: .everybody), column("status", .status),
      column("coders", .coders), column("reviewers", .reviewers),
      column("speaker", .speaker, for: .everybody), column("role", .role, for: .everybody),
      column("person", .person),
    ]
    columns += ofTranscripts.map { Table.Column("transcript_\($0)", $0, .text, for: .programs) }
    return columns
      + ofSpeakers.map { Table.Column("speaker_\($0)", $0, .text, for: .programs) }
  }
}

/// The names of the variables that may be read, in the order of code points.
///
/// A name is hidden everywhere when it is private in one place.
func variableKeys(_ lists: some Sequence<[Variable]>, showingPrivate: Bool) -> [String] {
  var keys: [String] = []
  var hidden: [String] = []
  // They are few, and a look through the list is cheaper than a hash.
  for list in lists {
    for variable in list {
      if !keys.contains(variable.key) { keys.append(variable.key) }
      if variable.isPrivate, !showingPrivate, !hidden.contains(variable.key) {
        hidden.append(variable.key)
      }
    }
  }
  return keys.filter { !hidden.contains($0) }.sorted(by: precedes)
}

/// Appends the values of variables, one for each key.
func appendVariables(
  _ variables: [Variable], at keys: [String], to cells: inout [Table.Cell]
) {
  for key in keys {
    let index = variables.firstIndex { $0.key == key }
    cells.append(index.map { .text(variables[$0].value) } ?? .blank)
  }
}
