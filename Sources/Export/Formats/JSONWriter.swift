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
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private var bytes: [UInt8] = []
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
    write(": ")
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
    write(String(value))
  }

  /// Writes a number, unrounded; `null` for infinity and not-a-number.
  public mutating func value(_ value: Double) {
    separate()
    write(value.isFinite ? value.description : "null")
  }

  /// Writes `true` or `false`.
  public mutating func value(_ value: Bool) {
    separate()
    write(value ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    write("null")
  }

  private mutating func contain(
    _ opening: String, _ closing: String, _ isTall: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    write(opening)
    open.append(Container(isTall: isTall))
    body(&self)
    let container = open.removeLast()
    if container.isTall, !container.isEmpty { breakLine() }
    write(closing)
    if open.isEmpty { write("\n") }
  }

  /// Makes room for an element or a key; a value that follows its key needs none.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let container = open.last else { return }
    if !container.isEmpty { write(container.isTall ? "," : ", ") }
    open[open.count - 1].isEmpty = false
    if container.isTall { breakLine() }
  }

  private mutating func breakLine() {
    write("\n")
    for container in open where container.isTall { write("  ") }
  }

  private mutating func write(_ text: String) {
    bytes.append(text)
  }

  /// Also escapes what a terminal would obey, so that JSON can be looked at anywhere.
  private mutating func quote(_ value: String) {
    write("\"")
    if value.utf8.contains(where: needsEscape) || mayHoldControls(value) {
      for scalar in value.unicodeScalars { writeEscaped(scalar) }
    } else {
      write(value)
    }
    write("\"")
  }

  private mutating func writeEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": write("\\\"")
    case "\\": write("\\\\")
    case "\n": write("\\n")
    case "\r": write("\\r")
    case "\t": write("\\t")
    case let control where isControl(control):
      let digits = String(control.value, radix: 16)
      write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  private func needsEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
