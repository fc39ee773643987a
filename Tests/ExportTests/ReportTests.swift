import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

@Suite struct `The report of the small study` {
  func report(_ corpus: CodedCorpus) async -> Report {
    await Report(title: "Kinderen | klein", of: corpus, in: .nl)
  }

  @Test func `writes every table in two formats, and a document`() async {
    let names = await report(SmallStudy.corpus).files().map(\.name)
    #expect(names.first == "index.html")
    #expect(names.count == 2 + 12 * 2 + 3)
    #expect(Set(names).count == names.count)
    #expect(names.contains("levels.csv") && names.contains("quotations.csv"))
  }

  @Test func `is the same to the byte in any order of transcripts`() async {
    let corpus = SmallStudy.corpus
    let reversed = CodedCorpus(
      codebook: corpus.codebook, transcripts: corpus.transcripts.reversed(), skipped: [])
    let files = await report(corpus).files()
    #expect(await report(reversed).files() == files)
  }

  @Test func `says in every file for people what it stands on`() async {
    for file in await report(SmallStudy.corpus).files() where !file.name.hasSuffix(".csv") {
      #expect(file.contents.contains("voorgesteld door regels (zorglijn 1.0.0)"))
      #expect(
        file.contents.contains(
          "Demonstration data, invented for Draad; says nothing about real people."))
    }
  }

  @Test func `never shows a private value`() async {
    for file in await report(SmallStudy.corpus).files() {
      #expect(!file.contents.contains("KC Zee") && !file.contents.contains("KC Duin"))
    }
  }

  @Test func `sums up, and says what wants attention`() {
    let talk = Talk(of: SmallStudy.corpus)
    #expect(
      talk.summary(in: .en) == [
        "Whole: 41 words in 11 sentences and 6 turns of 4 participants in 3 transcripts",
        "zorglijn: 4 of 5 codes have a place", "9 places in 5 turns (83.3%)",
      ])
    #expect(
      talk.attention(in: .en) == [
        "Codes without a place: tijd", "Transcripts without a place: FG03",
        "Speakers that are not declared: FG03:A",
      ])
  }

  @Test func `stands on an empty corpus too`() async {
    let empty = CodedCorpus(codebook: SmallStudy.codebook, transcripts: [], skipped: ["a.md"])
    let files = await report(empty).files()
    #expect(files.count == 29)
    #expect(files[0].contents.contains("0 woorden"))
    #expect(Talk(of: empty).notes(in: .en).last == "Could not be read and not counted: a.md")
  }

  @Test func `says who talks in each transcript, and how much`() {
    let expected = """
      transcript,speaker,role,person,declared,turns,words,words_share,longest_turn
      FG01,MOD,moderator,,yes,1,5,,5
      FG01,LK1,leerkracht,,yes,2,15,\(15.0 / 21),11
      FG01,PM1,pedagogisch medewerker,P1,yes,1,6,\(6.0 / 21),6
      FG02,MOD,moderator,,yes,1,3,,3
      FG02,PM3,pedagogisch medewerker,P1,yes,1,7,\(7.0 / 17),7
      FG02,IB1,intern begeleider,,yes,1,10,\(10.0 / 17),10
      FG03,A,,,no,1,3,1.0,3

      """
    #expect(Talk(of: SmallStudy.corpus).speakerSummary(in: .nl).csv() == expected)
  }
}
