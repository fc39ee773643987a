import CodingEngine
import Corpus

extension Quotations {
  /// A row for each quotation: the code path in columns, who and where, and the variables.
  ///
  /// Private variables have a column only when they may be read. The columns of variables are named
  /// `transcript_…` and `speaker_…`, so that none can be taken for another.
  public func table() -> Table {
    let depth = codebook.codes.map(\.depth).max() ?? 0
    // By index: else each quotation is copied.
    let ofTranscripts = variableKeys(
      list.indices.lazy.map { list[$0].variables }, showingPrivate: showsPrivate)
    let ofSpeakers = variableKeys(
      list.indices.lazy.map { list[$0].speaker.variables }, showingPrivate: showsPrivate)
    let paths = codebook.codes.indices.map { pathCells($0, depth: depth) }
    let columns = columns(depth: depth, ofTranscripts: ofTranscripts, ofSpeakers: ofSpeakers)
    return Table(
      shape: "quotations", title: language.say(.quotations), language: language, columns: columns,
      rows: list.map { quotation in
        var cells: [Table.Cell] = []
        cells.reserveCapacity(columns.count)
        cells += codeCells(quotation)
        cells += paths[quotation.code]
        cells += placeCells(quotation)
        cells.append(people(quotation.people.coders))
        cells.append(people(quotation.people.reviewers))
        cells += speakerCells(quotation.speaker)
        cells += variableCells(quotation.variables, at: ofTranscripts)
        cells += variableCells(quotation.speaker.variables, at: ofSpeakers)
        return Table.Row(cells)
      },
      notes: notes)
  }

  /// The columns, in the order of the cells below.
  private func columns(
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

  private func codeCells(_ quotation: Quotation) -> [Table.Cell] {
    let code = codebook.codes[quotation.code]
    return [
      .text(quotation.id), .text(code.id.description), .text(code.title),
      quotation.level.map { .text($0) } ?? .blank,
    ]
  }

  /// The code under its ancestors, from the top.
  private func pathCells(_ code: Int, depth: Int) -> [Table.Cell] {
    let path = (codebook.ancestors(of: code) + [code]).map { codebook.codes[$0].id.description }
    return (0..<depth).map { $0 < path.count ? .text(path[$0]) : .blank }
  }

  private func placeCells(_ quotation: Quotation) -> [Table.Cell] {
    [
      .text(quotation.transcript), .count(quotation.turn),
      .count(quotation.inTurn.lowerBound), .count(quotation.inTurn.upperBound),
      .count(quotation.inText.lowerBound), .count(quotation.inText.upperBound),
      .text(quotation.position), .text(quotation.text), .text(quotation.standing.rawValue),
    ]
  }

  private func people(_ names: [String]) -> Table.Cell {
    names.isEmpty ? .blank : .text(names.joined(separator: "; "))
  }

  private func speakerCells(_ speaker: Speaker) -> [Table.Cell] {
    [
      .text(speaker.label), speaker.role.map { .text($0) } ?? .blank,
      speaker.person.map { .text($0) } ?? .blank,
    ]
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

/// The values of variables, one for each key.
func variableCells(_ variables: [Variable], at keys: [String]) -> [Table.Cell] {
  keys.map { key in variables.first { $0.key == key }.map { .text($0.value) } ?? .blank }
}
