import CodingEngine
import Corpus

/// Diagnostics as text: `line:column message | fix`, with `warning:` before those that are one.
func faults(inCodebook text: String) -> String {
  let read = CodebookReader.read(bytes: Array(text.utf8), path: "b.md")
  return read.diagnostics.map { fault in
    let place = fault.position.map { "\($0.line):\($0.column) " } ?? ""
    let kind = fault.severity == .error ? "" : "\(fault.severity): "
    return "\(place)\(kind)\(fault.message) | \(fault.fix ?? "")"
  }.joined(separator: "\n")
}

/// Front matter without faults; what follows begins on line 5.
let codebookHead = "---\nid: b\nversion: 1\n---\n"
