/// Writes JSON (RFC 8259) from first to last, in the order in which it is told.
///
/// The caller opens and closes objects and arrays in pairs. Elements of a `tall` container each get
/// a line; everything else stays on one.
public struct JSONWriter {
  private struct Container {
    let isTall: Bool
    var isEmpty = true
  }

  /// What was written so far.
  public private(set) var text = ""
  private var open: [Container] = []
  private var followsKey = false

  /// Begins an empty document.
  public init() {}

  /// Writes an object whose members `body` writes, each with `key`.
  public mutating func object(tall: Bool = false, _ body: (inout JSONWriter) -> Void) {
    contain("{", "}", tall, body)
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(tall: Bool = false, _ body: (inout JSONWriter) -> Void) {
    contain("[", "]", tall, body)
  }

  /// Writes the key of the next value.
  public mutating func key(_ key: String) {
    separate()
    quote(key)
    text += ": "
    followsKey = true
  }

  /// Writes a text.
  public mutating func value(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes a whole number.
  public mutating func value(_ value: Int) {
    separate()
    text += String(value)
  }

  /// Writes a number, unrounded; `null` for infinity and not-a-number.
  public mutating func value(_ value: Double) {
    separate()
    text += value.isFinite ? value.description : "null"
  }

  /// Writes `true` or `false`.
  public mutating func value(_ value: Bool) {
    separate()
    text += value ? "true" : "false"
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    text += "null"
  }

  private mutating func contain(
    _ opening: String, _ closing: String, _ isTall: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    text += opening
    open.append(Container(isTall: isTall))
    body(&self)
    let container = open.removeLast()
    if container.isTall, !container.isEmpty { breakLine() }
    text += closing
    if open.isEmpty { text += "\n" }
  }

  /// Makes room for an element or a key; a value that follows its key needs none.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let container = open.last else { return }
    if !container.isEmpty { text += container.isTall ? "," : ", " }
    open[open.count - 1].isEmpty = false
    if container.isTall { breakLine() }
  }

  private mutating func breakLine() {
    text += "\n"
    text += String(repeating: "  ", count: open.lazy.filter(\.isTall).count)
  }

  /// Also escapes what a terminal would obey, so that JSON can be looked at anywhere.
  private mutating func quote(_ value: String) {
    guard value.utf8.contains(where: mayNeedEscape) else {
      text += "\"\(value)\""
      return
    }
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case let control where isControl(control):
        let digits = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Whether a byte is a sign to escape, or can begin one.
  private func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
