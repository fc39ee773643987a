import Corpus
import FileSystem
import Foundation
import Testing

@Suite struct `Documents from elsewhere` {
  static let isPDFRead =
    (try? ChildProcess.run(
      "pdftotext", ["-v"], input: [], seconds: 10, limit: 1 << 16)) != nil

  /// Written by LibreOffice from one text.
  @Test(arguments: [
    ("libreoffice.fodt", ImportFormat.odt), ("libreoffice.odt", .odt), ("libreoffice.docx", .docx),
    ("libreoffice.rtf", .rtf),
  ])
  func `say the same in each format of a word processor`(name: String, format: ImportFormat) throws
  {
    #expect(
      DocumentFixture.dump(try DocumentFixture(name).read(format)) == [
        "Interviewer: Met wie werken jullie samen?",
        "LK1: Vooral met  de logopedist,⏎elke\tdinsdag.⏎⏎En soms bellen we — één keer, in ĳs, 中 🙂.",
        "Interviewer: Waarom dinsdag?",
        "LK1: Dan is zij er.⏎⏎In een kader gezegd.",
        "- 1 tracked deletion", "- 1 footnote", "- 1 comment",
      ])
  }

  @Test func `are read from a word processor's HTML`() throws {
    #expect(
      DocumentFixture.dump(try DocumentFixture("libreoffice.html").read(.html)) == [
        "Interviewer: Met wie werken jullie samen?",
        "LK1: Vooral met de logopedist,⏎elke dinsdag.⏎⏎En soms bellen we — één keer, in ĳs, 中 🙂.",
        "Interviewer: Waarom dinsdag?",
        "LK1: Dan is zij er.",
        "- 1 footnote", "- 1 picture",
      ])
  }

  /// Written by pandoc from Markdown.
  @Test(arguments: [
    ("pandoc.docx", ImportFormat.docx), ("pandoc.odt", .odt), ("pandoc.html", .html),
    ("pandoc.rtf", .rtf),
  ])
  func `are read as a converter writes them`(name: String, format: ImportFormat) throws {
    #expect(
      DocumentFixture.dump(try DocumentFixture(name).read(format)) == [
        "preface: \"x\"",
        "Moderator: Wat betekent de zorglijn voor jullie?",
        "Ria: Veel overleg, zo’n drie keer per week.⏎⏎Ook met ouders.",
        "Moderator: En verder?",
        "Ria: Dat is het.",
      ])
  }

  @Test func `have labels that are bold or not, inside a run or over two`() throws {
    #expect(
      DocumentFixture.dump(try DocumentFixture("word-labels.docx").read(.docx)) == [
        "Interviewer: Hoe lang werken jullie hier al?",
        "PM1: Ik zes jaar, sinds de fusie.",
        "PM2: Twee jaar… en daarvóór bij de peuters.",
        "Interviewer: En de rest?",
        "PM1: Ook zo\tongeveer,⏎én met plezier.",
      ])
  }

  @Test func `may be a table of times, speakers and words`() throws {
    #expect(
      DocumentFixture.dump(try DocumentFixture("word-table.docx").read(.docx)) == [
        "preface: \"Gesprek van 12 maart\"",
        "Agent [1000]: Goedemiddag, waarmee kan ik helpen?",
        "Klant [5000]: Ik bel over mijn aanvraag.",
        "Agent [70000]: Die ligt bij de gemeente.⏎Nog even geduld.",
      ])
    #expect(
      DocumentFixture.dump(try DocumentFixture("table.rtf").read(.rtf)) == [
        "preface: \"Gesprek\\n\\nEinde.\"",
        "Kim [1000]: Wat doen jullie samen?",
        "Ria [9000]: Veel.⏎⏎Elke week.",
      ])
  }

  @Test func `of Otter have names and times above the words`() throws {
    #expect(
      DocumentFixture.dump(try DocumentFixture("otter.docx").read(.docx)) == [
        "preface: \"Groepsgesprek\\n\\nThu, Mar 20, 2025\"",
        "Kim de Boer [1000]: Welkom allemaal.",
        "Speaker 1 [13000]: Dank je. We beginnen met de ouders.",
        "Kim de Boer [3727000]: Tot slot.",
        "- 5 lines of the service's own",
      ])
  }

  @Test func `of Word hold what is inserted, not what is deleted, and text boxes once`() throws {
    #expect(
      DocumentFixture.dump(try DocumentFixture("word-tracked.docx").read(.docx)) == [
        "Interviewer: Wat vinden jullie?",
        "LK1: Eerst dit, en dan dat.",
        "Interviewer: Hier en daar?",
        "LK1: vve\u{2011}groep\ta⏎bc→ zeven mei⏎⏎Op het bord: zorglijn",
        "- 1 tracked deletion", "- 1 footnote", "- 1 comment", "- 1 piece of hidden text",
      ])
  }

  @Test func `in RTF have code pages, Unicode, and groups to leave out`() throws {
    #expect(
      DocumentFixture.dump(try DocumentFixture("word.rtf").read(.rtf)) == [
        "Interviewer: Hoe gáát het…",
        "PM1: Goed—één keer per week, ‘s ochtends’.⏎Met de logopedist.⏎⏎"
          + "中🙂!ą →\tadvies vve\u{2011}groep",
        "Interviewer: En  de  rest ?",
        "PM1: {Klaar} \\ nu~.\u{A0}Ja.",
        "- 1 footnote", "- 1 tracked deletion", "- 6 letters of hidden text", "- 1 picture",
      ])
    #expect(
      DocumentFixture.dump(try DocumentFixture("textedit.rtf").read(.rtf)) == [
        "V: Wat vinden jullie van caféën?", "A: Gezellig … 🙂", "V: Waarom?", "A: Om de mensen.",
      ])
  }

  @Test func `of ELAN have a speaker for each tier, in the order of time`() throws {
    #expect(
      DocumentFixture.dump(try DocumentFixture("elan.eaf").read(.eaf)) == [
        "Ana [1000-3500]: Waar was je?",
        "A-en [1000-3500]: Where were you?",
        "B & co [3600-4800]: Op de groep, bij de peuters.",
        "Ana [6000-7200]: Aha.",
        "A-en [6000-7200]: I see.",
        "- 1 annotation without words",
        "note: the tier \"A-en\" refers to \"A & co\", and is read as a speaker of its own",
      ])
  }

  @Test func `of Transcriber are cut where speakers take over inside a turn`() throws {
    let read = try DocumentFixture("transcriber.trs").read(.trs)
    #expect(
      DocumentFixture.dump(read) == [
        "Enquêteur [1200-4034]: Où étiez-vous à midi ?",
        "Hélène [4034-9750]: À l'école [rire] bien sûr",
        "Enquêteur [9750-11000]: ah bon ?",
        "Hélène [9750-11000]: mais oui",
        "Enquêteur [11000-12000]: d'accord",
        "- 1 comment",
      ])
    #expect(read.value?.first?.language == "fr")
    #expect(read.value?.first?.speakers.map(\.label) == ["Enquêteur", "Hélène"])
  }

  @Test(.enabled(if: isPDFRead)) func `in PDF are put together over lines and pages`() throws {
    let words = """
      Vooral met de logopedist; die komt elke dinsdag kijken bij de peuters, en daarna praten we nog \
      een half uur over wat we gezien hebben en over wat we de week daarna samen anders gaan doen.
      """
    var expected: [String] = []
    for number in 1...14 {
      expected.append("Interviewer: Vraag \(number): met wie werken jullie samen?")
      let more = number % 3 == 0 ? "⏎⏎En soms bellen we tussendoor." : ""
      expected.append("Sanne: Antwoord \(number). \(words)\(more)")
    }
    expected.append("- 6 lines of the heads and feet of pages")
    #expect(DocumentFixture.dump(try DocumentFixture("talk.pdf").read(.pdf)) == expected)
  }
}

@Suite struct `Documents in the home format` {
  @Test(arguments: [
    ("libreoffice.fodt", ImportFormat.odt), ("libreoffice.docx", .docx), ("libreoffice.rtf", .rtf),
    ("libreoffice.html", .html), ("word-labels.docx", .docx), ("word-table.docx", .docx),
    ("word-tracked.docx", .docx), ("word.rtf", .rtf), ("table.rtf", .rtf), ("elan.eaf", .eaf),
    ("transcriber.trs", .trs), ("otter.docx", .docx),
  ])
  func `read back as the same turns`(name: String, format: ImportFormat) throws {
    let imported = try #require(DocumentFixture(name).read(format).value?.first)
    let home = HomeTranscript(imported, path: name)
    #expect(home.turns.map(\.label) == imported.turns.map(\.label))
    #expect(home.turns.map(\.start) == imported.turns.map(\.start))
    #expect(TranscriptWriter.firstDifference(TranscriptWriter.bytes(of: home), from: home) == nil)
  }
}
