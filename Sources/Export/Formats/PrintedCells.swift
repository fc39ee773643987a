/// The cells of a table as they are printed: UTF-8, row by row.
struct PrintedCells {
  /// How far the first cell of each row stands in.
  let indents: [Int]
  /// How many cells a row has.
  private let columns: Int
  /// All cells, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var widths: [Int] = []

  /// Prints some columns of a table.
  init(of table: Table, columns: [Int]) {
    self.columns = columns.count
    indents = table.rows.map { $0.indent * 2 }
    ends.reserveCapacity(table.rows.count * columns.count)
    widths.reserveCapacity(table.rows.count * columns.count)
    for row in table.rows {
      for index in columns { append(row.cells[index], in: table.language) }
    }
  }

  private mutating func append(_ cell: Table.Cell, in language: Language) {
    let start = bytes.count
    switch cell {
    case .text(let text): bytes.append(visible(text))
    case .label(let phrase): bytes.append(visible(language.say(phrase)))
    default: cell.append(in: language, to: &bytes)
    }
    let isASCII = bytes.span.extracting(start...).isASCII
    ends.append(bytes.count)
    widths.append(
      isASCII
        ? bytes.count - start
        : displayWidth(String(decoding: bytes[start...], as: UTF8.self)))
  }

  /// A cell as text.
  subscript(row: Int, column: Int) -> String {
    String(decoding: bytes[range(row * columns + column)], as: UTF8.self)
  }

  /// How many columns of a terminal a cell takes.
  func width(_ row: Int, _ column: Int) -> Int { widths[row * columns + column] }

  /// Appends a cell to a text.
  func append(_ row: Int, _ column: Int, to text: inout [UInt8]) {
    text.append(bytes.span.extracting(range(row * columns + column)))
  }

  private func range(_ cell: Int) -> Range<Int> { (cell > 0 ? ends[cell - 1] : 0)..<ends[cell] }
}

extension Span<UInt8> {
  fileprivate var isASCII: Bool {
    for index in indices where self[index] >= 0x80 { return false }
    return true
  }
}
