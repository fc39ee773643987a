import Corpus

/// A table of ratings as it stands in a file, before its texts mean anything.
struct RatingRows {
  private let path: String
  private let separator: UInt8
  private let head: [SeparatedText.Cell]
  private let rows: [[SeparatedText.Cell]]
  /// The columns of the coders.
  private var columns: [Int] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: SeparatedText, path: String) {
    self.path = path
    separator = text.separator
    head = text.rows.first ?? []
    rows = Array(text.rows.dropFirst())
  }

  var coders: [String] { columns.map { head[$0].text } }

  /// Where semicolons stand between values, a comma can stand in a number.
  var allowsDecimalComma: Bool { separator != UInt8(ascii: ",") }

  /// All ratings as written.
  var texts: [String] {
    rows.flatMap { row in columns.map { row[$0].text } }.filter { !$0.isEmpty }
  }

  /// For each row a number of its transcript; nil without such a column.
  var transcripts: [Int]? {
    guard let column = head.firstIndex(where: { isNamed($0, "transcript") }) else { return nil }
    var numbers: [String: Int] = [:]
    return rows.map { row in
      let number = numbers[row[column].text] ?? numbers.count
      numbers[row[column].text] = number
      return number
    }
  }

  /// For each row and coder what a text stands for; nil for an empty cell.
  func units(_ meaning: (String) -> Int?) -> [[Int?]] {
    rows.map { row in columns.map { row[$0].text.isEmpty ? nil : meaning(row[$0].text) } }
  }

  /// Shows each rating to `check`, and reports what it finds wrong.
  mutating func forEachRating(
    _ check: (SeparatedText.Cell) -> (message: String, fix: String)?
  ) {
    for row in rows {
      for column in columns where !row[column].text.isEmpty {
        guard let (message, fix) = check(row[column]) else { continue }
        report(row[column].position, message, fix: fix)
      }
    }
  }

  // MARK: Columns

  /// Takes the columns with these names, or all that name a coder.
  mutating func chooseColumns(_ names: [String]) {
    let coders = head.indices.filter { !isNamed(head[$0], "unit") && !isNamed(head[$0], "transcript") }
    checkHead(coders)
    columns = names.isEmpty ? coders : []
    for name in names {
      if let column = coders.first(where: { head[$0].text == name }) {
        if !columns.contains(column) { columns.append(column) }
      } else {
        let known = coders.map { head[$0].text }.joined(separator: ", ")
        report(
          FilePosition(line: 1, column: 1), "there is no coder \"\(name)\"",
          fix: "choose from \(known)")
      }
    }
    if diagnostics.isEmpty, columns.count < 2 {
      report(
        FilePosition(line: 1, column: 1), "agreement needs two coders, and there is \(columns.count)",
        fix: "give each coder a column, with the name in the first row")
    }
  }

  private mutating func checkHead(_ coders: [Int]) {
    var seen: Set<String> = []
    for column in coders {
      let cell = head[column]
      if cell.text.isEmpty {
        report(cell.position, "this column has no name", fix: "name the coder in the first row")
      } else if !seen.insert(cell.text).inserted {
        report(
          cell.position, "two columns are called \"\(cell.text)\"", fix: "give each coder one column")
      }
    }
  }

  /// Reports rows with more or fewer values than the first.
  mutating func checkWidths() {
    for row in rows where row.count != head.count {
      report(
        row.first?.position ?? FilePosition(line: 1, column: 1),
        "this row has \(row.count) value\(row.count == 1 ? "" : "s"), and the first has \(head.count)",
        fix: "give every row a value or nothing for each column")
    }
    if rows.isEmpty {
      report(
        FilePosition(line: 1, column: 1), "there are no ratings",
        fix: "give each unit a row, below one with the names of the coders")
    }
  }

  private func isNamed(_ cell: SeparatedText.Cell, _ name: String) -> Bool {
    Folding.fold(cell.text.utf8) == Folding.fold(name.utf8)
  }

  private mutating func report(_ position: FilePosition, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }
}
