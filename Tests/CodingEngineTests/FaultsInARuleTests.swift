import CodingEngine
import Corpus
import Testing

/// Diagnostics as text: `column message | fix`.
private func faults(_ text: String) -> [String] {
  RuleLine.read(text, path: "rule").diagnostics.map { fault in
    "\(fault.position?.column ?? 0) \(fault.message) | \(fault.fix ?? "")"
  }
}

@Suite struct `Faults in a rule` {
  @Test(arguments: [
    ("MR, OR", "5 \"OR\" needs a term on both sides | for the word itself write =OR or \"or\""),
    (
      "a OR b AND c",
      "8 OR and AND cannot stand together without parentheses | "
        + "write (a OR b) AND c or a OR (b AND c)"
    ),
    ("a NEAR b", "3 \"NEAR\" needs a number of words | write for example NEAR/8"),
    (
      "a NEAR/5 b NEAR/5 c",
      "12 NEAR/5 and NEAR/5 in one row can be read in two ways | "
        + "write a NEAR/5 (b NEAR/5 c) or (a NEAR/5 b) NEAR/5 c"
    ),
    (
      "korte lijnen",
      "7 two terms stand side by side | "
        + "write \"korte lijnen\" for the words in a row, or korte, lijnen for any of them"
    ),
    (
      "NOT a",
      "1 a rule cannot begin with NOT | "
        + "say first what to find, as in zorg* NOT a; for the word itself write =NOT or \"not\""
    ),
    ("(a", "1 this ( has no partner | write (a)"),
    (
      "24/7",
      "3 \"/\" means nothing in a rule | write \"24/7\" for the words in a row, or 24, 7 for either"
    ),
    (
      "*",
      "1 \"*\" without a letter or digit finds every word | write letters beside it, as in zorg*"
    ),
    (
      "a →",
      "3 no level stands after this arrow | write the id of a level after it, or take it out"
    ),
    (
      "a NEAR/5 (b AND c)",
      "13 AND cannot stand inside NEAR/5 | put it outside: (a NEAR/5 b) AND (a NEAR/5 c)"
    ),
    ("\"korte lijnen", "1 this quote has no partner | write \"korte lijnen\""),
    (
      "korte lijnen\"",
      "13 this quote has no partner | take it out, or write another one before the words"
    ),
    ("a,,b", "3 nothing stands between these commas | take a comma out, or write a term beside it"),
    ("a,", "2 nothing stands after this comma | take a comma out, or write a term beside it"),
    (",a", "1 nothing stands before this comma | take a comma out, or write a term beside it"),
    ("a; b", "2 \";\" means nothing in a rule | write a, b"),
    ("", "1 this rule is empty | write a word, as in zorg*"),
    ("   ", "1 this rule is empty | write a word, as in zorg*"),
    ("→ laag, b", "1 an arrow and its level stand at the end of the line | write b → laag"),
    ("NEAR/3", "1 \"NEAR/3\" needs a term on both sides | write for example zorg* NEAR/3 school*"),
    ("NEAR/3 a", "1 \"NEAR/3\" needs a term on both sides | write for example zorg* NEAR/3 a"),
    ("a NEAR/3", "3 \"NEAR/3\" needs a term on both sides | write for example a NEAR/3 school*"),
    (
      "a NEAR/100 b",
      "3 \"NEAR/100\" reaches too far: the number of words is 0 to 99 | write for example NEAR/99"
    ),
    ("a NEAR/x b", "3 \"x\" is no number of words | write for example NEAR/8"),
    (
      "a NEAR8 b",
      "3 \"NEAR8\" needs a slash before its number of words | write NEAR/8, or =NEAR8 for the word"
    ),
    ("a THEN b", "3 \"THEN\" needs a number of words | write for example THEN/8"),
    ("a near/5 b", "7 \"/\" means nothing in a rule | write NEAR/5, in capitals"),
    ("a | b", "3 \"|\" means nothing in a rule | write a OR b"),
    ("a || b", "3 \"|\" means nothing in a rule | write a OR b"),
    ("a & b", "3 \"&\" means nothing in a rule | write a AND b"),
    ("a + b", "3 \"+\" means nothing in a rule | write a AND b"),
    ("a – b", "3 \"–\" means nothing in a rule | write a-b, with a hyphen"),
    (
      "a \u{200B}b",
      "3 the sign U+200B means nothing in a rule | take it out, "
        + "or put the words around it in double quotes"
    ),
    (
      "a 😀",
      "3 \"😀\" means nothing in a rule | take it out, "
        + "or put the words around it in double quotes"
    ),
    (
      "zorg or school",
      "6 two terms stand side by side | "
        + "write OR in capitals: zorg OR school, or \"zorg or school\" for the words in a row"
    ),
    ("zorg Or (school)", "6 two terms stand side by side | write OR in capitals: zorg OR (school)"),
    (
      "'korte lijnen'",
      "8 two terms stand side by side | "
        + "write \"korte lijnen\" for the words in a row, or \'korte, lijnen\' for any of them"
    ),
    ("a [b", "3 \"[\" means nothing in a rule | write ( in its place"),
    (
      "zorg and school or thuis",
      "6 two terms stand side by side | "
        + "write AND, OR and NOT in capitals, and parentheses where two of them meet"
    ),
    (
      "\"korte lijnen\" school",
      "16 two terms stand side by side | write \"korte lijnen school\" for the words in a row, "
        + "or \"korte lijnen\", school for any of them"
    ),
    (
      "=MR school",
      "5 two terms stand side by side | "
        + "write =MR, school for any of them, or =MR AND school for all"
    ),
    (
      "(a, b) c",
      "8 two terms stand side by side | write (a, b), c for any of them, or (a, b) AND c for all"
    ),
    ("a AND NOT b", "7 NOT cannot follow AND | write one of them, as in a NOT b"),
    ("a OR OR b", "6 OR cannot follow OR | write one of them, as in a OR b"),
    (
      "OR a",
      "1 \"OR\" needs a term on both sides | "
        + "write for example zorg* OR a; for the word itself write =OR or \"or\""
    ),
    (
      "a AND b OR c AND d",
      "9 AND and OR cannot stand together without parentheses | "
        + "write a AND (b OR c) AND d or (a AND b) OR (c AND d)"
    ),
    (
      "a NEAR/5 b OR c",
      "12 NEAR/5 and OR cannot stand together without parentheses | "
        + "write a NEAR/5 (b OR c) or (a NEAR/5 b) OR c"
    ),
    (
      "a NEAR/5 b AND c",
      "12 NEAR/5 and AND cannot stand together without parentheses | write (a NEAR/5 b) AND c"
    ),
    (
      "a NEAR/5 b THEN/2 c THEN/3 d",
      "12 NEAR/5 and THEN/2 in one row can be read in two ways | "
        + "write a NEAR/5 (b THEN/2 (c THEN/3 d)) or ((a NEAR/5 b) THEN/2 c) THEN/3 d"
    ),
    ("(a NOT b) THEN/5 c", "4 NOT cannot stand inside THEN/5 | put it outside: (a THEN/5 c) NOT b"),
    (
      "a NEAR/5 (b, c AND d)",
      "16 AND cannot stand inside NEAR/5 | put it outside the parentheses, or write OR"
    ),
    ("a)", "2 this ) has no partner | take it out, or write a ( before it"),
    (
      "()",
      "1 there is nothing between these parentheses | write a term between them, or take them out"
    ),
    ("(a OR (b)", "1 this ( has no partner | write (a OR (b))"),
    (
      "\"\"",
      "1 there is no word between these quotes | write a word between the quotes, or take them out"
    ),
    (
      "\"* *\"",
      "1 a phrase of nothing but * finds everything | write a word between the quotes, "
        + "or take them out"
    ),
    (
      "\" ! \"",
      "1 there is no word between these quotes | write a word between the quotes, or take them out"
    ),
    (
      "=",
      "1 = needs a word or a quote directly after it | write for example =CJG or =\"Korte lijnen\""
    ),
    (
      "= MR",
      "1 = needs a word or a quote directly after it | write for example =CJG or =\"Korte lijnen\""
    ),
    (
      "==MR",
      "1 = needs a word or a quote directly after it | write for example =CJG or =\"Korte lijnen\""
    ),
    ("-", "1 \"-\" without a letter or digit is no word | write letters beside it, as in zorg*"),
    (
      "a--b",
      "1 \"a--b\" has two hyphens or apostrophes in a row | "
        + "write one of them, or put the words in quotes: \"a--b\""
    ),
    (
      "a → heel laag",
      "10 nothing can stand after the level | "
        + "write one id of a level after the arrow, and nothing else"
    ),
    ("a → laag, b", "9 nothing can stand after the level | write a, b → laag"),
    (
      "a → laag → hoog",
      "10 nothing can stand after the level | make a line of its own for each level"
    ),
    (
      "→",
      "1 no level stands after this arrow | write the id of a level after it, or take it out"
    ),
    ("→ laag", "1 an arrow and its level stand at the end of the line | write zorg* → laag"),
  ])
  func `are told with column and advice`(text: String, expected: String) {
    #expect(faults(text) == [expected], "\(text)")
  }

