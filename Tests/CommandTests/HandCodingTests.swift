import Foundation
import Testing

/// What a day of coding by hand runs into.
@Suite struct `A session of coding by hand` {
  @Test(arguments: [
    ("code A01:2 tijd", "did you mean \"A1\"?"),
    ("code a2 tijd --quote lang_dat", "coded|A2:2.15-24"),
    ("code A1.2 tijd", "write A1:2"), ("code tijd A1:2", "write draad code A1:2 tijd"),
    ("code A1:2 A1:3 tijd", "code takes one passage: A1:2, A1:3"),
    ("code A1:2 Tijd", "coded|A1:2 tijd"), ("code A1:2 wacht", "did you mean tijd/wachten?"),
    ("code A1:3 tijd --quote Dat_werkt", "it stands at A1:2.21-30"),
    ("code A1:2 tijd --quote “Dat werkt” wachten", "does not hold the words"),
    ("code A1:2 tijd --quote „Dat_werkt.”", "coded|A1:2.21-31 tijd: PM1: “Dat werkt.”"),
    ("code A1:2 tijd --quote Dat_…_goed.", "coded|A1:2.21-52 tijd"),
    ("code A1:2 tijd --quote lijnen_..._goed", "A1:2.3-51, A1:2.35-51"),
    ("code A1:2-3 tijd --quote Dat_…_café", "coded|A1:2.21-3.23 tijd"),
    ("code A1 tijd --quote Dat_…_café", "does not stand in A1\n"),
    ("code A1:2 tijd,wachten lijnen", "coded|A1:2 tijd, wachten, lijnen: PM1: “De lijnen"),
    ("uncode A1:3 tijd", "A1:3 has no tijd from you"), ("uncode", "uncode needs a passage"),
    ("recode A1:2 wachten", "a new code or level"), ("memo niets Ironisch", "to note on"),
    ("memos --on A9", "there is no transcript or code"),
    ("memos --coder Bert", "no coder \"Bert\""),
    ("log --coder Bert", "did you mean \"Berta\"?"), ("quotes --coder Bert", "\"Berta\"?"),
    ("quotes --transcript A01", "did you mean \"A1\"?"), ("quotes --role leerkrach", "leerkracht"),
    ("read A01", "did you mean \"A1\"?"), ("read", "read needs a transcript"),
  ])
  func `answers a slip with what to write`(line: String, words: String) throws {
    let study = try CodingStudy()
    try study.run("code A2:3 wachten", as: "Berta")
    let result = try study.run(line)
    let wanted = words.split(separator: "|")
    #expect(result.status == (wanted.count == 2 ? 0 : 2))
    for word in wanted {
      #expect((result.output + result.errors).contains(word), "\(result)")
    }
  }

