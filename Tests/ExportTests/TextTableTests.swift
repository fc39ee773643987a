import Testing

@testable import Export

@Suite struct `Text tables` {
  private static let texts = [
    "", "code", "een wat langere titel", "中文", "👩‍👩‍👧", "e\u{301}é", "a\u{202E}b", "blank  ",
    "onafgebrokenlangwoord", " voor",
  ]

  private static func cell(_ random: inout SeededGenerator) -> Table.Cell {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: .text(texts.randomElement(using: &random) ?? "")
    case 1: .label(.total)
    case 2: .count(Int.random(in: -12...12_345, using: &random))
    case 3: .decimal(Double.random(in: -9...9, using: &random))
    case 4: .coefficient(.nan)
    case 5: .share(part: 3, whole: Int.random(in: 0...9, using: &random))
    case 6: .people(part: 6, whole: 22)
    case 7: .undefined
    default: .blank
    }
  }

  private static func table(_ random: inout SeededGenerator) -> Table {
    let columns = (0..<Int.random(in: 1...6, using: &random)).map { number in
      Table.Column(
        "key\(number)", texts.randomElement(using: &random) ?? "",
        [.text, .number, .share].randomElement(using: &random) ?? .text,
        for: [.everybody, .everybody, .people, .programs].randomElement(using: &random)
          ?? .everybody)
    }
    let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      Table.Row(
        indent: Int.random(in: 0...3, using: &random), columns.map { _ in cell(&random) })
    }
    return Table(
      shape: "random", title: "Titel", language: .nl, columns: columns, rows: rows,
      notes: ["noot"])
  }

  /// As wide as it takes, cell by cell.
  private func slowText(_ table: Table) -> String {
    let shown = table.columns.indices.filter { table.columns[$0].audience != .programs }
    func cell(_ row: Table.Row, _ index: Int) -> String {
      let isIndented = index == 0 && table.columns[index].kind == .text
      return String(repeating: " ", count: isIndented ? row.indent * 2 : 0)
        + visible(row.cells[index].printed(in: .nl))
    }
    func indent(_ row: Table.Row, _ index: Int) -> Int { index == 0 ? row.indent * 2 : 0 }
    let headings = shown.map { visible(table.columns[$0].heading) }
    let widths = zip(shown, headings).map { index, heading in
      let words = heading.split(separator: " ").map { displayWidth(String($0)) }
      let cells = table.rows.map {
        displayWidth(visible($0.cells[index].printed(in: .nl))) + indent($0, index)
      }
      return (words + cells).max() ?? 0
    }
    func line(_ texts: [String]) -> String {
      let cells = texts.indices.map { number in
        let blanks = String(
          repeating: " ", count: max(0, widths[number] - displayWidth(texts[number])))
        let isText = table.columns[shown[number]].kind == .text
        return isText ? texts[number] + blanks : blanks + texts[number]
      }
      var line = cells.joined(separator: "  ")
      while line.utf8.last == 0x20 { line.unicodeScalars.removeLast() }
      return line
    }
    let broken = zip(headings, widths).map { wrapped($0, to: $1) }
    let height = broken.map(\.count).max() ?? 0
    var lines = ["Titel", ""]
    for index in 0..<height {
      lines.append(
        line(
          broken.map { heading in
            let missing = height - heading.count
            return index < missing ? "" : heading[index - missing]
          }))
    }
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    if !shown.isEmpty {
      // Whatever is wider than its column, with its indent in a narrow one, is broken.
      for row in table.rows {
        let cells = zip(shown, widths).map { index, width -> [String] in
          guard table.columns[index].kind == .text else { return [cell(row, index)] }
          let stand = min(indent(row, index), max(0, width - 8))
          return wrapped(visible(row.cells[index].printed(in: .nl)), to: width - stand).map {
            String(repeating: " ", count: stand) + $0
          }
        }
        for index in 0..<(cells.map(\.count).max() ?? 0) {
          lines.append(line(cells.map { index < $0.count ? $0[index] : "" }))
        }
      }
    }
    return (lines + ["", "noot"]).joined(separator: "\n") + "\n"
  }

  @Test(arguments: [UInt64](1...200)) func `equal those made of padded texts`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let table = Self.table(&random)
    #expect(Array(table.text().utf8) == Array(slowText(table).utf8))
  }

  @Test func `break texts in a narrow terminal under their indent`() {
    let table = Table(
      shape: "narrow", title: "Smal", language: .nl,
      columns: [Table.Column("code", "code", .text), Table.Column("count", "aantal", .number)],
      rows: [
        Table.Row([.text("een lange naam van een code"), .count(12)]),
        Table.Row(indent: 1, [.text("nog een lange naam"), .count(7)]),
      ], notes: [])
    let expected = """
      Smal

      code              aantal
      ────────────────  ──────
      een lange naam        12
      van een code
        nog een lange        7
        naam

      """
    #expect(table.text(width: 24) == expected)
  }
}
