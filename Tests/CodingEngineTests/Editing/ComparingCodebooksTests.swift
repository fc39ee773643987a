import Corpus
import Foundation
import Testing

@testable import CodingEngine

@Suite struct `Comparing codebooks` {
  private static func book(_ text: String) throws -> Codebook {
    let read = CodebookReader.read(bytes: Array(text.utf8), path: "")
    return try #require(read.value, "\(read.diagnostics)")
  }

  private static let head = "---\nid: b\nversion: 1\n---\n"

  @Test(arguments: [
    ("# a: A", "# a: A", []),
    ("# a: A", "<!-- x -->\n# a:   A\n\n\n", []),
    ("# a: A", "# b: A", ["came b path", "went a path"]),
    ("# a: A", "# b: A\n- was: a", ["renamed b id"]),
    ("# b: A\n- was: a", "# a: A\n- was: b", ["renamed a id"]),
    ("# a: A\n# b: B", "# b: B\n- was: a", ["merged b id"]),
    ("# a: A\n# b: B", "# a: A\n## b: B", ["moved b path"]),
    ("# a: A\n# b: B", "# b: B\n# a: A", ["moved - order"]),
    ("# a: A\n# b: B\n# c: C", "# c: C\n# a: A", ["moved - order", "went b path"]),
    ("# a: A\nOud.", "# a: B\nNieuw.", ["changed a title", "changed a definition"]),
    ("# a: A\n- match: `x`", "# a: A\n- match: `x`\n- match: `y`", ["changed a match"]),
    ("# a: A\n- match: `x, y`", "# a: A\n- match:\n  - `x, y`", []),
    ("# a: A\n- unit: turn\n## b: B", "# a: A\n## b: B", ["changed a unit", "changed b unit"]),
    (
      "# a: A\n- guid: 01234567-89ab-cdef-0123-456789abcdef",
      "# c: A\n- guid: 01234567-89AB-cdef-0123-456789abcdef",
      ["renamed c id", "changed c guid"]
    ),
  ])
  func `says what came, went, moved and changed`(old: String, new: String, words: [String]) throws {
    let difference = CodebookDifference(
      of: try Self.book(Self.head + old), try Self.book(Self.head + new))
    let found = difference.changes.map {
      "\($0.kind.rawValue) \($0.code?.description ?? "-") \($0.what)"
    }
    #expect(found == words)
  }

  /// The signs that carry each code, byte by byte, with blanks aside.
  private static func cover(
    _ coded: CodedTranscript, _ book: Codebook, _ names: [String: String]
  ) -> Set<String> {
    var cover: Set<String> = []
    for proposal in coded.proposals {
      let id = book.codes[proposal.code].id.description
      let level: String =
        switch proposal.level {
        case .none: ""
        case .mixed: "mixed"
        case .level(let level): book.codes[proposal.code].scale[level].id
        }
      for byte in proposal.span.text {
        cover.insert("\(names[id] ?? id) \(level) \(byte)")
      }
    }
    return cover
  }

  @Test(arguments: RandomBook.all) func `finds the places that a slow look finds`(
    pair: RandomBook
  ) throws {
    let (old, new) = (try Self.book(Self.head + pair.old), try Self.book(Self.head + pair.new))
    let difference = CodebookDifference(of: old, new)
    let text = "A: " + pair.talk + "\n\nB: " + String(pair.talk.reversed()) + "\n\nA: slot\n"
    let transcript = try #require(
      TranscriptReader.read(Array(text.utf8), id: "T", path: "T.md").value)
    var (first, second) = (Engine(old), Engine(new))
    let (before, after) = (first.apply(to: transcript), second.apply(to: transcript))
    let places = PlaceDifference.find(difference, before, after)
    let left = Self.cover(before, old, ["a": "z"])
    let right = Self.cover(after, new, [:])
    func bytes(_ isWon: Bool) -> Set<String> {
      var all: Set<String> = []
      for place in places where place.isWon == isWon {
        for byte in place.text { all.insert("\(place.code) \(place.level ?? "") \(byte)") }
      }
      return all
    }
    // Between two sentences in a row of which one has the code already lies only a blank.
    func visible(_ cover: Set<String>) -> Set<String> {
      cover.filter { name in
        let byte = name.split(separator: " ").last.flatMap { Int($0) } ?? 0
        return transcript.text[byte] > 0x20
      }
    }
    #expect(visible(bytes(true)) == visible(right.subtracting(left)))
    #expect(visible(bytes(false)) == visible(left.subtracting(right)))
    #expect(places == PlaceDifference.find(difference, before, after))
  }
}

/// Two books with rules on a few words, and talk made of those words.
struct RandomBook: Sendable, CustomTestStringConvertible {
  let old, new, talk: String
  var testDescription: String { "books of \(old.utf8.count) and \(new.utf8.count) bytes" }

  static let all: [RandomBook] = {
    var random = SeededGenerator(seed: 11)
    let words = ["bel", "kom", "zie", "ga"]
    func pick(_ all: [String]) -> String { all.randomElement(using: &random) ?? "" }
    func rule() -> String {
      pick([
        pick(words), "\(pick(words)) AND \(pick(words))", "\(pick(words)) NEAR/2 \(pick(words))",
      ])
    }
    func code(_ id: String) -> String {
      let unit = pick(["", "", "- unit: turn\n", "- within: turn\n"])
      let scale = pick(["", "- scale: laag < hoog\n"])
      let rules = (0..<2).map { _ in
        "- match: `\(rule())\(scale.isEmpty ? "`" : "` → \(pick(["laag", "hoog"]))")\n"
      }
      return "# \(id): T\n\(unit)- speakers: all\n\(scale)\(rules.joined())"
    }
    return (0..<150).map { _ in
      let talk = (0..<12).map { _ in pick(words) + pick([" ", ". ", "? ", " en "]) }.joined()
      return RandomBook(
        old: code("a") + code("c") + (pick(["", "x"]).isEmpty ? "" : code("d")),
        new: code("z") + "- was: a\n" + code("c"), talk: talk)
    }
  }()
}
