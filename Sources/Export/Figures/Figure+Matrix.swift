public import Corpus
import CodingEngine

/// Shaded numbers in rows and columns: light is little, dark is much, in colour and in grey.
struct MatrixFigure {
  /// One row or column.
  struct Line {
    let title: String
    /// How far a row is indented.
    var indent = 0
  }

  /// What stands where a row and a column meet.
  struct Cell {
    let value: Double
    let text: String
    /// Whether it is another kind of number, such as the diagonal, that takes no part in the shades.
    var isPlain = false
  }

  let title: String
  let description: String
  let rows: [Line]
  let columns: [Line]
  /// For each row a cell for each column; nil where there is nothing to say.
  let cells: [[Cell?]]

  /// From near white to the accent; dark ones carry white numbers.
  private static let shades = [
    "#f4f7f9", "#d9e6ee", "#bcd3e1", "#94b9cf", "#4a86aa", "#256e98", "#0b5a86",
  ]

  /// Draws it, with notes under it.
  func figure(_ talk: Talk, notes: [String]) -> Figure {
    let most = cells.joined().compactMap(\.self).filter { !$0.isPlain }.map(\.value).max() ?? 0
    let labels = rows.map { SVG.width($0.title) + Double($0.indent) * 12 }.max() ?? 0
    let left = min(340, max(120, labels)) + 26
    let wide = max(
      26, (cells.joined().compactMap { $0.map { SVG.width($0.text, size: 9) } }.max() ?? 0) + 8)
    let top = 46 + min(150, columns.map { SVG.width($0.title, size: 10) }.max() ?? 0)
    var svg = SVG()
    svg.text(title, x: 16, y: 26, size: 14, isBold: true)
    for (index, column) in columns.enumerated() {
      let x = left + (Double(index) + 0.5) * wide + 3
      svg.text(SVG.cut(column.title, to: 150, size: 10), x: x, y: top - 6, size: 10, turned: -90)
    }
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * 18
      let indent = Double(row.indent) * 12
      svg.text(
        SVG.cut(row.title, to: left - 26 - indent), x: 16 + indent, y: y + 13,
        isBold: row.indent == 0)
      for (number, cell) in cells[index].enumerated() {
        draw(cell, x: left + Double(number) * wide, y: y, wide: wide, most: most, into: &svg)
      }
    }
    let width = max(560, left + Double(columns.count) * wide + 16)
    let bottom = talk.writeNotes(
      notes, into: &svg, x: 16, y: top + Double(rows.count) * 18 + 20, width: width)
    return Figure(
      svg: svg.document(title: title, description: description, width: width, height: bottom))
  }

  private func draw(
    _ cell: Cell?, x: Double, y: Double, wide: Double, most: Double, into svg: inout SVG
  ) {
    guard let cell else {
      svg.text("·", x: x + wide / 2, y: y + 12, anchor: .middle, size: 9, fill: SVG.soft)
      return
    }
    var step = -1
    if !cell.isPlain, cell.value > 0, most > 0 {
      step = min(6, max(0, Int(((cell.value / most).squareRoot() * 7).rounded(.up)) - 1))
      svg.rectangle(x: x, y: y, width: wide - 1, height: 17, fill: Self.shades[step])
    }
    svg.text(
      cell.text, x: x + (wide - 1) / 2, y: y + 12, anchor: .middle, size: 9,
      fill: step >= 4 ? "#ffffff" : cell.value == 0 || cell.isPlain ? SVG.soft : SVG.ink)
  }
}

extension Talk {
  /// How strongly each code goes together with each.
  ///
  /// - Parameters:
  ///   - unit: What the codes meet in.
  ///   - association: What the cells say.
  ///   - language: Of its words.
  /// - Returns: Shaded numbers, those of the table of the same name.
  public func cooccurrenceFigure(
    by unit: Unit = .turn, as association: Association = .count, in language: Language
  ) -> Figure {
    let table = cooccurrence(by: unit, as: association, of: sharedUnits(unit), in: language)
    let first = table.columns.firstIndex { $0.key.hasPrefix("code=") } ?? table.columns.count
    let cells = table.rows.enumerated().map { row, entry in
      entry.cells[first...].enumerated().map { column, cell in
        matrixCell(cell, isPlain: row == column, in: language)
      }
    }
    let lines = zip(codes, table.rows).map {
      MatrixFigure.Line(title: label(of: $0), indent: $1.indent)
    }
    return MatrixFigure(
      title: table.title, description: table.notes.first ?? table.title, rows: lines,
      columns: lines, cells: cells
    ).figure(self, notes: table.notes)
  }

  /// How often each code occurs in each group.
  ///
  /// - Parameters:
  ///   - grouping: What the columns stand for.
  ///   - figures: What the cells say.
  ///   - showingPrivate: Whether the values of a private variable may be read.
  ///   - language: Of its words.
  /// - Returns: Shaded numbers, those of the table of the same name.
  public func groupsFigure(
    by grouping: Grouping = .role, as figures: Figures = .perThousand,
    showingPrivate: Bool = false, in language: Language
  ) -> Figure {
    let table = crosstab(
      by: grouping, as: figures, showingPrivate: showingPrivate, in: language)
    let shown = table.columns.indices.filter {
      table.columns[$0].isValue || table.columns[$0].key == "total"
    }
    let rows = Array(table.rows.prefix(codes.count))
    return MatrixFigure(
      title: table.title, description: table.notes.first ?? table.title,
      rows: zip(codes, rows).map { MatrixFigure.Line(title: label(of: $0), indent: $1.indent) },
      columns: shown.map { MatrixFigure.Line(title: table.columns[$0].heading) },
      cells: rows.map { row in
        shown.map { column in
          matrixCell(
            row.cells[column], isPlain: table.columns[column].key == "total", in: language)
        }
      }
    ).figure(self, notes: table.notes)
  }

  private func matrixCell(
    _ cell: Table.Cell, isPlain: Bool, in language: Language
  ) -> MatrixFigure.Cell? {
    switch cell {
    case .count(let count):
      MatrixFigure.Cell(value: Double(count), text: String(count), isPlain: isPlain)
    case .decimal(let value), .coefficient(let value):
      MatrixFigure.Cell(
        value: value, text: cell.printed(in: language), isPlain: isPlain)
    case .text, .label, .share, .people, .undefined, .blank: nil
    }
  }
}
