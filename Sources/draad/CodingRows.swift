import Corpus
import FileSystem

/// The rows of a file of codings: one passage and one code each, under a line of column names.
struct CodingRows {
  struct Row {
    /// Where the row begins in the file.
    let at: FilePosition
    let position, code: String
    let quote, level, memo, coder: String?
  }

  let path: String
  let rows: [Row]

  /// The columns that a file can have; the first two it must have.
  private let columns: [String]

  /// Reads a file, or standard input when the path is `-`.
  ///
  /// - Parameters:
  ///   - path: A file with a line of column names.
  ///   - extra: Columns that it can have besides.
  /// - Throws: `FileError`, or `Failure` with every fault of the file's form.
  init(_ path: String, extra: [String] = []) throws {
    columns = ["position", "code", "quote", "level", "memo"] + extra
    let isInput = path == "-"
    self.path = isInput ? "standard input" : path
    let bytes = isInput ? try File.readStandardInput() : try File.read(path)
    let read = SeparatedText.read(bytes: bytes, path: self.path)
    guard let text = read.value else { throw Failure(read.diagnostics) }
    guard let head = text.rows.first else {
      throw Failure("the file is empty", about: self.path, fix: "begin with position,code")
    }
    var faults = Self.faults(in: head, columns, self.path)
    let names = head.map { $0.text.lowercased() }
    rows = text.rows.dropFirst().map { cells in
      func cell(_ name: String) -> String? {
        guard let index = names.firstIndex(of: name), index < cells.count else { return nil }
        return cells[index].text.isEmpty ? nil : cells[index].text
      }
      return Row(
        at: cells[0].position, position: cell("position") ?? "", code: cell("code") ?? "",
        quote: cell("quote"), level: cell("level"), memo: cell("memo"), coder: cell("coder"))
    }
    for cells in text.rows.dropFirst() where cells.count > names.count {
      faults.append(
        Diagnostic(
          .error, path: self.path, at: cells[names.count].position,
          "this row has \(cells.count) values, and the first line names \(names.count) columns",
          fix: "put text that holds a comma in double quotes"))
    }
    if !faults.isEmpty { throw Failure(faults) }
  }

  /// What is wrong with the names of the columns.
  private static func faults(
    in head: [SeparatedText.Cell], _ columns: [String], _ path: String
  ) -> [Diagnostic] {
    var seen: Set<String> = []
    var faults: [Diagnostic] = []
    for cell in head {
      let name = cell.text.lowercased()
      let isKnown = columns.contains(name)
      if isKnown, seen.insert(name).inserted { continue }
      faults.append(
        Diagnostic(
          .error, path: path, at: cell.position,
          isKnown ? "the column \(name) stands there twice" : "there is no column \"\(name)\"",
          fix: "the columns are \(columns.joined(separator: ", "))"))
    }
    for name in columns.prefix(2) where !seen.contains(name) {
      faults.append(
        Diagnostic(
          .error, path: path, at: FilePosition(line: 1, column: 1),
          "the column \(name) is missing", fix: "begin with a line position,code"))
    }
    return faults
  }
}
