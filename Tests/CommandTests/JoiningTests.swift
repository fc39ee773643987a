import Foundation
import Testing

@Suite struct `Joining and erasing` {
  @Test func `takes in each line once, in any order of studies`() throws {
    let (one, other) = (try CodingStudy(), try CodingStudy())
    try one.run("code A1:2 tijd --memo eigen")
    try other.run("code A1:3 tijd --memo noot", as: "Bram")
    try other.run("code A2:3 wachten --new Iets", as: "Bram")
    #expect(
      try one.run("join \(other.folder.path)").output
        == "Bram: 2 lines came in with 3 codings, 1 memo\n")
    #expect(
      try one.run("join \(other.folder.path)").output
        == "Bram: nothing new; 2 were here already\n")
    try other.run("code A2:1 tijd", as: "Bram")
    #expect(try one.run("join \(other.folder.path)").output.hasPrefix("Bram: 1 line came in"))
    #expect(try other.run("join \(one.folder.path)").output.contains("Anna: 1 line came in"))
    let tables = try [one, other].map { try $0.run("frequencies --csv").output }
    #expect(tables[0] == tables[1])
    #expect(try one.logFiles() == other.logFiles())
    #expect(try one.run("log check").status == 0)
  }

  @Test func `keeps both sides when one strand went on in two places`() throws {
    let (one, other) = (try CodingStudy(), try CodingStudy())
    try one.run("code A1:2 tijd")
    let file = try #require(one.logFiles().first)
    let begun = try one.folder.read("Corpus/Codings/" + file)
    try one.run("code A1:3 tijd --memo hier")
    try other.folder.makeFolder("Corpus/Codings/anna")
    try other.folder.write(begun, to: "Corpus/Codings/" + file)
    // The same machine, on which the study was put back in its old place.
    let whole = try one.folder.read("Corpus/Codings/" + file)
    try one.folder.write(begun, to: "Corpus/Codings/" + file)
    try one.run("code A2:3 tijd --memo daar")
    try other.folder.write(whole, to: "Corpus/Codings/" + file)
    let joined = try one.run("join \(other.folder.path)")
    #expect(joined.output == "Anna: 1 line came in with 1 coding, 1 memo; 1 was here already\n")
    #expect(joined.errors.contains("a fork, of which all is read"))
    #expect(try one.run("log check").status == 1)
    #expect(try one.run("log accept-fork").status == 0)
    #expect(try one.run("log check").status == 0)
    let memos = try one.run("memos --csv").output
    #expect(memos.contains("hier") && memos.contains("daar"))
  }

  @Test func `says which codings stand on a transcript that differs, or is not here`() throws {
    let (one, other) = (try CodingStudy(), try CodingStudy())
    try other.run("code A1:3 tijd --quote café", as: "Bram")
    try other.run("code A1:2 tijd --quote werkt", as: "Bram")
    try other.run("code A2:2 tijd", as: "Bram")
    try FileManager.default.removeItem(atPath: one.folder("Corpus/A2.md"))
    try one.folder.write(
      CodingStudy.transcript.replacing("café ", with: ""), to: "Corpus/A1.md")
    let joined = try one.run("join \(other.folder.path)").output
    #expect(joined.contains("A1 differs here from what was coded: of 2 codings 1 stand on the"))
    #expect(joined.contains("1 have no words here: see draad reanchor"))
    #expect(joined.contains("A2 is not here: 1 coding waits for it"))
  }

  @Test(arguments: [
    ("join", "needs the folder"), ("join nowhere", "nobody has coded there"),
    ("join .", "this is the same study"),
  ])
  func `of what is no other study is refused`(line: String, words: String) throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd")
    let result = try study.run(line)
    #expect(result.status == 2)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func `two names with one folder bring in nothing`() throws {
    let (one, other) = (try CodingStudy(), try CodingStudy())
    try one.run("code A1:2 tijd", as: "Zoe")
    try other.run("code A1:3 tijd", as: "Zoë")
    let joined = try one.run("join \(other.folder.path)")
    #expect(joined.status == 2)
    #expect(joined.errors.contains("two names with one folder, zoe"))
    #expect(try one.logFiles().count == 1)
  }

  @Test func `takes a speaker's words out of transcript and log, and the proof holds`() throws {
    let (study, copy) = (try CodingStudy(), try CodingStudy())
    try study.run("code A1:3 tijd --quote café_kort --memo geheime_noot")
    try study.run("code A1:2 wachten --quote zijn_goed --memo blijft")
    try study.run("code --from -", as: "Bram", input: "position,code\nA1:3,tijd\nA1:2,tijd\n")
    try copy.run("join \(study.folder.path)")
    #expect(try study.run("erase A1:LK1").status == 2)
    #expect(try study.folder.read("Corpus/A1.md").contains("café"))
    let erased = try study.run("erase A1:LK1 --why consent_withdrawn")
    #expect(erased.output.contains("the words of 2 quotations, 1 memos and reasons; 2 codings"))
    for place in [study, copy] {
      if place === copy { try copy.run("join \(study.folder.path)") }
      let log = try place.logFiles().map { try place.folder.read("Corpus/Codings/" + $0) }.joined()
      // "cafe" alone could be four digits of a digest.
      for words in ["café", "cafe kort", "cafe\"", "geheim"] {
        #expect(!log.contains(words), "\(words) is left")
      }
      #expect(log.contains("zijn goed") && log.contains("blijft"))
      let check = try place.run("log check")
      #expect(check.status == 0, "\(check.output)")
    }
    #expect(try study.folder.read("Corpus/A1.md").contains("LK1: [erased]\n"))
    #expect(try study.run("quotes --origin hand").output.contains("“De lijnen zijn kort"))
    #expect(try study.run("reanchor").status == 0)
    // Who joins later never sees the words.
    let late = try CodingStudy()
    try late.run("join \(study.folder.path)")
    #expect(try late.run("memos --csv").output.contains("(erased)"))
    #expect(try study.run("undo").output.contains("took back: code A1:2.42-51 wachten"))
    #expect(try study.run("undo").output.contains("took back: code A1:3.19-28 tijd"))
    #expect(try study.run("undo").status == 2)
  }
}
