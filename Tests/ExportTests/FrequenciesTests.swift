import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

@Suite struct `Counting codes` {
  let table = Talk(of: SmallStudy.corpus).frequencies(in: .nl)

  @Test func `gives the numbers that were counted on paper`() {
    // code, places, own, sentences, turns, participants, transcripts, words; shares of 6 turns,
    // 4 participants, 3 transcripts and 41 words.
    let expected = """
      code,title,path,depth,places,own,sentences,turns,turns_share,participants,participants_share,\
      transcripts,transcripts_share,words,words_share
      lijnen,Titel van lijnen,lijnen,1,4,1,7,4,\(4.0 / 6),3,0.75,2,\(2.0 / 3),28,\(28.0 / 41)
      zorgpeuters,Titel van zorgpeuters,lijnen/zorgpeuters,2,3,3,4,3,0.5,3,0.75,2,\(2.0 / 3),14,\
      \(14.0 / 41)
      leerlingzorg,Titel van leerlingzorg,lijnen/leerlingzorg,2,2,2,2,2,\(2.0 / 6),2,0.5,2,\
      \(2.0 / 3),10,\(10.0 / 41)
      ouders,Titel van ouders,ouders,1,3,3,3,2,\(2.0 / 6),2,0.5,2,\(2.0 / 3),11,\(11.0 / 41)
      tijd,Titel van tijd,tijd,1,0,0,0,0,0.0,0,0.0,0,0.0,0,0.0

      """
    #expect(table.csv() == expected)
  }

  @Test func `prints the same numbers rounded in Dutch, without titles where they do not fit`() {
    let expected = """
      Frequenties

      code            plaatsen  eigen  zinnen     beurten  deelnemers  transcripten      woorden
      ──────────────  ────────  ─────  ──────  ──────────  ──────────  ────────────  ───────────
      lijnen                 4      1       7  4 (66,7 %)     3 van 4       2 van 3  28 (68,3 %)
        zorgpeuters          3      3       4  3 (50,0 %)     3 van 4       2 van 3  14 (34,1 %)
        leerlingzorg         2      2       2  2 (33,3 %)     2 van 4       2 van 3  10 (24,4 %)
      ouders                 3      3       3  2 (33,3 %)     2 van 4       2 van 3  11 (26,8 %)
      tijd                   0      0       0   0 (0,0 %)     0 van 4       0 van 3    0 (0,0 %)

      Geheel: 41 woorden in 11 zinnen en 6 beurten van 4 deelnemers in 3 transcripten
      9 plaatsen voorgesteld door regels (zorglijn 1.0.0): 0 aanvaard, 0 afgewezen, 9 niet
      beoordeeld; 0 met de hand
      Demonstratiemateriaal, verzonnen voor Draad; zegt niets over echte mensen.
      Demonstration data, invented for Draad; says nothing about real people.

      """
    #expect(table.text(width: 90) == expected)
  }

  @Test func `fits any terminal without cutting a number`() {
    for width in 30...120 {
      let lines = table.text(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { displayWidth(String($0)) <= width })
      #expect(lines.contains { $0.contains("28 (68,3 %)") })
    }
  }
}
