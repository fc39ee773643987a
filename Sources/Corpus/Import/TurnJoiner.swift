/// Joins pieces of talk into turns: those of one speaker in a row become one.
///
/// Where nobody is named, a turn ends with a sentence or at a pause.
struct TurnJoiner {
  /// A silence after which a turn without a speaker ends, in milliseconds.
  static let pause = 2000

  private(set) var turns: [ImportedTurn] = []
  private var text: [UInt8] = []
  private var open: (label: String?, start: Int?, end: Int?)?

  /// Adds a piece; blanks at its ends do not matter.
  mutating func append(_ label: String?, _ words: String, start: Int?, end: Int?) {
    let bytes = Array(words.utf8)
    let range = bytes.span.trimmed(0..<bytes.count)
    if range.isEmpty { return }
    if let open, open.label != label || label == nil && endsTurn(open.end, before: start) {
      close()
    }
    if open == nil { open = (label, start, end) }
    if let end {
      let last = open?.end ?? end
      open?.end = max(last, end)
    }
    if !text.isEmpty { text.append(0x20) }
    text += bytes[range]
  }

  private func endsTurn(_ end: Int?, before start: Int?) -> Bool {
    if let start, let end, start - end >= Self.pause { return true }
    return text.span.endsSentence
  }

  private mutating func close() {
    guard let open else { return }
    turns.append(
      ImportedTurn(
        label: open.label, text: String(decoding: text, as: UTF8.self), start: open.start,
        end: open.end))
    self.open = nil
    text.removeAll(keepingCapacity: true)
  }

  /// All turns, once there are no more pieces.
  mutating func finish() -> [ImportedTurn] {
    close()
    return turns
  }
}

extension Span<UInt8> {
  /// Whether it ends in a full stop, a question or exclamation mark or an ellipsis, perhaps before
  /// closing quotes and brackets.
  var endsSentence: Bool {
    var end = count
    while end > 0 {
      switch self[end - 1] {
      case 0x22, 0x27, 0x29, 0x5D: end -= 1
      case 0x2E, 0x3F, 0x21: return true
      case 0x99, 0x9D:
        guard end > 2, self[end - 2] == 0x80, self[end - 3] == 0xE2 else { return false }
        end -= 3
      case 0xA6: return end > 2 && self[end - 2] == 0x80 && self[end - 3] == 0xE2
      default: return false
      }
    }
    return false
  }
}
