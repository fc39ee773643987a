import FileSystem

/// The colours that messages use, each with one meaning.
enum Colour: String {
  case error = "1;31"
  case warning = "1;35"
  case note = "1;36"

  /// The text in this colour, if the stream shows colours.
  func paint(_ text: String, on stream: Output.Stream) -> String {
    Colour.isShown(on: stream) ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Only on a terminal that understands, for users who do not object (no-color.org).
  static func isShown(on stream: Output.Stream) -> Bool {
    guard stream.isTerminal else { return false }
    let refusal = ThisProcess.environment("NO_COLOR")
    return refusal.map(\.isEmpty) ?? true && ThisProcess.environment("TERM") != "dumb"
  }
}
