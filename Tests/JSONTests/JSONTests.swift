import Foundation
import JSON
import Testing

@Suite struct `Reading JSON` {
  @Test(arguments: [
    (#"null"#, JSONValue.null), (#" true "#, .bool(true)), ("-0", .integer(0)),
    ("12", .integer(12)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.5e2", .number(150)),
    (#""a\"\\\/\b\f\n\r\tz""#, .string("a\"\\/\u{8}\u{C}\n\r\tz")),
    (#""é\u00e9\ud83d\ude00中""#, .string("éé😀中")), ("[]", .array([])),
    ("[1, [2]]", .array([.integer(1), .array([.integer(2)])])),
  ])
  func `finds the value`(text: String, value: JSONValue) throws {
    #expect(try JSONValue(Array(text.utf8)) == value)
  }

  @Test func `keeps the order of members`() throws {
    let value = try JSONValue(Array(#"{"b": 1, "a": {"c": false}}"#.utf8))
    #expect(value.object?.members.map(\.name) == ["b", "a"])
    #expect(value["a"]?["c"]?.bool == false)
    #expect(value["c"] == nil)
  }

  @Test(arguments: [
    ("", 1, 1), ("[1,]", 1, 4), ("[1 2]", 1, 4), ("{\"a\" 1}", 1, 6), ("{\"a\":1,\n\"a\":2}", 2, 1),
    ("[\n\"é\", x]", 2, 6), ("01", 1, 1), ("1.", 1, 3), ("+1", 1, 1), ("'a'", 1, 1), ("\"a", 1, 1),
    ("\"\t\"", 1, 2), (#""\x""#, 1, 2), (#""\ud800""#, 1, 2), (#""\ud800\u0041""#, 1, 2),
    ("[1] 2", 1, 5), ("tru", 1, 1), ("nulll", 1, 5), ("// a\n1", 1, 1), ("1e999", 1, 1),
    ("{a: 1}", 1, 2), ("{", 1, 2), ("\u{FEFF}1", 1, 1),
  ])
  func `points at the fault`(text: String, line: Int, column: Int) {
    #expect {
      try JSONValue(Array(text.utf8))
    } throws: { error in
      let fault = error as? JSONFault
      return fault?.line == line && fault?.column == column
    }
  }

  @Test func `refuses bytes that are not UTF-8`() {
    #expect(throws: JSONFault.self) { try JSONValue([0x22, 0xC3, 0x22]) }
    #expect(throws: JSONFault.self) { try JSONValue([0x22, 0x5C, 0x6E, 0xFF, 0x22]) }
  }

  @Test func `bounds depth and number of values`() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONFault.self) { try JSONValue(deep) }
    let wide = Array("[1,1,1,1]".utf8)
    #expect(throws: JSONFault.self) { try JSONValue(wide, limits: JSONLimits(values: 4)) }
    #expect(throws: Never.self) { try JSONValue(wide, limits: JSONLimits(values: 5)) }
  }

  @Test func `finds a name that stands twice among thousands`() {
    let names = (0..<5000).map { "\"n\($0 % 4999)\": 0" }.joined(separator: ",")
    #expect(throws: JSONFault.self) { try JSONValue(Array("{\(names)}".utf8)) }
  }

  @Test func `agrees with a mature reader on what is JSON`() throws {
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-1", "0.5", "1e3", "true", "null", " ",
    ]
    var both = 0
    for _ in 0..<20_000 {
      let text = (0...random(7)).map { _ in pieces[random(pieces.count)] }.joined()
      let mine = try? JSONValue(Array(text.utf8))
      let theirs = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      let isTwice = text.contains("\"a\"") && mine == nil && theirs is [String: Any]
      if !isTwice { #expect((mine == nil) == (theirs == nil), "\(text)") }
      if mine != nil { both += 1 }
    }
    #expect(both > 500)
  }
}
