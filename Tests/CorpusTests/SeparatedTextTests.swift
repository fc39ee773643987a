import Testing

@testable import Corpus

@Suite struct `Reading separated values` {
  private func read(_ text: String) -> Read<SeparatedText> {
    SeparatedText.read(bytes: Array(text.utf8), path: "t.csv")
  }

  private func texts(_ text: String) throws -> [[String]] {
    try #require(read(text).value).rows.map { $0.map(\.text) }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a,b\n\n,2", [["a", "b"], ["", "2"]]),
    ("a;b\n1,5;2", [["a", "b"], ["1,5", "2"]]), ("a\tb\n1\t\n", [["a", "b"], ["1", ""]]),
    ("\"a,\"\"x\"\"\" , b \n", [["a,\"x\"", "b"]]), ("\"a\r\nb\",c", [["a\nb", "c"]]),
    ("é,ĳ,中,👩‍👩‍👧\n", [["é", "ĳ", "中", "👩‍👩‍👧"]]), ("", []), ("\n \n", []), ("\"\"\n", []),
    (",\n", [["", ""]]), ("sep=;\r\na,b;c\n", [["a,b", "c"]]), ("SEP=|", []),
    ("a|b\n", [["a", "b"]]),
    ("sep=\n1,2\n", [["sep="], ["1", "2"]]),
  ])
  func `takes rows apart`(text: String, rows: [[String]]) throws {
    #expect(try texts(text) == rows)
  }

  @Test func `knows where each value begins`() throws {
    let rows = try #require(read("é, \"a\nb\",x\n1,2,3").value).rows
    let positions = rows.map { $0.map { "\($0.position.line):\($0.position.column)" } }
    #expect(positions == [["1:1", "1:4", "2:4"], ["3:1", "3:3", "3:5"]])
  }

  @Test(arguments: [
    ("a,b\n1,\"2", "2:3: this quote is never closed"),
    ("a,b\n1,\"2\"x\n", "2:6: text after a closing quote"),
    ("a,b\né2\",3\n", "2:3: a quote in the middle of a value"),
  ])
  func `points at what is wrong`(text: String, fault: String) {
    let read = read(text)
    #expect(read.value == nil)
    let faults = read.diagnostics.map { diagnostic in
      let place = diagnostic.position.map { "\($0.line):\($0.column)" } ?? ""
      return "\(place): \(diagnostic.message)"
    }
    #expect(faults == [fault])
  }

  @Test(arguments: [
    ("a,5\" b\n", [["a", "5\" b"]]), ("\"a\" b,c\n", [["a b", "c"]]),
    ("\"a\"\"\"b\",c\n", [["a\"b\"", "c"]]), ("\"\",\" x \"\n", [["", " x "]]),
  ])
  func `takes quotes as they come where other programs wrote them`(text: String, rows: [[String]])
    throws
  {
    let read = SeparatedText.read(bytes: Array(text.utf8), path: "t.csv", quotes: .lenient)
    #expect(try #require(read.value).rows.map { $0.map(\.text) } == rows)
  }

  @Test func `never takes an open quote, which swallows the rest`() {
    let bytes = Array("a,\"b\nc,d\n".utf8)
    let read = SeparatedText.read(bytes: bytes, path: "t.csv", quotes: .lenient)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.position) == [FilePosition(line: 1, column: 3)])
  }

  @Test(.timeLimit(.minutes(1))) func `reads a row of half a million values`() throws {
    let row = try #require(read(String(repeating: "é,", count: 500_000)).value).rows[0]
    #expect(row.count == 500_001)
    #expect(row.last?.position == FilePosition(line: 1, column: 1_000_001))
  }

  @Test func `refuses what is not UTF-8`() {
    let read = SeparatedText.read(bytes: Array("a,b\n".utf8) + [0xC3, 0x28], path: "t.csv")
    #expect(read.value == nil)
    #expect(read.diagnostics.first?.position == FilePosition(line: 2, column: 1))
  }

  @Test func `reads back what is written in quotes`() throws {
    var random = SeededRandom(seed: 4180)
    let signs = Array(",;\t\"\n a1é'=中".unicodeScalars)
    for _ in 0..<300 {
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<3).map { _ in
          "x"
            + (0..<Int.random(in: 0...5, using: &random)).map { _ in String(random.pick(signs)) }
            .joined()
        }
      }
      let text = rows.map { row in
        row.map { "\"" + $0.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\"" }
          .joined(separator: ",")
      }
      #expect(try texts(text.joined(separator: "\r\n")) == rows)
    }
  }
}
