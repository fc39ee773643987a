import CodingEngine
import Testing

@Suite struct `Very long turns` {
  private static let words = 30_000

  /// One sentence of very many words, a mark every thousand.
  private static func turn(_ mark: String, filler: String = "x") -> String {
    (0..<words).map { $0 % 1_000 == 0 ? mark : filler }.joined(separator: " ")
  }

  @Test func `are read to their end`() throws {
    let found = try Applied("\"aa bb\" NEAR/99 \"bb aa\", \"x aa\"").evidence(Self.turn("aa bb"))
    #expect(found == [Array(repeating: "x aa", count: 29).joined(separator: " ")])
    #expect(try Applied("aa THEN/1 bb").isFound(in: Self.turn("aa", filler: "bb")))
  }

  @Test(.timeLimit(.minutes(1)))
  func `take time in proportion where everything matches`() throws {
    let text = Self.turn("aa", filler: "bb")
    #expect(try Applied("bb NEAR/1 bb", except: ["aa"]).isFound(in: text))
    #expect(try Applied("bb", except: ["bb THEN/0 aa"], unit: .turn).isFound(in: text))
    #expect(!(try Applied("bb", except: ["bb"], unit: .turn).isFound(in: text)))
  }

  @Test func `may hold very many sentences`() throws {
    let text = Array(repeating: "Aa x! Bb y!", count: 10_000).joined(separator: " ")
    #expect(try Applied("aa").spans(text).count == 10_000)
    #expect(try Applied("aa, bb").spans(text) == [text])
  }

  @Test func `may hold very many brackets`() throws {
    let open = String(repeating: "( [ ", count: 5_000)
    #expect(try Applied("aa").evidence(open + "aa") == ["aa"])
    let pairs = Array(repeating: "[x] (y) aa", count: 5_000).joined(separator: " ")
    #expect(try Applied("aa NEAR/0 y").evidence(pairs).count == 1)
    let deep = String(repeating: "( ", count: 20_000) + String(repeating: ") ", count: 20_000)
    #expect(try Applied("aa").evidence(deep + "aa") == ["aa"])
    let closed = String(repeating: ") ] ", count: 5_000)
    #expect(try Applied("aa").evidence(open + closed + "aa") == ["aa"])
  }
}
