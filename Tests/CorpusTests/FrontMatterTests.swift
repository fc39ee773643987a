import Testing

@testable import Corpus

@Suite struct `Front matter` {
  private func read(_ lines: String) -> Read<FrontMatter> {
    FrontMatterReader.read(
      lines: lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      path: "x.md")
  }

  /// Entries as `key@line:column=value`.
  private func dump(_ entries: [FrontMatter.Entry]) -> String {
    entries.map { "\($0.key)@\($0.position.line):\($0.position.column)=\(dump($0.node))" }
      .joined(separator: " ")
  }

  private func dump(_ node: FrontMatter.Node) -> String {
    let place = "@\(node.position.column)"
    return switch node.value {
    case .text(let text): "<\(text)>\(place)"
    case .list(let nodes): "[\(nodes.map(dump).joined(separator: " "))]\(place)"
    case .map(let entries): "{\(dump(entries))}\(place)"
    }
  }

  @Test(arguments: [
    ("", ""),
    ("# alleen\n\n   # commentaar", ""),
    ("title: Groep 7", "title@2:1=<Groep 7>@8"),
    ("a:   b  ", "a@2:1=<b>@6"),
    ("a:\nb:  # niets\nc: #0B6E4F", "a@2:1=<>@3 b@3:1=<>@5 c@4:1=<>@4"),
    ("a: b # c\nd: e#f\ng: h\t# i", "a@2:1=<b>@4 d@3:1=<e#f>@4 g@4:1=<h>@4"),
    ("a: \"b # \\\"c\\\" \\\\ : d\" # e", "a@2:1=<b # \"c\" \\ : d>@4"),
    ("a: \"\"\nb: https://c.nl", "a@2:1=<>@4 b@3:1=<https://c.nl>@4"),
    ("een sleutel: b\n\"k: l\": m", "een sleutel@2:1=<b>@14 k: l@3:1=<m>@9"),
    ("é: 中 👩‍👩‍👧", "é@2:1=<中 👩‍👩‍👧>@4"),
    ("a: [b, \"c, d\" ,e ]", "a@2:1=[<b>@5 <c, d>@8 <e>@16]@4"),
    ("a: []\nb: {}", "a@2:1=[]@4 b@3:1={}@4"),
    (
      "a: {b: c, d: , \"e\": [f, {g: h}]}",
      "a@2:1={b@2:5=<c>@8 d@2:11=<>@14 e@2:16=[<f>@22 {g@2:26=<h>@29}@25]@21}@4"
    ),
    (
      "a:\n  b: c\n\n  # d\n  e:\n    f: g\nh: i",
      "a@2:1={b@3:3=<c>@6 e@6:3={f@7:5=<g>@8}@3}@1 h@8:1=<i>@4"
    ),
    ("a: -5", "a@2:1=<-5>@4"),
  ])
  func `reads every form`(lines: String, entries: String) {
    let read = read(lines)
    #expect(read.diagnostics == [])
    #expect(dump(read.value?.entries ?? []) == entries)
  }

