import Testing

@Suite struct `Faults in a codebook` {
  @Test(arguments: [
    ("# zorg", "5:3 this heading has no id | write for example # zorg: zorg"),
    (
      "# Korte lijnen",
      "5:3 this heading has no id | write for example # korte-lijnen: Korte lijnen"
    ),
    ("# Coördinatie", "5:3 this heading has no id | write for example # korte-lijnen: Coördinatie"),
    (
      "# Korte lijnen: Titel",
      "5:3 \"Korte lijnen\" is no id | write for example korte-lijnen: small letters a "
        + "to z, digits and single hyphens"
    ),
    (
      "# zorg_kind: Titel",
      "5:3 \"zorg_kind\" is no id | write for example zorg-kind: small letters a to z, "
        + "digits and single hyphens"
    ),
    (
      "# zorg--kind: Titel",
      "5:3 \"zorg--kind\" is no id | write for example zorg-kind: small letters a to z, "
        + "digits and single hyphens"
    ),
    (
      "# : Titel",
      "5:3 this heading has no id | write one: small letters a to z, digits and single "
        + "hyphens"
    ),
    ("# zorg:", "5:7 this heading has no title | write one after the colon, as in # zorg: Zorg"),
    ("# zorg:Titel", "5:7 a blank is missing after this colon | write # zorg: Titel"),
    ("#zorg: Titel", "5:2 a blank is missing after the # | write # zorg: Titel"),
    ("#", "5:2 this heading has no id | write for example # zorg: Zorg"),
    ("# a: A\n### b: B", "6:1 this heading skips a level | write ## or add the code above it"),
    ("## a: A", "5:1 this heading skips a level | write # or add the code above it"),
    (
      "# a: A\n## b: B\n### c: C\n#### d: D\n##### e: E\n###### f: F\n####### g: G",
      "11:1 a heading has at most six # | move this code and those under it up"
    ),
    (
      "# a: A\n## b: B\n# b: C",
      "7:3 the id \"b\" stands on line 6 already | give one of the two codes another id"
    ),
    (
      "Inleiding.\n\n# a: A",
      "5:1 text before the first heading belongs to no code | begin with a heading such "
        + "as # zorg: Zorg, or put it between <!-- and -->"
    ),
    (
      "- when: x\n\n# a: A",
      "5:3 a field before the first heading belongs to no code | begin with a heading "
        + "such as # zorg: Zorg"
    ),
    (
      "# a: A\n- when: x\n\nNog tekst\nen meer.",
      "8:1 text cannot follow a field | indent it by two blanks if it goes on with the "
        + "field, or move it above the fields"
    ),
    (
      "# a: A\n- when: x\n verder",
      "7:1 text cannot follow a field | indent it by two blanks if it goes on with the "
        + "field, or move it above the fields"
    ),
    (
      "# a: A\n-",
      "6:2 a line that begins with \"- \" is a field, and this one has no colon | write "
        + "for example - when: …, or begin the lines of a list with *"
    ),
    ("", "this codebook has no codes | write a heading for each, such as # zorg: Zorg"),
    (
      "Alleen tekst.",
      "this codebook has no codes | write a heading for each, such as # zorg: Zorg\n5:1 "
        + "text before the first heading belongs to no code | begin with a heading such as # "
        + "zorg: Zorg, or put it between <!-- and -->"
    ),
  ])
  func `are told with place and advice`(body: String, expected: String) {
    #expect(faults(inCodebook: codebookHead + body) == expected, "\(body)")
  }

  @Test(arguments: [
    ("# a: A", "1:1 a codebook begins with front matter | begin with ---, id: …, version: …, ---"),
    (
      "",
      "this codebook has no codes | write a heading for each, such as # zorg: Zorg\n1:1 "
        + "a codebook begins with front matter | begin with ---, id: …, version: …, ---"
    ),
    (
      "---\nid: b\nversion: 1\n\n# a: A",
      "1:1 this front matter is never closed | add a line --- after it"
    ),
    (
      "---\ntitle: Boek\n---\n# a: A",
      "1:1 a codebook needs id | write for example id: zorglijn\n1:1 a codebook needs "
        + "version | write for example version: 1.0.0"
    ),
    (
      "---\nid: Mijn boek\nversion: 1\n---\n# a: A",
      "2:5 \"Mijn boek\" is no id | write for example mijn-boek: small letters a to z, "
        + "digits and single hyphens"
    ),
    (
      "---\nid: b\nverson: 1\n---\n# a: A",
      "1:1 a codebook needs version | write for example version: 1.0.0\n3:1 a codebook "
        + "has no setting \"verson\" | did you mean version?"
    ),
    (
      "---\nid: b\nversion: 1\nauteur: ik\n---\n# a: A",
      "4:1 a codebook has no setting \"auteur\" | the settings are id, title, version, "
        + "language, default"
    ),
    (
      "---\nid: b\nversion:\n---\n# a: A",
      "3:9 version needs one text | write version: and a value"
    ),
    ("---\nid: [b]\nversion: 1\n---\n# a: A", "2:5 id needs one text | write id: and a value"),
    (
      "---\nid: b\nversion: 1\nlanguage: de\ndefault: ja\n---\n# a: A",
      "4:11 language cannot be \"de\" | write language: nl or language: en\n5:10 default "
        + "cannot be \"ja\" | write default: true or default: false"
    ),
    (
      "---\nid: b\n  version: 1\n---\n# a: A",
      "3:3 this line is indented by 2 blanks, and 0 are expected | use two blanks for "
        + "each level, and only under a key without a value"
    ),
  ])
  func `in its front matter are told too`(text: String, expected: String) {
    #expect(faults(inCodebook: text) == expected, "\(text)")
  }
}
