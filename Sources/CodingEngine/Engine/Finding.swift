/// A line that asks for more than phrases, and a unit with a phrase that it knows.
struct Touch {
  /// Orders by code, then by unit.
  let place: UInt64
  let line: Int32

  init(code: Int32, unit: Int, line: Int32) {
    place = UInt64(UInt32(bitPattern: code)) << 32 | UInt64(UInt32(truncatingIfNeeded: unit))
    self.line = line
  }

  var code: Int { Int(place >> 32) }
  /// The sentence, or 0 when the code looks through the whole turn.
  var unit: Int { Int(place & 0xFFFF_FFFF) }
}

/// Words that a line found in one unit of the turn at hand.
struct Finding {
  /// Orders by code, then by unit.
  let place: UInt64
  /// Orders by line, then by words.
  let detail: UInt64
  let last: Int32

  init(code: Int32, unit: Int, line: Int32, first: Int32, last: Int32) {
    place = UInt64(UInt32(bitPattern: code)) << 32 | UInt64(UInt32(truncatingIfNeeded: unit))
    detail = UInt64(UInt32(bitPattern: line)) << 32 | UInt64(UInt32(bitPattern: first))
    self.last = last
  }

  var code: Int { Int(place >> 32) }
  /// The sentence, or 0 when the code looks through the whole turn.
  var unit: Int { Int(place & 0xFFFF_FFFF) }
  var line: Int { Int(detail >> 32) }
  var first: Int32 { Int32(truncatingIfNeeded: detail) }
}
