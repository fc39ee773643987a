import CodingEngine
import Corpus
import Review

/// A unit on which coders differ, with what each made of it.
public struct DifferingUnit: Sendable, Hashable {
  /// An index into the places of the units.
  public let unit: Int
  /// Where it is and what it says.
  public let text: UnitText
  /// The codes on which they differ, in the order of the book.
  public let codes: [Int]
  /// For each coder what they gave it, as people read it: `zorgpeuters; samenwerking (gemengd)`.
  public let codings: [String]
}

extension CoderComparison {
  /// Every unit on which the coders differ in one of the codes that are compared, or in its level.
  public func differingUnits() -> [DifferingUnit] {
    let found = Dictionary(grouping: units.disagreements(on: codes), by: \.unit)
    let indices = found.keys.sorted()
    return zip(indices, texts(of: indices)).map { unit, text in
      DifferingUnit(
        unit: unit, text: text, codes: found[unit, default: []].map(\.code),
        codings: raters.indices.map { codings(of: unit, by: $0) })
    }
  }

  /// What a coder gave a unit; empty for nothing.
  private func codings(of unit: Int, by coder: Int) -> String {
    let given = (units.codes(of: unit, by: coder) ?? []).intersection(codes).sorted()
    return given.map { code in
      let levels = units.levels(of: unit, by: coder, code: code)
        .map { codebook.codes[code].scale[$0].id }
      let id = codebook.codes[code].id.description
      return levels.isEmpty ? id : "\(id) (\(levels.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  /// Every unit on which the coders differ: both codings, the words, and what the codes mean.
  ///
  /// The column `agreed` is empty: filled in, the file is what `draad adjudicate --from` reads.
  ///
  /// - Parameter isWanted: Which of them to show.
  /// - Returns: A row for each unit.
  public func disagreements(where isWanted: (DifferingUnit) -> Bool = { _ in true }) -> Table {
    let found = differingUnits().filter(isWanted)
    let rules = raters.contains(.engine) ? RuleFindings(of: self) : nil
    return Table(
      shape: "disagreements", title: language.say(.disagreements), language: language,
      columns: disagreementColumns(withRules: rules != nil),
      rows: found.map { row($0, rules) },
      notes: notes([.differences(found.count, of: units.places.count)]) + definitions(found))
  }

  private func disagreementColumns(withRules: Bool) -> [Table.Column] {
    func column(
      _ key: String, _ phrase: Phrase, _ kind: Table.Column.Kind = .text,
      for audience: Table.Column.Audience = .programs
    ) -> Table.Column {
      Table.Column(key, language.say(phrase), kind, for: audience)
    }
    let coders = raters.map { rater in
      Table.Column("codes_\(rater.key)", rater.name, .text, isValue: true)
    }
    return [
      column("position", .position, for: .everybody), column("transcript", .transcript),
      column("turn", .turns, .number), column("start", .start, .number),
      column("end", .end, .number), column("speaker", .speaker, for: .everybody),
      column("role", .role),
    ] + coders + [column("differ", .differingCodes)]
      + (withRules ? [column("rules", .rules, for: .everybody)] : [])
      + [
        column("words", .quotation, for: .everybody), column("definitions", .definitions),
        column("agreed", .agreedCodes),
      ]
  }

  private func row(_ found: DifferingUnit, _ rules: RuleFindings?) -> Table.Row {
    let transcript = transcripts[found.text.transcript].transcript
    let speaker = found.text.turn.map { transcript.speakers[transcript.turns[$0].speaker] }
    let span = found.text.range.map { transcript.turnPositions(of: $0) }
    func text(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .blank }
    func count(_ count: Int?) -> Table.Cell { count.map { .count($0) } ?? .blank }
    var cells: [Table.Cell] = [
      .text(found.text.position), .text(transcript.id), count(span?.firstTurn), count(span?.start),
      count(span?.end), text(speaker?.label), text(speaker?.role),
    ]
    cells += found.codings.map { .text($0) }
    let differ = found.codes.map { codebook.codes[$0].id.description }
    cells.append(.text(differ.joined(separator: "; ")))
    if let rules { cells.append(.text(rules.names(on: found).joined(separator: "; "))) }
    let meanings = found.codes.map(definition).joined(separator: "\n")
    return Table.Row(cells + [.text(found.text.words), .text(meanings), .blank])
  }

  /// What the codes mean on which coders differ, for the foot.
  private func definitions(_ found: [DifferingUnit]) -> [String] {
    Set(found.flatMap(\.codes)).sorted().map(definition)
  }

  /// `zorgpeuters: Overgang …: what the book says of it`.
  public func definition(of code: Int) -> String {
    let entry = codebook.codes[code]
    let prose = entry.definition.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(entry.id): \(entry.title)" + (prose.isEmpty ? "" : ". \(prose)")
  }

  /// What two coders called the same units, in counts of units.
  ///
  /// - Parameters:
  ///   - one: The index of the coder of the rows.
  ///   - other: The index of the coder of the columns.
  /// - Returns: A row and a column for each code that one of them used, and for nothing.
  public func matrix(_ one: Int = 0, _ other: Int = 1) -> Table {
    let used = codes.sorted().filter { units.codedCount(of: [$0]) > 0 }
    let matrix = ConfusionMatrix(of: units, codes: used, one: one, other: other)
    let names: [Table.Cell] =
      used.map { .text(codebook.codes[$0].id.description) } + [.label(.noCode)]
    let columns = used.map { code in
      let id = codebook.codes[code].id.description
      return Table.Column("code=\(id)", id, .number, isValue: true)
    }
    return Table(
      shape: "confusion", title: language.say(.matrixOfCodes), language: language,
      columns: [Table.Column("code", language.say(.code), .text)] + columns
        + [Table.Column("none", language.say(.noCode), .number)],
      rows: names.indices.map { row in
        Table.Row([names[row]] + names.indices.map { .count(matrix[row, $0]) })
      },
      notes: notes([.rows(raters[one].name, columns: raters[other].name), .matrixCells]))
  }
}

extension Rater {
  /// The name in the names of columns: that of the coder's folder.
  fileprivate var key: String {
    (try? Coder(name).folder) ?? "engine"
  }
}
