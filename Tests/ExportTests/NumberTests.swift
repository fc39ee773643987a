import Testing

@testable import Export

@Suite struct `Printing numbers` {
  @Test(
    arguments: [
      (0.05, 1, "0.1"), (0.15, 1, "0.2"), (0.25, 1, "0.3"), (2.675, 2, "2.68"), (0.049, 1, "0.0"),
      (-0.049, 1, "0.0"), (-0.05, 1, "-0.1"), (-2.5, 0, "-3"), (0, 1, "0.0"), (-0.0, 1, "0.0"),
      (9.95, 1, "10.0"), (99.96, 1, "100.0"), (1, 1, "1.0"), (1e21, 1, "1000000000000000000000.0"),
      (1.25e16, 1, "12500000000000000.0"), (2.5e-300, 1, "0.0"), (1e-5, 5, "0.00001"),
      (123456.789, 2, "123456.79"), (0.999, 2, "1.00"), (1.0 / 3, 3, "0.333"),
    ] as [(Double, Int, String)]) func `rounds the shortest decimal half away from zero`(
      value: Double, places: Int, text: String
    )
  {
    #expect(fixedDecimals(value, places: places) == text)
  }

  @Test func `writes what rounding digit by digit gives`() {
    var random = SeededGenerator(state: 7)
    for places in 0...4 {
      for _ in 0..<4000 {
        let scale = [1e-3, 1, 50, 1e5, 1e9][Int.random(in: 0..<5, using: &random)]
        var value = Double.random(in: -scale...scale, using: &random)
        // Halves, and shares of small wholes, are what is rounded most and worst.
        if Bool.random(using: &random) { value = (value * 2000).rounded() / 2000 }
        if Bool.random(using: &random) { value = (value * 8).rounded(.down) / 7 }
        #expect(
          fixedDecimals(value, places: places) == shortestRounded(value, places: places),
          "\(value)")
      }
    }
    for number in [0, 9, 10, 99, 100, 12_345, 1_000_000, .max, -1, .min] {
      var bytes: [UInt8] = []
      Digits.append(number, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == String(number))
    }
  }

  @Test func `has nothing to say of infinity and of what is not a number`() {
    #expect(fixedDecimals(.infinity, places: 1) == nil)
    #expect(fixedDecimals(.nan, places: 1) == nil)
    #expect(Table.Cell.decimal(.nan).printed(in: .en) == "–")
  }

  @Test func `rounds percentages exactly, with the sign of the language`() {
    #expect(Language.nl.percentage(1, of: 2000) == "0,1 %")
    #expect(Language.en.percentage(1, of: 3) == "33.3%")
    #expect(Language.en.percentage(2, of: 3) == "66.7%")
    #expect(Language.en.percentage(3, of: 3) == "100.0%")
    #expect(Language.en.percentage(0, of: 0) == "–")
    #expect(Language.nl.decimal(1234.56) == "1234,6")
  }

  @Test func `says six of twenty-two for small wholes of people`() {
    #expect(Table.Cell.people(part: 6, whole: 22).printed(in: .nl) == "6 van 22")
    #expect(Table.Cell.people(part: 6, whole: 22).printed(in: .en) == "6 of 22")
    #expect(Table.Cell.people(part: 6, whole: 100).printed(in: .en) == "6 (6.0%)")
  }
}

@Suite struct `Measuring text` {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("👩‍👩‍👧", 2), ("🇳🇱", 2), ("ĳ", 1), ("☺️", 2),
    ("", 0),
    ("한", 2), ("\u{200D}", 0),
  ]) func `counts the columns of a terminal`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func `wraps at blanks and cuts only words that are too long`() {
    #expect(wrapped("een twee drie", to: 8) == ["een twee", "drie"])
    #expect(wrapped("onderwijsondersteuning nu", to: 10) == ["onderwijso", "ndersteuni", "ng nu"])
    #expect(wrapped("中文中文", to: 5) == ["中文", "中文"])
    #expect(wrapped("", to: 5) == [""])
  }

  @Test func `lets no control through`() {
    #expect(visible("a\u{1B}[31mb\u{9B}c") == "a\\u{1B}[31mb\\u{9B}c")
    #expect(visible("x\u{202E}y\u{2066}z") == "x\\u{202E}y\\u{2066}z")
    #expect(visible("een\r\ntwee\tdrie") == "een  twee drie")
    #expect(visible("gewoon é 中 👩‍👩‍👧") == "gewoon é 中 👩‍👩‍👧")
  }
}
