/// A time stamp in brackets, `[00:01:12]` or `(1:12)`, with hours, minutes and seconds.
struct TimeStamp {
  /// From the start of the recording.
  let milliseconds: Int
  /// The index after the closing bracket.
  let end: Int

  /// Reads the time stamp whose opening bracket stands at `index`.
  ///
  /// `[h:]m:ss[.fff]` with one or two digits before the seconds; nil for anything else.
  init?(_ text: borrowing Span<UInt8>, at index: Int, end limit: Int) {
    guard index < limit else { return nil }
    let close: UInt8
    switch text[index] {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var cursor = index + 1
    var fields = 0
    var seconds = 0
    var digits = 0
    var field = 0
    while cursor < limit {
      let byte = text[cursor]
      if byte &- 0x30 < 10, digits < 2 || (fields == 0 && digits < 3) {
        field = field * 10 + Int(byte &- 0x30)
        digits += 1
      } else if byte == UInt8(ascii: ":"), digits > 0, fields < 2 {
        if fields == 1, field >= 60 { return nil }
        seconds = (seconds + field) * 60
        fields += 1
        field = 0
        digits = 0
      } else {
        break
      }
      cursor += 1
    }
    guard fields > 0, digits == 2, field < 60 else { return nil }
    var milliseconds = (seconds + field) * 1000
    if cursor < limit, text[cursor] == UInt8(ascii: ".") || text[cursor] == UInt8(ascii: ",") {
      cursor += 1
      var unit = 100
      let first = cursor
      while cursor < limit, text[cursor] &- 0x30 < 10, cursor - first < 9 {
        milliseconds += Int(text[cursor] &- 0x30) * unit
        unit /= 10
        cursor += 1
      }
      guard cursor > first else { return nil }
    }
    guard cursor < limit, text[cursor] == close else { return nil }
    self.milliseconds = milliseconds
    end = cursor + 1
  }
}