  @Test func `tells codings of one passage apart`() throws {
    let study = try CodingStudy()
    try study.folder.write(
      CodingStudy.codebook + "\n# vorm: Vorm\n\n- scale: los < vast \"één team\"\n",
      to: "Codebooks/boek.md")
    try study.run("code A1:2 tijd lijnen")
    let asked = try study.run("memo A1:2 Ironisch")
    #expect(
      asked.errors.contains("A1:2 tijd, A1:2 lijnen") && asked.errors.contains("--codes tijd"))
    let noted = try study.run("memo A1:2 Ironisch --codes lijnen")
    #expect(noted.output.hasPrefix("noted on A1:2 lijnen: PM1: “De lijnen"))
    #expect(try study.run("memos --csv").output.hasSuffix(",A1:2 boek:lijnen,Ironisch\n"))
    // Of a turn and a part of it, the turn is meant by its name.
    try study.run("code A1:2 tijd --quote kort")
    #expect(try study.run("recode A1:2 tijd wachten").output.hasPrefix("recoded A1:2 from tijd"))
    #expect(try study.run("uncode A1:2 tijd").output == "took tijd off A1:2.15-19: PM1: “kort”\n")
    // A level is called by its id or its title, and given once.
    #expect(
      try study.run("code A1:2 vorm --level Een_TEAM").output.hasPrefix("coded A1:2 vorm (vast)"))
    let twice = try study.run("code A1:2 vorm --level los")
    #expect(
      twice.status == 2 && twice.errors.contains("draad recode A1:2 vorm --level los changes"))
    #expect(
      try study.run("recode A1:2 vorm --level hoog").errors.contains("its levels are los, vast"))
    let recoded = try study.run("recode A1:2 vorm --level los").output
    #expect(recoded.hasPrefix("recoded A1:2 from vorm (vast) to vorm (los):"))
    #expect(
      try study.run("recode A1:2 vorm --level los").errors.contains("A1:2 has vorm (los) already"))
    // A passage is made shorter by words of it.
    #expect(
      try study.run("resize A1:2 vorm --quote Dat_werkt.").output
        == "moved vorm from A1:2 to A1:2.21-31: PM1: “Dat werkt.”\n")
  }

  @Test func `says what undo takes back and redo puts back, and takes no line for another`() throws
  {
    let study = try CodingStudy()
    try study.run("code A1:3 tijd")
    #expect(
      try study.run("code A1:2 wachten --quote kort").output
        == "coded A1:2.15-19 wachten: PM1: “kort”\n")
    let back = try study.run("undo").output
    #expect(back.hasPrefix("took back: code A1:2.15-19 wachten ("))
    #expect(back.hasSuffix(")\n  A1:2.15-19 wachten is off again: PM1: “kort”\n"))
    #expect(
      try study.run("redo").output.hasSuffix("  coded again: A1:2.15-19 wachten: PM1: “kort”\n"))
    // What was undone before other work cannot be put back after it.
    try study.run("undo")
    try study.run("code A1:2 lijnen")
    #expect(try study.run("undo").output.hasPrefix("took back: code A1:2 lijnen"))
    #expect(try study.run("redo").output.hasPrefix("put back: code A1:2 lijnen"))
    #expect(try study.run("redo").status == 2)
    try study.run("recode A1:2 lijnen tijd")
    #expect(try study.run("undo").output.contains("coded again: A1:2 lijnen: PM1"))
  }

  @Test func `names what undo takes back in a transcript that is gone`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 lijnen")
    try FileManager.default.removeItem(atPath: study.folder("Corpus/A1.md"))
    let undone = try study.run("undo")
    #expect(undone.status == 0)
    #expect(undone.output.hasSuffix(")\n  A1 lijnen is off again\n"))
  }

  @Test func `reads with numbers, and codes a filled in sheet`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd --quote kort")
    #expect(
      try study.run("read A1:2-3").output == """
        2  PM1  De lijnen zijn kort. Dat werkt. De lijnen zijn goed.
        3  LK1  Ja, de lijnen zijn café kort.

        """)
    #expect(
      try study.run("read a1:2 --codings").output == """
        2  PM1  De lijnen zijn kort. Dat werkt. De lijnen zijn goed.
                  - lijnen °: “De lijnen zijn kort.”
                  - lijnen °: “De lijnen zijn goed.”
                  - tijd (Anna): “kort”

        """)
    let some = try study.run("read A1:2 --coder anna --codes tijd").output
    #expect(some.hasSuffix("goed.\n          - tijd (Anna): “kort”\n"))
    let sheet = try study.run("read A1 --csv").output
    #expect(sheet.hasPrefix("position,speaker,role,words,codes,code\nA1:1,MOD,moderator,"))
    let filled = sheet.split(separator: "\n").map { $0.hasPrefix("A1:3") ? $0 + "wachten" : $0 }
    #expect(
      try study.run("code --from -", input: filled.joined(separator: "\n")).output
        == "coded A1:3 wachten: LK1: “Ja, de lijnen zijn café kort.”\n")
  }

  @Test func `takes a file without names of columns for one fault`() throws {
    let study = try CodingStudy()
    let result = try study.run("code --from -", input: "A1:2,tijd\nA1:3,tijd\n")
    #expect(
      result.errors.hasSuffix(
        "standard input:1:1: error: the first line does not name the columns\n"
          + "  fix: begin with a line position,code\n"))
  }

  @Test func `knows a new code from an old one`() throws {
    let study = try CodingStudy()
    let again = try study.run("code A1:2 --new WACHTEN").output
    #expect(again.hasPrefix("wachten is there already: Wachten\ncoded A1:2 wachten: "))
    try study.run("code A1:3 --new Korte_lijntjes")
    #expect(
      try study.run("codebook show").output.contains("New codes\n  korte-lijntjes  Korte lijntjes"))
    #expect(try study.run("codebook show korte-lijntjes").output.contains("Korte lijntjes"))
    #expect(
      try study.run("codebook rename korte-lijntjes lijntjes").errors
        .contains("draad codebook adopt korte-lijntjes takes it into the book"))
    try study.run("codebook adopt korte-lijntjes")
    try study.run("codebook delete korte-lijntjes --to tijd")
    #expect(try !study.run("status").output.contains("korte-lijntjes"))
  }

  @Test func `speaks the language of the study, of the coder who was asked for`() throws {
    let study = try CodingStudy()
    try study.folder.write(
      CodingStudy.codebook.replacing("language: en", with: "language: nl"), to: "Codebooks/boek.md")
    try study.run("code A1:2 tijd --memo Ironisch")
    try study.run("code A1:3 tijd", as: "Bert")
    try study.run("code A1:2 wachten", as: "Bert")
    #expect(try study.run("log").output.contains("wanneer               wie   wat"))
    #expect(try study.run("memos").output.contains("A1:2 tijd  Ironisch"))
    #expect(try study.run("log --language en").output.contains("when                  who   what"))
    #expect(try study.run("quotes --coder Bert").output.contains("; 2 met de hand\n"))
    #expect(try study.run("quotes").output.contains("; 3 met de hand\n"))
    let status = try study.run("status --coder bert --csv").output.split(separator: "\n")
    #expect(status.count == 2 && status[1].hasPrefix("Bert,2,"))
  }
}
