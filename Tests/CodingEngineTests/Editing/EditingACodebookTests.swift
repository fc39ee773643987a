import Corpus
import Foundation
import Testing

@testable import CodingEngine

@Suite struct `Editing a codebook` {
  private static let text = """
    ---
    id: boek
    version: 1.0.0
    ---

    <!-- Boven. -->
    # a: Eerste

    Tekst van a.

    - when: Iets.
    <!-- # nep: Geen kop -->

    ## b: Tweede
    - match: `bel*`
    - example: Ik bel.

    ## c: Derde   titel

    Van c, met (b) erin.

    - match:
      - `kom*`
    - was: oud

    # d: Laatste
    """

  private func edit(
    _ text: String, _ change: (inout CodebookEditor) throws -> Void
  ) throws -> String {
    var editor = try CodebookEditor(Array(text.utf8), path: "boek.md")
    try change(&editor)
    try editor.sayConsequences()
    return String(decoding: editor.after, as: UTF8.self)
  }

  @Test func `renames a code in its heading and leaves was`() throws {
    let renamed = try edit(Self.text) { try $0.rename("c", to: "e-2", title: nil) }
    #expect(
      renamed
        == Self.text.replacing("## c: Derde", with: "## e-2: Derde")
        .replacing("- was: oud", with: "- was: c, oud"))
    let back = try edit(renamed) { try $0.rename("e-2", to: "c", title: "Titel") }
    #expect(
      back
        == Self.text.replacing("Derde   titel", with: "Titel")
        .replacing("- was: oud", with: "- was: e-2, oud"))
    let bare = try edit(Self.text) { try $0.rename("d", to: "e", title: nil) }
    #expect(bare == Self.text.replacing("# d: Laatste", with: "# e: Laatste\n\n- was: d\n"))
  }

  @Test func `moves a code with the comment right above it, and no other`() throws {
    let moved = try edit(Self.text) { try $0.move("a", to: .after(CodeID("d"))) }
    let end = Self.text.range(of: "\n\n# d")
    let subtree = try #require(end).lowerBound
    let start = try #require(Self.text.range(of: "<!-- Boven")).lowerBound
    #expect(
      moved == Self.text[..<start] + "# d: Laatste\n\n" + Self.text[start..<subtree] + "\n")
    let down = try edit(Self.text) { try $0.move("a", to: .last(under: CodeID("d"))) }
    #expect(down.contains("# d: Laatste\n\n<!-- Boven. -->\n## a: Eerste"))
    #expect(down.contains("### c: Derde   titel"))
    #expect(down.contains("<!-- # nep: Geen kop -->"))
  }

  @Test func `merges texts, rules and children, and keeps comments`() throws {
    let merged = try edit(Self.text) { try $0.merge(["a"], into: "d") }
    let book = try #require(CodebookReader.read(bytes: Array(merged.utf8), path: "").value)
    #expect(book.codes.map(\.id.description) == ["d", "b", "c"])
    #expect(book.codes[0].definition == "Tekst van a.")
    #expect(book.codes[0].when == ["Iets."] && book.codes[0].was == [CodeID("a")])
    #expect(merged.contains("<!-- Boven. -->") && merged.contains("<!-- # nep: Geen kop -->"))
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func `keeps line ends, and begins none of its own`(newline: String) throws {
    let text = "\u{FEFF}" + Self.text.replacing("\n", with: newline)
    var edited = try edit(text) { try $0.rename("b", to: "x", title: "Nieuw é 👩‍👩‍👧") }
    edited = try edit(edited) { try $0.move("x", to: .last(under: nil)) }
    edited = try edit(edited) { try $0.add("y", title: "Y", at: .before(CodeID("a"))) }
    edited = try edit(edited) { try $0.merge(["c"], into: "a") }
    let ends = edited.utf8.filter { $0 == 0x0A || $0 == 0x0D }
    let lines = edited.unicodeScalars.split(separator: "\n")
    #expect(newline == "\r" ? !ends.contains(0x0A) : ends.contains(0x0A))
    if newline == "\r\n" { #expect(lines.allSatisfy { $0.last == "\r" }) }
    if newline == "\n" { #expect(!ends.contains(0x0D)) }
    #expect(edited.unicodeScalars.first == "\u{FEFF}")
    #expect(CodebookReader.read(bytes: Array(edited.utf8), path: "").value != nil)
  }

  @Test(arguments: [
    "b", "oud", "B", "", "é", "a b", "a/b", "-a", "a-", "../x", "new-codes", "gone-codes", "a\nb",
    "\u{1B}[2J", "x: y",
  ])
  func `refuses an id that is none, or taken`(id: String) throws {
    #expect(throws: CodebookEditError.self) {
      try edit(Self.text) { try $0.rename("a", to: id, title: nil) }
    }
    #expect(throws: CodebookEditError.self) {
      try edit(Self.text) { try $0.add(id, title: "T", at: .last(under: nil)) }
    }
  }

  @Test(arguments: ["", "  ", "a\nb", "a\r\n# x: y", "a\u{1B}[2J", "a\u{2028}b", "a\u{0}"])
  func `refuses a title that is more than one line of text`(title: String) throws {
    #expect(throws: CodebookEditError.self) {
      try edit(Self.text) { try $0.rename("a", to: "z", title: title) }
    }
  }

  @Test(arguments: ["# x: y", "<!-- x", "- when: x", "`*`", "a: b", "x → y"])
  func `takes any other title as it is`(title: String) throws {
    let edited = try edit(Self.text) { try $0.add("z", title: title, at: .last(under: nil)) }
    let book = try #require(CodebookReader.read(bytes: Array(edited.utf8), path: "").value)
    #expect(book.codes.last?.title == title)
  }

  @Test func `refuses what the tree cannot hold`() throws {
    func refuses(_ change: (inout CodebookEditor) throws -> Void) {
      #expect(throws: CodebookEditError.self) { try edit(Self.text, change) }
    }
    refuses { try $0.move("a", to: .last(under: CodeID("b"))) }
    refuses { try $0.move("a", to: .before(CodeID("a"))) }
    refuses { try $0.move("d", to: .last(under: nil)) }
    refuses { try $0.merge(["a"], into: "b") }
    refuses { try $0.merge(["a"], into: "a") }
    refuses { _ = try $0.delete(["a"]) }
    refuses { _ = try $0.delete(["*"]) }
    refuses { _ = try $0.split("a", into: [("x", nil), ("y", nil)]) }
    refuses { _ = try $0.split("b", into: [("x", nil)]) }
    refuses { _ = try $0.split("b", into: [("x", nil), ("x", nil)]) }
    var deep = "---\nid: b\nversion: 1\n---\n"
    for depth in 1...6 { deep += String(repeating: "#", count: depth) + " c\(depth): C\n" }
    deep += "# top: T\n## under: U\n"
    #expect(throws: CodebookEditError.self) {
      try edit(deep) { try $0.move("top", to: .last(under: CodeID("c5"))) }
    }
    #expect(throws: CodebookEditError.self) {
      try edit(deep) { try $0.add("x", title: "X", at: .last(under: CodeID("c6"))) }
    }
    #expect(
      try edit(deep) { try $0.move("top", to: .after(CodeID("c5"))) }.contains("###### under"))
  }

  @Test(arguments: [
    ("- unit: turn\n- match: `x`", "- match: `y`"),
    ("- speakers: all\n- match: `x`", "- match: `y`"),
    ("- within: turn\n- match: `x`", "- match: `y`"),
    ("- scale: laag < hoog", "- scale: hoog < laag"), ("- scale: laag < hoog", "- when: y"),
  ])
  func `refuses to merge what conflicts`(source: String, target: String) throws {
    let text = "---\nid: b\nversion: 1\n---\n# a: A\n\(source)\n# b: B\n\(target)\n"
    #expect(throws: CodebookEditError.self) { try edit(text) { try $0.merge(["a"], into: "b") } }
  }

  @Test func `says which settings and examples change`() throws {
    let text = """
      ---
      id: b
      version: 1
      ---
      # a: A
      - unit: turn
      ## b: B
      - match: `bel AND kom`
      - example: Ik bel. Ik kom.
      # c: C
      """
    var editor = try CodebookEditor(Array(text.utf8), path: "")
    try editor.move("b", to: .last(under: CodeID("c")))
    try editor.sayConsequences()
    #expect(editor.said.contains("b has unit: sentence now, which was turn"))
    #expect(editor.said.contains("now fails: the example “Ik bel. Ik kom.”"))
  }
}
