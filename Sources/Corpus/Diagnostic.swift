/// One fault in a file that a person wrote, with where it stands and what to do about it.
///
/// Diagnostics are data; only the tool prints them, in the compilers' form
/// `path:line:column: error: message` with the remedy on a line of its own.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// The file cannot be used as it stands.
    case error
    /// The file can be used, but probably not as its author meant it.
    case warning
    /// Something that was assumed.
    case note
  }

  /// The file, as the user typed it or as it was found in the study.
  public let path: String
  /// Line and column; nil when the fault is the file's as a whole.
  public let position: FilePosition?
  /// Whether the file can be used all the same.
  public let severity: Severity
  /// What is wrong: lower case, no full stop.
  public let message: String
  /// What to do, as one clause; nil when the message says it.
  public let fix: String?

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, path: String, at position: FilePosition? = nil, _ message: String,
    fix: String? = nil
  ) {
    self.severity = severity
    self.path = path
    self.position = position
    self.message = message
    self.fix = fix
  }
}

/// A line and a column in a file, both from 1; columns count Unicode code points.
public struct FilePosition: Sendable, Hashable, Comparable {
  /// From 1.
  public let line: Int
  /// From 1, in code points.
  public let column: Int

  /// Makes a position from a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  public static func < (left: FilePosition, right: FilePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What came of reading a file that a person wrote: the value, if it is usable, and every fault.
public struct Read<Value: Sendable>: Sendable {
  /// The value; nil when there is an error among the diagnostics.
  public let value: Value?
  /// All faults found, in the order of the file.
  public let diagnostics: [Diagnostic]

  /// Keeps `value` only if `diagnostics` holds no error.
  public init(_ value: Value?, _ diagnostics: [Diagnostic]) {
    self.value = diagnostics.contains { $0.severity == .error } ? nil : value
    self.diagnostics = diagnostics
  }
}

/// Text from a file in double quotes, shortened when it is too long for a message.
func quoted(_ text: String) -> String {
  "\"\(clipped(text))\""
}

/// Text from a file, shortened when it is too long for a message.
func clipped(_ text: String) -> String {
  let most = 80
  guard text.unicodeScalars.count > most else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most))) + "…"
}
