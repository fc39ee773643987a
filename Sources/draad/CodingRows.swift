import Corpus
import FileSystem

/// The rows of a CSV file of codings: RFC 4180, with a line of column names.
struct CodingRows {
  struct Row {
    /// The line of the file on which it begins, from 1.
    let line: Int
    let position, code: String
    let quote, level, memo: String?
  }

  let path: String
  private(set) var rows: [Row] = []

  /// Reads a file, or standard input when the path is `-`.
  init(_ path: String) throws {
    self.path = path == "-" ? "standard input" : path
    let bytes = path == "-" ? try File.readStandardInput() : try File.read(path)
    let lines = try CSVReader.records(bytes, path: self.path)
    guard let head = lines.first else { throw Failure("the file is empty", about: self.path) }
    let names = head.fields.map { $0.lowercased() }
    let known = ["position", "code", "quote", "level", "memo"]
    let unknown = names.filter { !known.contains($0) }
    guard names.contains("position"), names.contains("code"), unknown.isEmpty,
      Set(names).count == names.count
    else {
      throw Failure(
        [
          Diagnostic(
            .error, path: self.path, at: FilePosition(line: 1, column: 1),
            "the first line must name the columns position and code, and may name quote, level, memo",
            fix: "write position,code")
        ])
    }
    for record in lines.dropFirst() {
      func field(_ name: String) -> String? {
        guard let index = names.firstIndex(of: name), index < record.fields.count else { return nil }
        return record.fields[index].isEmpty ? nil : record.fields[index]
      }
      rows.append(
        Row(
          line: record.line, position: field("position") ?? "", code: field("code") ?? "",
          quote: field("quote"), level: field("level"), memo: field("memo")))
    }
  }
}

/// Reads CSV as RFC 4180 describes it, also with semicolons, as spreadsheets in the Netherlands save it.
enum CSVReader {
  struct Record {
    let line: Int
    var fields: [String]
  }

  /// The records of a file; empty lines are none.
  static func records(_ bytes: [UInt8], path: String) throws -> [Record] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("the file is not UTF-8", about: path, fix: "save it as UTF-8")
    }
    let scalars = Array(text.unicodeScalars.drop { $0.value == 0xFEFF })
    let head = scalars.prefix { $0 != "\n" }
    let comma: Unicode.Scalar = head.contains(";") && !head.contains(",") ? ";" : ","
    var (records, record, field) = ([Record](), Record(line: 1, fields: []), "")
    var (isQuoted, line, index) = (false, 1, 0)
    func endField() {
      record.fields.append(field)
      field = ""
    }
    func endRecord() {
      endField()
      if record.fields != [""] { records.append(record) }
      record = Record(line: line, fields: [])
    }
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\n" { line += 1 }
      switch (isQuoted, scalar) {
      case (true, "\""):
        if index + 1 < scalars.count, scalars[index + 1] == "\"" {
          field.unicodeScalars.append("\"")
          index += 1
        } else {
          isQuoted = false
        }
      case (false, "\"") where field.isEmpty: isQuoted = true
      case (false, comma): endField()
      case (false, "\r") where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      case (false, "\n"): endRecord()
      default: field.unicodeScalars.append(scalar)
      }
      index += 1
    }
    if isQuoted {
      throw Failure(
        [
          Diagnostic(
            .error, path: path, at: FilePosition(line: record.line, column: 1),
            "a quote in the row that begins here is never closed", fix: "close it")
        ])
    }
    if !field.isEmpty || !record.fields.isEmpty { endRecord() }
    return records
  }
}
