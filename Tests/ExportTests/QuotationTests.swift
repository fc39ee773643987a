import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

@Suite struct `Quoting` {
  static let script = Script(
    id: "FG07", variables: [Variable(key: "location", value: "KC Zee", isPrivate: true)],
    speakers: [
      Speaker(
        "PM2", "pedagogisch medewerker", [Variable(key: "form", value: "=x", isPrivate: false)]),
      Speaker("A"),
    ],
    turns: [
      (0, ["Ja, zó 👩‍👩‍👧 is het.", "Korte lijnen *helpen*."]),
      (1, ["Korte lijnen\nhelpen."]),
      (0, ["Ja."]),
    ])

  func quotations(context: Int = 0, showingPrivate: Bool = false) -> Quotations {
    let coded = Quoting.script.coded([
      Coding(code: 2, turn: 0, sentences: 1..<2, evidence: [5, 6]),
      Coding(code: 1, turn: 1, sentences: 0..<1, evidence: [1]),
      Coding(code: 2, turn: 2, sentences: 0..<1),
    ])
    let corpus = CodedCorpus(
      codebook: SmallStudy.codebook, transcripts: [coded], skipped: ["Corpus/FG08.md"])
    return Quotations(
      of: corpus, context: context, showingPrivate: showingPrivate, in: .en)
  }

  @Test func `gives positions in code points from 0`() throws {
    let list = quotations().list
    #expect(list.map(\.position) == ["FG07:2", "FG07:1.21-43", "FG07:3"])
    #expect(list.map(\.inText) == [52..<72, 26..<48, 78..<81])
    #expect(list[1].text == "Korte lijnen *helpen*.")
    #expect(list[0].text == "Korte lijnen\nhelpen.")
  }

  @Test func `names who says it and where`() {
    #expect(
      quotations().list.map(\.attribution) == [
        "A, FG07:2", "PM2, pedagogisch medewerker, FG07:1", "PM2, pedagogisch medewerker, FG07:3",
      ])
  }

  @Test func `gives the same words the same id, and numbers their repeats in the transcript`() {
    var script = Quoting.script
    script.turns = [
      (0, ["Ja.", "Nee.", "Ja.", "Ja nee."]), (1, ["Ja!"]), (0, ["Nee ja."]),
    ]
    let transcript = script.coded().transcript
    let names = QuotationNames(of: transcript, WordTable(of: transcript))
    let ja = names.id(turn: 0, words: 0..<1)
    #expect(ja.hasPrefix("FG07:q") && ja.unicodeScalars.count == 11)
    #expect(names.id(turn: 0, words: 2..<3) == ja + ".2")
    #expect(names.id(turn: 1, words: 0..<1) == ja + ".4")
    #expect(names.id(turn: 0, words: 0..<2) + ".2" == names.id(turn: 0, words: 3..<5))
  }

  @Test func `writes five digits of base 32 without i, l, o and u`() {
    // 00000 10010 10100 11011 11111
    var digits: [UInt8] = []
    QuotationNames.appendBase32([0b0000_0100, 0b1010_1001, 0b1011_1111, 0xFF], to: &digits)
    #expect(digits == Array("0jmvz".utf8))
  }

  @Test func `prints quotations under their codes with context and evidence`() {
    let text = quotations(context: 1).text(width: 60, markingEvidence: true)
    let ids = quotations().list.map(\.id)
    #expect(
      text == """
        zorgpeuters: Titel van zorgpeuters (1)

            PM2: Ja, zó 👩‍👩‍👧 is het. Korte lijnen *helpen*.
          “Korte »lijnen« helpen.”°
          A, FG07:2 · \(ids[0])
            PM2: Ja.

        leerlingzorg: Titel van leerlingzorg (2)

          “»Korte lijnen« *helpen*.”°
          PM2, pedagogisch medewerker, FG07:1 · \(ids[1])
            A: Korte lijnen helpen.

            A: Korte lijnen helpen.
          “Ja.”°
          PM2, pedagogisch medewerker, FG07:3 · \(ids[2])

        3 places proposed by rules (zorglijn 1.0.0): 0 accepted, 0
        rejected, 3 not reviewed; 0 by hand
        Could not be read and not counted: Corpus/FG08.md

        """)
  }

  @Test func `prints the same in Markdown, with evidence in bold`() {
    let lines = quotations().markdown(markingEvidence: true).split(separator: "\n")
    #expect(lines[0] == "## zorgpeuters: Titel van zorgpeuters (1)")
    #expect(lines[1] == "> “Korte **lijnen** helpen.”°")
    #expect(lines.contains("> “**Korte lijnen** \\*helpen\\*.”°"))
  }

  @Test func `writes a table with the path of the code and the variables that may be read`() {
    let lines = quotations().csv().split(separator: "\n")
    #expect(
      lines[0] == """
        id,code,code_title,level,code_1,code_2,transcript,turn,start,end,text_start,text_end,\
        position,quotation,status,coders,reviewers,speaker,role,person,speaker_form
        """)
    #expect(
      lines.last?.hasSuffix(
        """
        ,leerlingzorg,Titel van leerlingzorg,,lijnen,leerlingzorg,FG07,3,0,3,78,81,FG07:3,Ja.,open,,,\
        PM2,pedagogisch medewerker,,'=x
        """) == true)
    for text in [quotations().csv(), quotations().json(), quotations().text()] {
      #expect(!text.contains("KC Zee"))
    }
    #expect(quotations(showingPrivate: true).csv().contains(",KC Zee,"))
  }

  @Test func `gives evidence and context in JSON`() {
    let json = quotations(context: 1).json()
    #expect(
      json.contains(
        """
        "evidence": [{"start": 21, "end": 33}], "before": [], "after": [{"turn": 2, \
        "speaker": "A", "text": "Korte lijnen\\nhelpen."}]}
        """))
  }

  @Test func `lists what moderators say, although tables do not count it`() {
    let list = Quotations(of: SmallStudy.corpus, in: .nl).list
    #expect(list.count == 10)
    #expect(list.count { $0.speaker.isModerator } == 1)
  }
}
