import Foundation
import Testing

/// A study of four transcripts in which one word makes a code right or wrong by what is known of it.
final class AuditStudy {
  let study: CodingStudy

  init() throws {
    study = try CodingStudy()
    for number in 3...4 {
      try study.folder.write(
        CodingStudy.transcript.replacing("kort", with: "fijn\(number)"),
        to: "Corpus/A\(number).md")
    }
  }

  @discardableResult
  func run(_ line: String, as coder: String = "Anna", input: String = "") throws -> Tool.Result {
    let result = try study.run(line, as: coder, input: input)
    return result
  }

  /// The sheet of an audit with some cells filled in.
  func sheet(
    _ name: String, as coder: String = "Anna", fill: ([String: String]) -> [String: String]
  ) throws -> String {
    let sheet = Sheet(try run("audit sheet \(name) --csv", as: coder).output)
    let keys = ["place", "check", "verdict", "to", "words", "reason", "chosen"]
    let rows = sheet.rows.map { row in
      let filled = row.merging(fill(row)) { $1 }
      return keys.map { "\"\((filled[$0] ?? "").replacing("\"", with: "\"\""))\"" }
        .joined(separator: ",")
    }
    return ([keys.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }

  func status(_ name: String) throws -> [String: [String: String]] {
    let rows = Sheet(try run("audit status \(name) --csv").output).rows
    return Dictionary(rows.map { ($0["code"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }
}

@Suite struct `Auditing` {
  @Test func `draws the same sample from the same seed, and says how much it covers`() throws {
    let study = try AuditStudy()
    let started = try study.run("audit start one --size 5 --include-uncoded 0 --seed 3")
    #expect(
      started.output.hasPrefix(
        "drawn for one: 5 of 12 (41.7%) codings from 1 stratum by code, 0 of 0 (0.0%)"))
    try study.run("audit start two --size 5 --include-uncoded 0 --seed 3")
    try study.run("audit start three --size 5 --include-uncoded 0 --seed 4")
    let sheets = try ["one", "two", "three"].map { name in
      Sheet(try study.run("audit sheet \(name) --csv").output).rows.map { $0["position"] ?? "" }
    }
    #expect(sheets[0].count == 5)
    #expect(sheets[0] == sheets[1])
    #expect(sheets[0] != sheets[2])
    let again = try study.run("audit start one")
    #expect(again.status == 2)
    #expect(again.errors.contains("Anna began an audit \"one\""))
    for name in ["start", "-x", "a/b", "a b", String(repeating: "x", count: 41)] {
      let line = "audit start \(name.replacing(" ", with: "_"))"
      #expect(try study.run(line).status == 2, "\(name)")
    }
  }

  @Test func `of a code takes in the codes under it`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 wachten")
    let started = try study.run("audit start under --codes tijd --include-uncoded 99").output
    #expect(started.hasPrefix("drawn for under: 1 of 1 (100.0%) codings from 1 stratum by code"))
    let places = Sheet(try study.run("audit sheet under --csv").output).rows
    #expect(places.filter { $0["code"] == "wachten" }.count == 1)
    #expect(places.filter { ($0["position"] ?? "").hasPrefix("A1:2") }.count == 1)
  }

  @Test func `follows also what was taken off again`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd")
    try study.run("uncode A1:2 tijd", as: "Anna")
    let rows = Sheet(try study.run("trail A1:2 --csv").output).rows
    let row = try #require(rows.first { $0["code"] == "tijd" && $0["made_by"] == "Anna" })
    #expect(row["status"]?.hasPrefix("taken off by Anna, 20") == true)
  }

  @Test func `takes up decisions once, and they show in tables, trail and report`() throws {
    let study = try AuditStudy()
    try study.run("audit start all --size 99 --include-uncoded 99")
    let before = Sheet(try study.run("frequencies --csv").output).rows
    #expect(before.first?["places"] == "12")
    var place = 0
    let file = try study.sheet("all") { row in
      place += 1
      return [
        1: ["verdict": "accept"], 2: ["verdict": "reject", "reason": "=1+1, \"te breed\""],
        3: ["verdict": "recode", "to": "wachten", "reason": "past beter"],
        4: ["verdict": "unsure"], 5: ["verdict": "Resize", "words": "Lijnen zijn goed"],
      ][place] ?? [:]
    }
    try study.study.folder.write(file, to: "file.csv")
    let taken = try study.run("audit import all file.csv", as: "Bram")
    #expect(taken.output == "5 decisions taken up; 7 of 12 places are open in this file\n")
    let again = try study.run("audit all --from file.csv", as: "Bram")
    #expect(
      again.output
        == "0 decisions taken up, 5 known already; 7 of 12 places are open in this file\n"
    )
    let row = try #require(try study.status("all")["lijnen"])
    #expect(
      ["whole", "drawn", "decided", "open", "accepted", "rejected", "recoded", "resized", "unsure"]
        .map { row[$0] } == ["12", "12", "5", "7", "1", "1", "1", "1", "1"])
    // Four judged: too few for a number.
    #expect(row["judged"] == "4" && row["precision"] == "")
    let counted = Sheet(try study.run("frequencies --csv").output).rows
    #expect(counted.first { $0["code"] == "lijnen" }?["places"] == "10")
    #expect(counted.first { $0["code"] == "wachten" }?["places"] == "1")
    let foot = try study.run("frequencies").output
    #expect(foot.contains("13 places proposed by rules (boek 1.0.0): 3 accepted, 2 rejected"))
    let second = Sheet(try study.run("audit sheet all --csv").output).rows[1]
    let trail = try study.run("trail \(second["position"] ?? "") --csv").output
    let rejected = try #require(Sheet(trail).rows.first { $0["verdict"] == "reject" })
    #expect(rejected["judged_by"] == "Bram" && rejected["status"] == "rejected")
    #expect(rejected["rules"] == "lijnen" && rejected["evidence"] == "lijnen")
    #expect(rejected["reason"] == "'=1+1, \"te breed\" [all]")
    let report = try study.run("audit report all").output
    #expect(report.contains("past beter") && report.contains("not independent"))
    let html = try study.run("audit report all --format html").output
    #expect(html.contains("<td>past beter</td>"))
    try study.run("undo", as: "Bram")
    #expect(try study.status("all")["lijnen"]?["decided"] == "0")
    #expect(
      Sheet(try study.run("frequencies --csv").output).rows.first?["places"] == "12")
    #expect(try study.run("log check").status == 0)
  }

  @Test func `estimates from strata by their sizes, from ten judged places on`() throws {
    let study = try AuditStudy()
    for number in 5...9 {
      try study.study.folder.write(CodingStudy.transcript, to: "Corpus/A\(number).md")
    }
    try study.run("code A1:3 wachten")
    try study.run("code A2:3 wachten")
    // Without lijnen: nothing that the rules find is left in the turns without a code.
    try study.study.folder.write(
      CodingStudy.transcript.replacing("lijnen", with: "banden"), to: "Corpus/B1.md")
    try study.run("audit start some --size 99 --include-uncoded 99")
    let file = try study.sheet("some") { row in
      if row["code"] == "wachten" { return ["verdict": "reject"] }
      if row["code"] == "lijnen" { return ["verdict": "accept"] }
      return ["verdict": "recode", "to": "lijnen"]
    }
    try study.study.folder.write(file, to: "file.csv")
    try study.run("audit import some file.csv")
    let rows = try study.status("some")
    #expect(rows["lijnen"]?["whole"] == "27" && rows["lijnen"]?["precision"] == "1.0")
    #expect(rows["wachten"]?["precision"] == "")
    let all = try #require(rows["(all codes)"])
    #expect(all["whole"] == "29" && all["judged"] == "29")
    // Wilson's interval of 27 in 29.
    #expect(all["precision_low"]?.hasPrefix("0.78035") == true)
    #expect(all["precision_high"]?.hasPrefix("0.98087") == true)
    #expect(all["recall"] == "")
    #expect(try study.run("audit status some").output.contains("2 of 2 judged, 2 should have one"))
  }

  @Test(arguments: [
    ("", "the file is empty"),
    ("place,verdict\n1,accept\n", "the column check is missing"),
    ("place,check,verdict,place\n", "the column place stands there twice"),
    ("place,check,verdict,drop\n", "there is no column \"drop\""),
    ("place,check,verdict\n99,$1,accept\n", "x.csv:2:1: error: there is no place \"99\""),
    ("place,check,verdict\n-1,$1,accept\n", "there is no place \"-1\""),
    ("place,check,verdict\n1,0000000g,accept\n", "x.csv:2:3: error: the check of place 1 is"),
    ("place,check,verdict\n2,$1,accept\n", "the check of place 2 is"),
    (
      "place,check,verdict\n1,$1,accept\n1,$1,reject\n",
      "x.csv:3:1: error: place 1 stands there twice"
    ),
    ("place,check,verdict\n1,$1,perhaps\n", "there is no verdict \"perhaps\""),
    ("place,check,verdict,to\n1,$1,recode,\n", "recode needs the code"),
    ("place,check,verdict,to\n1,$1,recode,nergens\n", "nergens"),
    ("place,check,verdict,to\n1,$1,recode,lijnen\n", "it has that code already"),
    ("place,check,verdict,to\n1,$1,accept,wachten\n", "only recode takes a code"),
    ("place,check,verdict,words\n1,$1,accept,lijnen\n", "only resize takes words"),
    ("place,check,verdict,words\n1,$1,resize,zwijnen\n", "do not stand there"),
    ("place,check,verdict,words\n1,$1,resize,de lijnen\n", "stand there 2 times"),
    ("place,check,reason\n1,$1,omdat\n", "has words and no verdict"),
    ("place,check,verdict,chosen\n1,$1,accept,lijnen\n", "nothing is chosen first here"),
    ("place,check,verdict\n1,$1,accept,more\n", "this row has 4 values"),
    ("place,check,verdict\n1,\"$1,accept\n", "never closed"),
    ("place,check,verdict\n1,$1,acc\u{1B}[2Jept\n", "there is no verdict \"acc\\u{1B}[2Jept\""),
  ])
  func `takes nothing from a file with a fault`(file: String, fault: String) throws {
    let study = try AuditStudy()
    try study.run("audit start all --size 99 --include-uncoded 0")
    let checks = Sheet(try study.run("audit sheet all --csv").output).rows
    let good = "2,\(checks[1]["check"] ?? ""),accept\n"
    let text =
      file.replacing("$1", with: checks[0]["check"] ?? "") + (file.contains("2,$1") ? "" : good)
    try study.study.folder.write(file.isEmpty ? "" : text, to: "x.csv")
    let result = try study.run("audit import all x.csv")
    #expect(result.status == 2)
    #expect(result.errors.contains(fault), "\(result.errors)")
    #expect(try study.status("all")["lijnen"]?["decided"] == "0")
  }

  @Test func `hides the code of a blind audit until one is chosen`() throws {
    let study = try AuditStudy()
    try study.run("audit start dark --size 3 --include-uncoded 0 --blind")
    let sheet = try study.run("audit sheet dark --csv").output
    #expect(!sheet.contains("Lijnen"))
    #expect(Sheet(sheet).rows.allSatisfy { $0["code"] == "" })
    var place = 0
    let file = try study.sheet("dark") { _ in
      place += 1
      return [["chosen": "lijnen"], ["chosen": "none"], ["chosen": "wachten"]][place - 1]
    }
    try study.study.folder.write(file, to: "file.csv")
    #expect(try study.run("audit import dark file.csv").output.hasPrefix("3 decisions taken up"))
    let row = try #require(try study.status("dark")["lijnen"])
    #expect(["accepted", "rejected", "recoded"].map { row[$0] } == ["1", "1", "1"])
    try study.study.folder.write(
      file.replacing("\"lijnen\"", with: "\"\"").replacing(
        "\"\",\"\",\"\",\"\",\"\"\n", with: "\"accept\",\"\",\"\",\"\",\"\"\n"), to: "open.csv")
    #expect(try study.run("audit import dark open.csv").errors.contains("the code was not chosen"))
  }

  @Test func `tells two reviewers apart, and what they dispute`() throws {
    let study = try AuditStudy()
    try study.run("audit start all --size 99 --include-uncoded 0")
    for (coder, verdict) in [("Anna", "accept"), ("Bram", "reject")] {
      var place = 0
      let file = try study.sheet("all", as: coder) { _ in
        place += 1
        return place == 1 ? ["verdict": verdict] : place == 2 ? ["verdict": "accept"] : [:]
      }
      try study.study.folder.write(file, to: "file.csv")
      try study.run("audit import all file.csv", as: coder)
    }
    let row = try #require(try study.status("all")["lijnen"])
    #expect(row["contested"] == "1" && row["accepted"] == "1" && row["judged"] == "1")
    #expect(try study.run("audit status all").output.contains("Judged by Anna, Bram."))
  }

  @Test func `loses the words of who withdraws`() throws {
    let study = try AuditStudy()
    try study.run("audit start all --size 99")
    let file = try study.sheet("all") { _ in ["verdict": "reject", "reason": "nee"] }
    try study.study.folder.write(file, to: "file.csv")
    try study.run("audit import all file.csv")
    func log() throws -> String {
      try study.study.logFiles().map { try study.study.folder.read("Corpus/Codings/\($0)") }
        .joined()
    }
    #expect(try log().contains("café kort"))
    #expect(try study.run("erase A1:LK1 --why withdrawn").status == 0)
    #expect(try !log().contains("café kort"))
    #expect(try log().contains("café lang"))
    #expect(try study.run("log check").status == 0)
    #expect(try study.status("all")["lijnen"]?["decided"] == "12")
    #expect(try study.run("audit status all").output.contains("1 places are not to be found"))
    #expect(Sheet(try study.run("audit sheet all --csv").output).rows.count == 11)
  }

  @Test func `asks at a terminal, one place at a time, and goes on where it stopped`() throws {
    let study = try AuditStudy()
    try study.run("audit start all --size 3 --include-uncoded 0")
    let none = try study.run("audit all")
    #expect(none.status == 2 && none.errors.contains("there is no terminal to ask in"))
    func walk(_ keys: String, _ audit: String = "all") throws -> String {
      try study.study.ask("audit \(audit)", keys: keys).output
    }
    let first = try walk("z\\nr te breed\\nq\\n")
    #expect(first.contains("Place 1 of 3"))
    #expect(first.contains("«") && first.contains("lijnen: Lijnen, by the rules"))
    #expect(first.contains("evidence: lijnen") && first.contains("MOD, moderator: Hoe gaat het?"))
    #expect(first.contains("\"z\" does nothing here"))
    let row = try #require(try study.status("all")["lijnen"])
    #expect(row["rejected"] == "1" && row["open"] == "2")
    let second = try walk("a\\nu\\n")
    #expect(!second.contains("Place 1 of 3") && second.contains("Place 2 of 3"))
    #expect(try study.status("all")["lijnen"]?["open"] == "0")
    try study.run("audit start dark --size 1 --include-uncoded 0 --blind --codes lijnen")
    let blind = try walk("a\\nc nergens\\nc wachten\\nx\\ny\\n", "dark")
    let shown = try #require(blind.firstRange(of: "lijnen: Lijnen, by the rules"))
    let asked = try #require(blind.firstRange(of: "choose first"))
    #expect(asked.lowerBound < shown.lowerBound && blind.contains("your choice means recode"))
    #expect(!blind.contains("\\u{"))
    #expect(try study.status("dark")["lijnen"]?["recoded"] == "1")
  }
}
