import Testing

@Suite struct `Faults in a field of a code` {
  @Test(arguments: [
    ("# a: A\n- wehn: x", "6:3 a code has no field \"wehn\" | did you mean \"when\"?"),
    ("# a: A\n- notwhen: x", "6:3 a code has no field \"notwhen\" | did you mean \"not when\"?"),
    (
      "# a: A\n- een lijst: van dingen",
      "6:3 a code has no field \"een lijst\" | the fields are when, not when, example, "
        + "counterexample, match, except, unit, within, speakers, scale, color, was, guid; "
        + "begin the lines of a list with *"
    ),
    (
      "# a: A\n- een lijst",
      "6:3 a line that begins with \"- \" is a field, and this one has no colon | write "
        + "for example - when: …, or begin the lines of a list with *"
    ),
    ("# a: A\n- when:", "6:3 when has no value | write it after the colon, or take the line out"),
    ("# a: A\n- match:", "6:3 match has no value | write a rule, as in - match: `zorg*`"),
    (
      "# a: A\n- when:\n  - x\n  - y",
      "7:3 only match and except can have a list under them | write a line \"- when: …\" "
        + "for each"
    ),
    (
      "# a: A\n- unit: turn\n- unit: sentence",
      "7:3 unit can stand once, and stands on line 6 already | keep one of them"
    ),
    ("# a: A\n- unit: zin", "6:9 unit cannot be \"zin\" | write unit: sentence or unit: turn"),
    (
      "# a: A\n- within: alinea",
      "6:11 within cannot be \"alinea\" | write within: turn or within: sentence"
    ),
    (
      "# a: A\n- unit: turn\n- within: turn",
      "7:11 warning: within: turn adds nothing to unit: turn | take it out, or write "
        + "unit: sentence"
    ),
    (
      "# a: A\n- unit: turn\n- within: sentence",
      "7:11 a code with unit: turn is looked for in the whole turn | take it out, or "
        + "write unit: sentence"
    ),
    (
      "# a: A\n- unit: turn\n## b: B\n- within: turn",
      "8:11 warning: within: turn adds nothing to unit: turn | take it out, or write "
        + "unit: sentence"
    ),
    (
      "# a: A\n- speakers: leerkracht,, ib'er",
      "6:24 a role is missing here | take the comma out, or write a role"
    ),
    (
      "# a: A\n- speakers: leerkracht, all",
      "6:25 all cannot stand beside a role | write speakers: all, or roles only"
    ),
    ("# a: A\n- color: #12345", "6:10 \"#12345\" is no color | write for example #0B6E4F"),
    ("# a: A\n- color: rood", "6:10 \"rood\" is no color | write for example #0B6E4F"),
    (
      "# a: A\n- guid: 12",
      "6:9 \"12\" is no guid | write it as in the REFI-QDA file, or take it out"
    ),
    (
      "# a: A\n- was: b, C, \n# d: D",
      "6:11 \"C\" is no id | write for example c: small letters a to z, digits and "
        + "single hyphens\n6:13 an id is missing here | write one: small letters a to z, "
        + "digits and single hyphens"
    ),
    (
      "# a: A\n- was: b\n# b: B",
      "6:8 \"b\" is the id of a code on line 7, and cannot be an earlier one | take it "
        + "out, or rename that code"
    ),
    (
      "# a: A\n- was: c\n# b: B\n- was: d, c",
      "8:11 \"c\" stands in a \"was\" on line 6 already | keep the one that its codings go to"
    ),
    (
      "# a: A\n- was: a",
      "6:8 \"a\" is the id of a code on line 5, and cannot be an earlier one | take it "
        + "out, or rename that code"
    ),
    (
      "# a: A\n- scale: laag",
      "6:10 a scale has at least two levels | write them from low to high, as in laag < "
        + "midden < hoog"
    ),
    (
      "# a: A\n- scale: laag < laag",
      "6:17 the level \"laag\" stands here twice | keep one of them"
    ),
    (
      "# a: A\n- scale: laag, hoog",
      "6:10 a scale has at least two levels | write them from low to high, as in laag < "
        + "midden < hoog"
    ),
    (
      "# a: A\n- scale: laag < < hoog",
      "6:16 a level is missing here | write one: small letters a to z, digits and single "
        + "hyphens; part the levels by <"
    ),
    (
      "# a: A\n- scale: laag < mixed",
      "6:17 \"mixed\" is what units are called whose lines disagree | rename the level"
    ),
    (
      "# a: A\n- scale: laag Laag < hoog",
      "6:15 the title of a level stands in double quotes | write for example laag "
        + "\"Laag\", and < between levels"
    ),
    (
      "# a: A\n- scale: laag \"Laag < hoog",
      "6:15 the title of a level stands in double quotes | write for example laag "
        + "\"Laag\", and < between levels"
    ),
    (
      "# a: A\n- match: `zorg → laag`",
      "6:18 this code has no scale, so that an arrow means nothing | take the arrow out, "
        + "or give the code a scale with the level laag"
    ),
    (
      "# a: A\n- match: `zorg → lag`\n- scale: laag < hoog",
      "6:18 the scale has no level \"lag\" | did you mean laag? the levels are laag, hoog"
    ),
    (
      "# a: A\n- match: `zorg` → midden\n- scale: laag < hoog",
      "6:19 the scale has no level \"midden\" | the levels are laag, hoog"
    ),
    (
      "# a: A\n- except: `zorg → laag`\n- match: `x`\n- scale: laag < hoog",
      "6:19 an except has no level | take the arrow out"
    ),
    (
      "# a: A\n- scale: laag < hoog\n- example: Goede zorg. → hoger",
      "7:26 the scale has no level \"hoger\" | the levels are laag, hoog"
    ),
    (
      "# a: A\n- scale: laag < hoog\n- example: Goede zorg. →",
      "7:24 no level stands after this arrow | write one, or take the arrow out"
    ),
    (
      "# a: A\n- scale: laag < hoog\n- example: → laag",
      "7:12 there is no example before this arrow | write one"
    ),
    (
      "# a: A\n- scale: laag < hoog\n- counterexample: Zorg. → laag",
      "7:27 a counterexample has no level, since it must not get the code | take the "
        + "arrow out, or write example"
    ),
    (
      "# a: A\n- example: Goede zorg. → laag",
      "6:26 this code has no scale, so that an arrow means nothing | take the arrow out, "
        + "or give the code a scale with the level laag"
    ),
    (
      "# a: A\n- except: `zorg`",
      "6:3 warning: except does nothing without match | add a match or take it out"
    ),
    (
      "# a: A\n- match: zorg*, *kind",
      "6:10 warning: in print, the asterisks of this rule would make it slanted | put "
        + "the rule between two backticks"
    ),
    (
      "# a: A\n- match: `zorg*, *kind",
      "6:10 this backtick has no partner | write one after the rule too"
    ),
    (
      "# a: A\n- match: zorg*, *kind`",
      "6:22 this backtick has no partner | write one before the rule too"
    ),
    (
      "# a: A\n- match: `zorg*`, `kind`",
      "6:16 a rule stands in one pair of backticks | take this one out"
    ),
    (
      "# a: A\n- match: `zorg*` OR kind",
      "6:18 only an arrow can follow the closing backtick | put the backtick at the end "
        + "of the rule"
    ),
    (
      "# a: A\n- match: `zorg`\n  - `kind`",
      "7:3 rules stand on the line of the field or in a list under it | write all of "
        + "them in the list"
    ),
    (
      "# a: A\n- match:\n  - `zorg`\n  -\n  - `korte lijnen`",
      "8:3 this item is empty | write a rule, as in - `zorg*`\n9:12 two terms stand side "
        + "by side | write \"korte lijnen\" for the words in a row, or korte, lijnen for any "
        + "of them"
    ),
    (
      "# a: A\n- match: `zorg,\n  kind OR lijn,\n    korte lijnen`",
      "8:11 two terms stand side by side | write \"korte lijnen\" for the words in a "
        + "row, or korte, lijnen for any of them"
    ),
    ("# a: A\n- match: ``", "6:10 this rule is empty | write a word, as in zorg*"),
    ("# a: A\n<!-- nooit\ndicht", "6:1 this comment is never closed | write --> at its end"),
    (
      "# a: A\n<!-- dicht --> tekst",
      "6:16 nothing can follow a comment on its line | begin a new line after -->"
    ),
  ])
  func `are told with place and advice`(body: String, expected: String) {
    #expect(faults(inCodebook: codebookHead + body) == expected, "\(body)")
  }
}