  @Test(arguments: [
    ("titel", "2:1: a key needs a colon after it; write key: value"),
    ("a # b: c", "2:1: a key needs a colon after it; write key: value"),
    (": b", "2:1: there is no key before this colon; write key: value"),
    ("a:b", "2:3: a blank is missing after the colon; write a: value"),
    ("a:\tb", "2:3: a blank is missing after the colon; write a: value"),
    (
      "a: b: c",
      "2:5: a value with a colon and a blank could be read in two ways; put the value in double quotes"
    ),
    (
      "a: b:",
      "2:5: a value with a colon and a blank could be read in two ways; put the value in double quotes"
    ),
    ("a: \"b", "2:4: this quote is never closed; add a double quote at the end of the value"),
    ("a: \"b\\", "2:6: only \\\" and \\\\ can follow a backslash; write \\\\ for one \\"),
    ("a: \"é\\n\"", "2:6: only \\\" and \\\\ can follow a backslash; write \\\\ for one \\"),
    (
      "a: \"b\" c",
      "2:8: nothing can follow this value; put the whole value in double quotes, or a comment after \" #\""
    ),
    ("a: [b", "2:4: this [ is never closed; close it with ] on this line"),
    ("a: [b, ", "2:4: this [ is never closed; close it with ] on this line"),
    ("a: [", "2:4: this [ is never closed; close it with ] on this line"),
    ("a: {b: c", "2:4: this { is never closed; close it with } on this line"),
    ("a: {b: ", "2:4: this { is never closed; close it with } on this line"),
    ("a: {b}", "2:5: a key needs a colon after it; write key: value"),
    ("a: [b,, c]", "2:7: a value is missing here; take out the comma, or add a value"),
    ("a: [b,]", "2:7: a value is missing here; take out the comma, or add a value"),
    ("a: [,]", "2:5: a value is missing here; take out the comma, or add a value"),
    ("a: [b[c]]", "2:6: a bracket inside a value could be read in two ways; use double quotes"),
    ("a: {b: c, b: d}", "2:11: \"b\" stands here twice; keep one of them"),
    ("中: é\n中: é", "3:1: \"中\" stands here twice (first on line 2); keep one of them"),
    ("- a", "2:1: a list with \"- \" is not read here; write the list as [a, b]"),
    ("a:\n  -", "3:3: a list with \"- \" is not read here; write the list as [a, b]"),
    ("a: 'b'", "2:4: a value cannot begin with '; put the value in double quotes"),
    ("a: |\n", "2:4: a value cannot begin with |; put the value in double quotes"),
    ("'a': b", "2:1: a key cannot begin with '; put the key in double quotes"),
    ("{a: b}", "2:1: a key cannot begin with {; put the key in double quotes"),
    (
      "  a: b",
      "2:3: this line is indented by 2 blanks, and 0 are expected; use two blanks for each level, and only under a key without a value"
    ),
    (
      "a:\n b: c",
      "3:2: this line is indented by 1 blank, and 0 are expected; use two blanks for each level, and only under a key without a value"
    ),
    (
      "a:\n   b: c",
      "3:4: this line is indented by 3 blanks, and 2 are expected; use two blanks for each level, and only under a key without a value"
    ),
    (
      "a: b\n  c: d",
      "3:3: this line is indented by 2 blanks, and 0 are expected; use two blanks for each level, and only under a key without a value"
    ),
    ("a:\n\tb: c", "3:1: a tab cannot indent here; use two blanks for each level"),
    ("a:\n  \tb: c", "3:3: a tab cannot indent here; use two blanks for each level"),
  ])
  func `points at what is anything else`(lines: String, expected: String) {
    let read = read(lines)
    #expect(read.value == nil)
    let found = read.diagnostics.map { diagnostic in
      let place = diagnostic.position.map { "\($0.line):\($0.column): " } ?? ""
      return place + diagnostic.message + "; " + (diagnostic.fix ?? "")
    }
    #expect(found == [expected])
  }

  @Test func `reports every fault at once`() {
    #expect(
      read("a\nb: [\nc: \"\n: d\ne: f\ne: g").diagnostics.map { $0.position?.line } == [
        2, 3, 4, 5, 7,
      ])
  }

  @Test(arguments: ["[", "{a: ", "[{a: "])
  func `refuses what is nested too deep`(open: String) {
    let read = read("a: " + String(repeating: open, count: 100_000))
    #expect(read.diagnostics.map(\.message) == ["values are nested more than 8 deep here"])
  }

  @Test func `refuses maps that are nested too deep, once`() {
    let lines = (0..<300).map { String(repeating: "  ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(
      read(lines + "\nb: c").diagnostics.map(\.message) == ["maps are nested more than 8 deep here"]
    )
  }

  @Test func `shortens a key of a megabyte in what it says`() {
    let key = String(repeating: "é", count: 1 << 19)
    #expect(read("\(key): a").value?.entries.first?.key == key)
    for lines in ["\(key):a", "\(key): a\n\(key): b", "a: {\(key): b, \(key): c}"] {
      let diagnostics = read(lines).diagnostics
      #expect(diagnostics.count == 1)
      #expect(diagnostics.allSatisfy { ($0.message + ($0.fix ?? "")).count < 300 })
    }
  }

  @Test(arguments: [
    ("a", ["a"]), ("a, b ,c", ["a", "b", "c"]), ("[a, b]", ["a", "b"]), ("", []),
    ("a,, b,", ["a", "b"]),
  ])
  func `takes a text with commas for a list`(value: String, texts: [String]) {
    #expect(read("k: \(value)").value?["k"]?.node.texts?.map(\.text) == texts)
  }
}
