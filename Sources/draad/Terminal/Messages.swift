import Corpus
import Export
import FileSystem

/// Words on standard error.
enum Messages {
  /// Shows faults in files, each in the compilers' form with its remedy on a line of its own.
  ///
  /// With `isQuiet`, only the errors.
  static func show(_ diagnostics: [Diagnostic], isQuiet: Bool = false) {
    let shown = diagnostics.filter { !isQuiet || $0.severity == .error }
    send(shown.map { text(of: $0, on: .error) }.joined())
  }

  /// Says what was done, in one line.
  static func say(_ line: String, isQuiet: Bool) {
    if !isQuiet { send(visible(line) + "\n") }
  }

  /// A fault as a line or two, coloured if the stream shows colours.
  static func text(of diagnostic: Diagnostic, on stream: Output.Stream) -> String {
    let place = diagnostic.position.map { ":\($0.line):\($0.column)" } ?? ""
    let colour: Colour =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    let severity = colour.paint("\(diagnostic.severity.rawValue):", on: stream)
    let head = "\(visible(diagnostic.path))\(place): \(severity)"
    let fix = diagnostic.fix.map { "  fix: \(visible($0))\n" } ?? ""
    return "\(head) \(visible(diagnostic.message))\n\(fix)"
  }

  /// Sends text to standard error; when that fails, there is nobody left to tell.
  static func send(_ text: String) {
    var stream = Output(.error)
    try? stream.write(text)
    try? stream.flush()
  }
}
