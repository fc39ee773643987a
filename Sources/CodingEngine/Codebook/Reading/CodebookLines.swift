import Corpus

/// The lines of a codebook's file: UTF-8, with or without BOM, ended by LF, CR or CR LF.
struct CodebookLines {
  private(set) var lines: [[Unicode.Scalar]] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let path: String
  private var invalid: [FilePosition] = []
  private var zeros: [FilePosition] = []

  init(_ bytes: [UInt8], path: String) {
    self.path = path
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      diagnostics.append(
        Diagnostic(
          .error, path: path, at: FilePosition(line: 1, column: 1),
          "this is UTF-16, and codebooks are UTF-8", fix: "save the file as UTF-8"))
      return
    }
    decode(rest)
    report(invalid, "this is not UTF-8", fix: "save the file as UTF-8")
    report(zeros, "a NUL byte: this is no text file", fix: "take the byte out")
  }

  private mutating func decode(_ bytes: ArraySlice<UInt8>) {
    var line: [Unicode.Scalar] = []
    var lastWasReturn = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let scalar: Unicode.Scalar
      if bytes[index] < 0x80 {
        scalar = Unicode.Scalar(bytes[index])
        index += 1
      } else {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes[index...].makeIterator()
        switch parser.parseScalar(from: &iterator) {
        case .valid(let encoded):
          scalar = Unicode.UTF8.decode(encoded)
          index += encoded.count
        case .error(let length):
          invalid.append(FilePosition(line: lines.count + 1, column: line.count + 1))
          scalar = "\u{FFFD}"
          index += length
        case .emptyInput: return
        }
      }
      if scalar == "\0" {
        zeros.append(FilePosition(line: lines.count + 1, column: line.count + 1))
      }
      if scalar == "\r" || (scalar == "\n" && !lastWasReturn) {
        lines.append(line)
        line = []
      } else if scalar != "\n" {
        line.append(scalar)
      }
      lastWasReturn = scalar == "\r"
    }
    if !line.isEmpty { lines.append(line) }
  }

  private mutating func report(_ positions: [FilePosition], _ message: String, fix: String) {
    guard let first = positions.first else { return }
    let more = positions.count > 1 ? ", here and in \(positions.count - 1) more places" : ""
    diagnostics.append(Diagnostic(.error, path: path, at: first, message + more, fix: fix))
  }
}
