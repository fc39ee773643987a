/// A moment as subtitles write it: `00:01:12.480`, `01:12,48`, `3661.5`.
struct CueTime {
  /// From the start of the recording.
  let milliseconds: Int
  /// The index after it.
  let end: Int

  /// Reads the moment at `index`: up to three numbers with colons, and perhaps a fraction.
  init?(_ text: borrowing Span<UInt8>, at index: Int, end limit: Int) {
    var cursor = index
    var seconds = 0
    var fields = 0
    while true {
      let first = cursor
      var field = 0
      while cursor < limit, text[cursor] &- 0x30 < 10, cursor - first < 9 {
        field = field * 10 + Int(text[cursor] &- 0x30)
        cursor += 1
      }
      guard cursor > first else { return nil }
      seconds = seconds * 60 + field
      fields += 1
      guard fields < 3, cursor < limit, text[cursor] == UInt8(ascii: ":") else { break }
      cursor += 1
    }
    guard fields > 1 else { return nil }
    var milliseconds = seconds * 1000
    if cursor + 1 < limit, text[cursor] == UInt8(ascii: ".") || text[cursor] == UInt8(ascii: ","),
      text[cursor + 1] &- 0x30 < 10
    {
      cursor += 1
      var unit = 100
      while cursor < limit, text[cursor] &- 0x30 < 10 {
        milliseconds += Int(text[cursor] &- 0x30) * unit
        unit /= 10
        cursor += 1
      }
    }
    self.milliseconds = milliseconds
    end = cursor
  }
}
