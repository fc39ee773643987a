import Foundation
import Testing

/// A study of two transcripts that three people coded; A1 is the same for all, A2 is Cas's only.
private func compared() throws -> CodingStudy {
  let study = try CodingStudy()
  try study.folder.write(codebook, to: "Codebooks/boek.md")
  let files = [
    ("Anna de Wit", "A1:2,lijnen,\nA1:2,tijd,\nA1:2.0-20,vorm,laag\nA1:1,tijd,\n"),
    ("Bo", "A1:2.0-20,lijnen,\nA1:3,tijd,\nA1:2.0-20,vorm,hoog\n"),
    ("Cas", "A1:2,lijnen,\nA2:2,tijd,\n"),
  ]
  for (coder, rows) in files {
    try study.run("code --from -", as: coder, input: "position,code,level\n" + rows)
  }
  return study
}

private let codebook = """
  ---
  id: boek
  title: Boek
  version: 1.0.0
  language: en
  ---

  # lijnen: Lijnen
  How people *reach* each other.

  - match: `goed`
  - match: `café`

  # tijd: Tijd

  ## wachten: Wachten

  # vorm: Vorm

  - scale: laag < hoog

  """

@Suite struct `Comparing the coders of a study` {
  @Test func `counts what participants say, for each code and over all`() throws {
    let study = try compared()
    let result = try study.run("agreement --coders anna-de-wit,Bo --csv --unit sentence")
    let rows = result.output.split(separator: "\n").map(String.init)
    #expect(
      rows[0] == "code,title,path,about,units,coded_units,prevalence,bias,coefficient,name,"
        + "weights,level,value,low,high,reason")
    // Sentences: three of PM1, one of LK1; the moderator's do not count.
    #expect(
      rows.contains(
        "lijnen,Lijnen,lijnen,code,4,3,0.0,0.5,percent_agreement,Agreement (share),,,0.5,,,"
          + "\"too few units (4, needs 10)\""))
    // A child's codings are its parent's; who coded nothing has no row.
    #expect(rows.contains { $0.hasPrefix("tijd,Tijd,tijd,code,4,4,0.0,0.5,cohens_kappa") })
    #expect(!rows.contains { $0.hasPrefix("wachten") })
    #expect(
      rows.contains(
        "vorm,Vorm,vorm,level,1,1,,,krippendorffs_alpha,Krippendorff's α (ordinal),,ordinal,0.0,,,"
          + "\"too few units (1, needs 10)\""))
    #expect(result.errors.contains("Anna de Wit called no transcript done"))
    #expect(result.errors.hasSuffix("coding of theirs: A1\n"))
    #expect(result.status == 0)
  }

  @Test func `says why a number is undefined, and never 0 or NaN`() throws {
    let study = try compared()
    let all = try study.run("agreement --coders anna-de-wit,Bo --codes wachten,vorm --all --json")
    #expect(!all.output.contains("NaN"))
    #expect(
      all.output.contains(
        "\"value\": null, \"low\": null, \"high\": null, \"reason\": \"only one category was used\""
      ))
    let three = try study.run("agreement --coders anna-de-wit,bo,Cas --language nl")
    #expect(three.output.contains("alleen voor twee codeurs"))
  }

  @Test func `takes what all called done, with the codes that are compared`() throws {
    let study = try compared()
    func units(_ options: String) throws -> String {
      let rows = try study.run("agreement --coders anna-de-wit,bo --csv " + options)
      return rows.output.split(separator: "\n").dropFirst().first.map {
        String($0.split(separator: ",", omittingEmptySubsequences: false)[4])
      } ?? rows.errors
    }
    try study.run("done A1 A2", as: "Anna de Wit")
    #expect(try units("") == "2")
    try study.run("done A1 A2 --codes tijd", as: "Bo")
    #expect(try units("").contains("there is no transcript that all of Anna de Wit, Bo have been"))
    #expect(try units("--codes tijd/wachten") == "4")
    #expect(try units("--codes tijd --transcript A2") == "2")
    try study.run("done A2", as: "Bo")
    #expect(try units("") == "2")
    let said = try study.run("agreement --coders anna-de-wit,bo")
    #expect(said.errors.isEmpty)
    #expect(
      said.output.contains("Own codings of Anna de Wit, Bo, before anyone's decisions, in A2"))
  }

  @Test func `lists the units on which they differ`() throws {
    let study = try compared()
    let table = try study.run("agreement --coders anna-de-wit,bo --disagreements --csv -q")
    let lines = table.output.split(separator: "\r\n").flatMap { $0.split(separator: "\n") }
    #expect(
      lines.map(String.init) == [
        "position,transcript,turn,start,end,speaker,role,codes_anna-de-wit,codes_bo,differ,words,"
          + "definitions,agreed",
        "A1:2,A1,2,0,52,PM1,pedagogisch medewerker,lijnen; tijd; vorm (laag),lijnen; vorm (hoog),"
          + "tijd; vorm,De lijnen zijn kort. Dat werkt. De lijnen zijn goed.,\"tijd: Tijd",
        "vorm: Vorm\",",
        "A1:3,A1,3,0,29,LK1,leerkracht,,tijd,tijd,\"Ja, de lijnen zijn café kort.\",tijd: Tijd,",
      ])
    let text = try study.run("agreement --coders cas,bo --disagreements -q --unit sentence")
    #expect(text.output.contains("\nA1:2.21-31  PM1      lijnen"))
    #expect(text.output.contains("\nlijnen: Lijnen. How people *reach* each other.\n"))
  }

  @Test func `shows them on a page without scripts, with nothing of a transcript live`() throws {
    let study = try compared()
    let hostile = CodingStudy.transcript.replacing("kort", with: "kort <script>alert(1)</script>")
    try study.folder.write(hostile, to: "Corpus/A1.md")
    let page = try study.run("agreement --coders anna-de-wit,bo --disagreements --page -q").output
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    #expect(!page.contains("<script"))
    #expect(page.contains("Ja, de lijnen zijn café kort &lt;script&gt;alert(1)"))
    #expect(page.contains("<dt>Anna de Wit</dt><dd>(none)</dd><dt>Bo</dt><dd>tijd</dd>"))
  }

  @Test func `sets what one calls something against what the other does`() throws {
    let study = try compared()
    let matrix = try study.run("agreement --coders anna-de-wit,bo --matrix --csv -q")
    #expect(
      matrix.output == """
        code,code=lijnen,code=tijd,code=vorm,none
        lijnen,1,0,0,0
        tijd,0,0,0,1
        vorm,0,0,1,0
        (none),0,1,0,0

        """)
  }

  @Test func `shows how far the rules follow a person, the worst rule first`() throws {
    let study = try compared()
    let table = try study.run("agreement --coders engine,anna-de-wit --unit sentence --csv -q")
    #expect(
      table.output == """
        about,code,title,path,rule,line,found,right,wrong,meant,missed,precision,recall,f1,wrong_units
        all,,,,,,2,1,1,3,2,0.5,0.3333333333333333,0.4,
        code,lijnen,Lijnen,lijnen,,,2,1,1,3,2,0.5,0.3333333333333333,0.4,A1:3
        rule,lijnen,Lijnen,lijnen,café,12,1,0,1,3,3,0.0,0.0,0.0,A1:3
        rule,lijnen,Lijnen,lijnen,goed,11,1,1,0,3,2,1.0,0.3333333333333333,0.5,

        """)
    let units = try study.run("agreement --coders anna-de-wit,engine --disagreements --json -q")
    #expect(units.output.contains(#""rules": "lijnen:12 café""#))
    let kappa = try study.run("agreement --coders anna-de-wit,engine --kappa --csv -q")
    #expect(kappa.output.contains("cohens_kappa"))
  }

  @Test func `measures codings before anyone's decisions`() throws {
    let study = try compared()
    let before = try study.run("agreement --coders anna-de-wit,bo --csv -q")
    try study.run("uncode A1:3 tijd", as: "Bo")
    let without = try study.run("agreement --coders anna-de-wit,bo --csv -q")
    #expect(without != before)
    try study.run("undo", as: "Bo")
    #expect(try study.run("agreement --coders anna-de-wit,bo --csv -q") == before)
  }

  @Test(arguments: [
    ("agreement --coders anna-de-wit,boo", "did you mean \"Bo\"?"),
    ("agreement --coders xyzzy,bo", "choose from Anna de Wit, Bo, Cas, engine"),
    ("agreement --coders bo", "agreement needs two coders"),
    ("agreement --coders bo,Bo", "--coders names Bo twice"),
    ("agreement --coders bo,cas,engine", "name one person and engine"),
    ("agreement --coders anna-de-wit,bo,cas --matrix", "is of two coders, and there are 3"),
    ("agreement --coders bo,cas --matrix --disagreements", "is another table"),
    ("agreement --coders bo,cas --page", "goes with --disagreements"),
    ("agreement --coders bo,cas --scale a,b", "is about ratings in a table"),
    ("agreement --table - --matrix", "is about codings of the study"),
    ("agreement --coders bo,cas --codes nix", "there is no code"),
    ("adjudicate", "whose codings are compared"),
    ("adjudicate --coders bo,cas --as Bo", "Bo is one of the coders"),
    ("adjudicate --coders bo,engine", "draad audit"),
    ("adjudicate --coders bo,cas --unit word", "coders agree on turns or sentences"),
    ("adjudicate --coders bo,cas --as engine", "is reserved"),
  ])
  func `refuses what cannot be compared`(line: String, error: String) throws {
    let result = try compared().run(line)
    #expect(result.errors.contains(error), "\(result.errors)")
    #expect(result.output.isEmpty && result.status == 2)
  }
}