  @Test func `are told for each part between commas`() {
    let text = "korte lijnen, zorg, a b (c, d;e/f), NEAR/3, \"x, (f"
    #expect(
      faults(text).map { $0.prefix { $0 != "|" } } == [
        "7 two terms stand side by side ", "23 two terms stand side by side ",
        "30 \";\" means nothing in a rule ", "37 \"NEAR/3\" needs a term on both sides ",
        "45 this quote has no partner ", "49 this ( has no partner ",
      ])
  }

  @Test func `are told of parentheses that are too deep`() {
    let deep = { (count: Int) in
      String(repeating: "(", count: count) + "zorg" + String(repeating: ")", count: count)
    }
    #expect(RuleLine.read(deep(32), path: "rule").value?.rule == .phrase(zorg))
    #expect(
      faults("\(deep(33)), b c") == [
        "33 parentheses stand more than 32 deep here | make several lines of this rule",
        "75 two terms stand side by side | write \"b c\" for the words in a row, "
          + "or b, c for any of them",
      ])
    #expect(faults(String(repeating: "(", count: 10_000)).count == 33)
  }

  @Test func `are told of a rule that is too long`() {
    let text = String(repeating: "zorg, ", count: 4000)
    #expect(
      faults(text) == [
        "20001 this rule has more than 20000 signs | make several lines of it"
      ])
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `have a place in the rule, whatever the rule`(seed: UInt64) {
    let pieces = [
      "a", "zorg*", "*", "?", "\"", "„", "(", ")", ",", ";", "/", "=", "-", "'", "→", "->", " ",
      " ",
      " OR ", " AND ", " NOT ", " NEAR/3 ", " THEN/", "8", "é", "\u{301}", "\u{AD}", "or", "👩‍👩‍👧",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let count = Int.random(in: 0..<14, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let read = RuleLine.read(text, path: "rule")
      let errors = read.diagnostics.filter { $0.severity == .error }
      #expect((read.value == nil) == !errors.isEmpty, "\(text)")
      let columns = 1...text.unicodeScalars.count + 1
      #expect(read.diagnostics.allSatisfy { columns.contains($0.position?.column ?? 0) }, "\(text)")
    }
  }

  private var zorg: Phrase { Phrase(words: [.glob("zorg")], isExact: false) }
}
