import Corpus
import FileSystem

/// The rows of a CSV file under a line of column names, from a file or standard input.
struct NamedRows {
  struct Row {
    /// Where the row begins in the file.
    let at: FilePosition
    fileprivate let cells: [SeparatedText.Cell]
    fileprivate let names: [String]

    /// What stands in a column; nil when nothing does.
    subscript(name: String) -> String? {
      guard let index = names.firstIndex(of: name), index < cells.count else { return nil }
      return cells[index].text.isEmpty ? nil : cells[index].text
    }
  }

  let path: String
  let rows: [Row]

  /// Reads a file, or standard input when the path is `-`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - needed: The columns that it must have.
  ///   - known: The columns that it can have; nil: any.
  /// - Throws: `FileError`, or `Failure` with every fault of the file's form.
  init(_ path: String, needed: [String], known: [String]?) throws {
    let isInput = path == "-"
    self.path = isInput ? "standard input" : path
    let bytes = isInput ? try File.readStandardInput() : try File.read(path)
    let read = SeparatedText.read(bytes: bytes, path: self.path)
    guard let text = read.value else { throw Failure(read.diagnostics) }
    guard let head = text.rows.first else {
      throw Failure(
        "the file is empty", about: self.path, fix: "begin with \(needed.joined(separator: ","))")
    }
    var faults = Self.faults(in: head, needed, known, self.path)
    let names = head.map { $0.text.lowercased() }
    rows = text.rows.dropFirst().map { Row(at: $0[0].position, cells: $0, names: names) }
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
    in head: [SeparatedText.Cell], _ needed: [String], _ known: [String]?, _ path: String
  ) -> [Diagnostic] {
    if !head.contains(where: { (known ?? needed).contains($0.text.lowercased()) }) {
      return [
        Diagnostic(
          .error, path: path, at: FilePosition(line: 1, column: 1),
          "the first line does not name the columns",
          fix: "begin with a line \(needed.joined(separator: ","))")
      ]
    }
    var seen: Set<String> = []
    var faults: [Diagnostic] = []
    for cell in head {
      let name = cell.text.lowercased()
      let isKnown = known?.contains(name) ?? true
      if isKnown, seen.insert(name).inserted { continue }
      let columns = (known ?? needed).joined(separator: ", ")
      faults.append(
        Diagnostic(
          .error, path: path, at: cell.position,
          isKnown ? "the column \(name) stands there twice" : "there is no column \"\(name)\"",
          fix: "the columns are \(columns)"))
    }
    for name in needed where !seen.contains(name) {
      faults.append(
        Diagnostic(
          .error, path: path, at: FilePosition(line: 1, column: 1),
          "the column \(name) is missing",
          fix: "begin with a line \(needed.joined(separator: ","))"))
    }
    return faults
  }

  /// Does something with each row; when a row fails, every fault is told by its line.
  func forEach(_ body: (Row) throws -> Void) throws {
    var faults: [Diagnostic] = []
    for row in rows {
      do {
        try body(row)
      } catch let failure as Failure {
        faults += failure.diagnostics.map {
          Diagnostic($0.severity, path: path, at: row.at, $0.message, fix: $0.fix)
        }
      }
    }
    guard faults.isEmpty else { throw Failure(faults) }
  }
}