@Suite struct `Agreeing on what coders differ on` {
  private let command = "adjudicate --coders anna-de-wit,bo -q"

  @Test func `lists what is open when nobody can be asked`() throws {
    let result = try compared().run(command)
    #expect(result.output.hasPrefix("Where coders differ\n\n"))
    #expect(result.output.contains("A1:3") && result.status == 1)
  }

  @Test func `takes over a file, with what they have in common, and calls it done`() throws {
    let study = try compared()
    let table = try study.run("agreement --coders anna-de-wit,bo --disagreements --csv -q").output
    #expect(
      try study.run(command + " --from -", input: table).output.hasPrefix("agreed on 0, 2 left"))
    let first = table.replacing("\"tijd: Tijd\nvorm: Vorm\",", with: ",tijd; vorm (hoog)")
    #expect(try study.run(command + " --from -", input: first).output == "agreed on 1, 1 left\n")
    #expect(try study.run(command).output.contains("A1:3"))
    #expect(try !study.run(command).output.contains("\nA1:2 "))
    let second = table.replacing(",tijd: Tijd,\n", with: ",,none\n")
    #expect(try study.run(command + " --from -", input: second).output == "agreed on 1, 0 left\n")
    #expect(try study.run(command) == Tool.Result(output: "nothing is left\n", status: 0))
    let quotes = try study.run("quotes --coder consensus --table --csv").output
    #expect(quotes.split(separator: "\n").count == 3, "\(quotes)")
    #expect(quotes.contains(",hoog,vorm,") && quotes.contains("A1:2.0-20"))
    #expect(try study.run("status --csv").output.contains("\nconsensus,2,1,1,0.5,"))
    // The words of one stand where the coders left them; nobody's own codings have changed.
    let again = try study.run("agreement --coders anna-de-wit,bo --disagreements --csv -q")
    #expect(again.output == table)
    let seen = try study.run("agreement --coders anna-de-wit,consensus")
    #expect(seen.errors.contains("with 2 codings consensus saw what Anna de Wit had coded"))
    #expect(try study.run("log check").status == 0)
  }

  @Test func `opens a unit again when the answer is taken back`() throws {
    let study = try compared()
    let answer = "position,agreed\nA1:3,none\n"
    #expect(try study.run(command + " --from -", input: answer).output == "agreed on 1, 1 left\n")
    #expect(try !study.run(command).output.contains("\nA1:3 "))
    #expect(try study.run("undo --coder consensus").status == 0)
    #expect(try study.run(command).output.contains("\nA1:3 "))
    // What was settled with one code in view is open with others.
    let one = command + " --codes wachten"
    #expect(try study.run(one).output == "nothing is left\n")
    try study.run("code A1:3 wachten", as: "Bo")
    #expect(try study.run(one + " --from -", input: answer).output == "agreed on 1, 0 left\n")
    #expect(try study.run(one).output == "nothing is left\n")
    #expect(try study.run(command).output.contains("\nA1:3 "))
  }

  @Test func `keeps no words of a speaker whose words are erased`() throws {
    let study = try compared()
    try study.run(command + " --from -", input: "position,agreed\nA1:3,none\nA1:2,bo\n")
    let file = try #require(study.logFiles().first { $0.contains("consensus") })
    #expect(try study.folder.read("Corpus/Codings/" + file).contains("café kort"))
    #expect(try study.run("erase A1:LK1 --why withdrawn --coder consensus").status == 0)
    for path in try study.logFiles() {
      #expect(try !study.folder.read("Corpus/Codings/" + path).contains("café kort"))
    }
    #expect(try study.run("log check").status == 0)
  }

  @Test func `points at every fault of a file, and writes nothing`() throws {
    let study = try compared()
    let rows = "position,agreed\nA1:2,both\nA1:9,none\nA1:3,vorm (midden)\nA1:3,tijd\n"
    let result = try study.run(command + " --from -", input: rows)
    #expect(result.errors.contains("standard input:2:1: error: they differ in the level"))
    #expect(
      result.errors.contains("standard input:3:1: error: the coders do not differ on \"A1:9\""))
    #expect(result.errors.contains("standard input:4:1: error: vorm has no level \"midden\""))
    #expect(result.errors.contains("standard input:5:1: error: A1:3 stands there twice"))
    let typed = try study.run(command + " --from -", input: "agreed,position\ntijdd,A1:2\n")
    #expect(typed.errors.contains("did you mean tijd?"))
    #expect(result.status == 2)
    #expect(try study.logFiles().count == 3)
    let bare = try study.run(command + " --from -", input: "position\nA1:2\n")
    #expect(bare.errors.contains("the columns position and agreed are needed"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func `asks in a terminal, one at a time, and goes on where it stopped`() throws {
    let study = try compared()
    func answer(_ keys: String) throws -> String { try study.ask(command, keys: keys).output }
    let first = try answer("what\\n1\\nq\\n")
    #expect(first.contains("1 of 2  A1:2\n"))
    #expect(first.contains("▸ PM1, pedagogisch medewerker: De lijnen zijn kort."))
    #expect(
      first.contains("  1 Anna de Wit: lijnen; tijd; vorm (laag)\n  2 Bo: lijnen; vorm (hoog)\n"))
    #expect(first.contains("there is no code \"what\""))
    #expect(first.contains("agreed: lijnen; tijd; vorm") && first.contains("1 left"))
    let second = try answer("none\\n")
    #expect(second.contains("1 of 1  A1:3\n") && second.contains("nothing is left"))
    let quotes = try study.run("quotes --coder consensus --table --csv").output
    #expect(quotes.contains(",laag,vorm,") && quotes.split(separator: "\n").count == 4)
  }
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func `goes back in a terminal, and takes another answer in the place of the first`() throws {
    let study = try compared()
    func quotes() throws -> [Substring] {
      try study.run("quotes --coder consensus --table --csv").output.split(separator: "\n")
    }
    let first = try study.ask(command, keys: "1\\nb\\nt\\nlijnen\\nb\\nb\\n\\n").output
    #expect(first.contains("1 as Anna de Wit · 2 as Bo · t both together · n none"))
    #expect(first.components(separatedBy: "1 of 2  A1:2\n").count == 5, "\(first)")
    #expect(first.contains("they differ in the level"))
    #expect(first.contains("  agreed: lijnen; tijd; vorm\n\n1 as"))
    #expect(first.contains("  agreed: lijnen\n\n1 as"))
    // The end of the input is a stop.
    #expect(first.hasSuffix("\n1 left: the same command goes on where you stopped\n"))
    #expect(try quotes().count == 2)
    #expect(try study.run("undo --coder consensus").output.contains("coded again: A1:2 tijd"))
    #expect(try quotes().count == 4)
    #expect(try study.run("log check").status == 0)
    // The same answer again is no news.
    let before = try study.run("log --csv").output.split(separator: "\n").count
    _ = try study.ask(command, keys: "none\\nb\\nn\\nb\\nnone\\n")
    #expect(try study.run("log --csv").output.split(separator: "\n").count == before + 1)
  }
}
