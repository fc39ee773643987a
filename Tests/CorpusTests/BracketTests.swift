import Testing

@testable import Corpus

@Suite struct `Brackets in a turn` {
  @Test(arguments: [
    ("Met [naam] erbij", "Met [] erbij |"),
    ("[naam] [naam]", "[] []"),
    ("Met [een [naam] hier] erbij", "Met [] erbij |"),
    ("Met ((hoest hard)) erbij", "Met erbij |"),
    ("Met ((a) (b)) erbij", "Met a b erbij |"),
    ("Met (.) en (..) en (…) en (2.3) en (2) en (4 sec) en (1,5s)", "Met en en en en en en |"),
    ("In dat jaar (2019) ja", "In dat jaar 2019 ja |"),
    ("Eén (a) twee (1a) drie ()", "Eén a twee 1a drie |"),
    ("Nou (lacht) en (Lachend) en (LACHT hard, lang)", "Nou en en |"),
    ("Nou (lacht…) en (lacht\u{A0}hard) en (lacht—hard)", "Nou en en |"),
    ("Nou (praten door elkaar) en (door  elkaar)", "Nou en |"),
    ("Nou (inaudible 00:12) en (onverstaanbaar)", "Nou en |"),
    ("Nou (lachte hij) en (hij lacht)", "Nou lachte hij en hij lacht |"),
    ("Om [00:01:12] en (1:12) en [01:12.5]", "Om en en |"),
    ("Om (1:75:00) en (17:3)", "Om 1 75 00 en 17 3 |"),
    ("Los [naam en (lacht en ] en )", "Los [] en |"),
    ("Los ] naam ) en [ ja", "Los naam en ja |"),
    ("Los (lacht en [naam] ja", "Los lacht en [] ja |"),
  ])
  func `take one place, none, or are speech`(text: String, row: String) {
    #expect(cut(text) == row)
  }

  @Test(arguments: [
    ("Met [naam] erbij", "Met naam erbij |"),
    ("Met [[naam]] erbij", "Met naam erbij |"),
    ("Om [00:01:12] (lacht)", "Om |"),
  ])
  func `are speech when the transcript says so`(text: String, row: String) {
    #expect(cut(text, bracketsAreWords: true) == row)
  }

  @Test func `can stand open by the hundred thousand`() {
    let open = String(repeating: "([", count: 100_000)
    #expect(cut(open + " ja") == "ja |")
    let nested =
      String(repeating: "(", count: 50_000) + "ja" + String(repeating: ")", count: 50_000)
    #expect(cut(nested + "[x]") == "[]")
  }
}
