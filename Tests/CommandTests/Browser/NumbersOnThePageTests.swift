import Foundation
import Testing

@testable import draad

/// What the page shows, read from the screen, against the CSV files beside it.
@MainActor
@Suite(
  .enabled(if: Browser.isInstalled, "there is no Chromium here: the page is not looked at"))
struct `Numbers on the page` {
  private let folder: TemporaryFolder

  init() throws { folder = try PageStudy.shipped.get() }

  /// Opened by each test and not by `init`, since another may have its turn in between.
  private func page() throws -> Browser {
    let browser = try Browser.empty()
    try browser.open(folder("Reports/index.html"))
    return browser
  }

  private func sheet(_ name: String) throws -> Sheet {
    Sheet(try folder.read("Reports/\(name).csv"))
  }

  /// Every row of the matrix in a part of the page, also those far below the screen: the heading,
  /// then the cells as they read.
  private func matrix(_ part: String, in browser: Browser) throws -> [[String]] {
    try browser.go(part)
    return try browser.rows(
      """
      (() => { for (const list of longLists) list.showAll();
        return [...document.querySelectorAll('.matrix tr')].map((row) =>
          [...row.cells].map((cell) => cell.textContent)); })()
      """)
  }

  /// A number from a CSV as a Dutch page prints it; digits that are not there stay away.
  private func dutch(_ text: String?, places: Int) -> String {
    guard let text, let value = Decimal(string: text) else { return "·" }
    var exact = value
    var rounded = Decimal()
    unsafe NSDecimalRound(&rounded, &exact, places, .plain)
    if rounded == 0, value == 0 { return "0" }
    let parts = "\(rounded)".split(separator: ".")
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    var whole = String(parts[0])
    if whole.count > 4 { whole.insert(".", at: whole.index(whole.endIndex, offsetBy: -3)) }
    if places == 0 { return whole }
    return whole + "," + decimals + String(repeating: "0", count: places - decimals.count)
  }

  @Test(arguments: [
    ("groups?by=role&figures=counts", "codes-by-role", "role", 0),
    ("groups?by=role&figures=rate", "codes-by-role-per-1000", "role", 1),
    ("groups?by=transcript&figures=counts", "codes-by-transcript", "transcript", 0),
    ("groups?by=transcript&figures=rate", "codes-by-transcript-per-1000", "transcript", 1),
  ])
  func `by group are those of the CSV`(
    part: String, name: String, by: String, places: Int
  ) throws {
    let browser = try page()
    let sheet = try sheet(name)
    let shown = try matrix(part, in: browser)
    let keys = sheet.keys.filter { $0.hasPrefix("\(by)=") } + ["total"]
    #expect(
      shown[0].dropFirst().map { $0 }
        == keys.map {
          $0 == "total" ? "totaal" : String($0.dropFirst(by.count + 1))
        })
    #expect(shown.count == sheet.rows.count + 1)
    for (row, cells) in zip(sheet.rows, shown.dropFirst()) {
      let digits = row["code"] == "(words spoken)" ? 0 : places
      #expect(cells.dropFirst().map { $0 } == keys.map { dutch(row[$0], places: digits) })
    }
  }

  @Test(arguments: ["turn", "word", "sentence", "transcript"])
  func `of codes together are those of the CSV`(unit: String) throws {
    let browser = try page()
    let name = unit == "turn" ? "cooccurrence-pairs" : "cooccurrence-pairs-by-\(unit)"
    let pairs = try sheet(name).rows
    #expect(pairs.count > 20)
    let book = try sheet("frequencies").rows
    let measures = [
      ("count", "units_both", 0), ("jaccard", "jaccard", 2), ("cosine", "cosine", 2),
      ("lift", "lift", 2),
    ]
    for (measure, key, places) in unit == "turn" ? measures[...] : measures.prefix(2) {
      let shown = try matrix("together?unit=\(unit)&measure=\(measure)&depth=6", in: browser)
      var met = 0
      let titles = shown[0].dropFirst().map { $0 }
      let ids = Dictionary(uniqueKeysWithValues: book.map { ($0["title"] ?? "", $0["code"] ?? "") })
      let values = Dictionary(
        uniqueKeysWithValues: pairs.map {
          ("\($0["code_1"] ?? "") \($0["code_2"] ?? "")", $0[key])
        })
      for (index, row) in shown.dropFirst().enumerated() {
        for column in (index + 1)..<titles.count {
          guard let value = values["\(ids[row[0]] ?? "") \(ids[titles[column]] ?? "")"] else {
            #expect(["0", "·"].contains(row[column + 1]))
            continue
          }
          met += 1
          #expect(row[column + 1] == dutch(value, places: places), "\(row[0]) \(titles[column])")
        }
      }
      #expect(met == pairs.count)
    }
  }

  @Test func `of codes are those of the CSV`() throws {
    let browser = try page()
    let sheet = try sheet("frequencies")
    try browser.go("codes")
    let tree = try browser.rows(
      """
      [...document.querySelectorAll('.tree a')].map((one) => [one.hash,
        one.querySelector('.number').textContent])
      """)
    #expect(tree == sheet.rows.map { ["#codes/\($0["code"] ?? "")", $0["places"] ?? ""] })
    let all = try browser.rows(
      """
      (async () => { const all = [];
        for (const code of codes) {
          location.hash = link("codes", code.id);
          await new Promise((done) => setTimeout(done));
          all.push([...document.querySelectorAll('.about dd')].map((one) =>
            one.textContent.split(' ')[0].replaceAll('.', '')));
        }
        return all; })()
      """)
    #expect(all.count == sheet.rows.count)
    for (row, numbers) in zip(sheet.rows, all) {
      let keys = ["places", "own", "turns", "participants", "transcripts", "words"]
      #expect(numbers == keys.map { row[$0] ?? "" })
    }
  }

  @Test func `of quotations are those of the CSV, word for word`() throws {
    let browser = try page()
    let rows = try sheet("quotations").rows
    try browser.go("quotes")
    let shown = try browser.rows(
      """
      (() => { for (const list of longLists) list.showAll();
        return [...document.querySelectorAll('.quote')].map((one) => [
          one.querySelector('.code').hash.slice(7), one.querySelector('.place').textContent,
          one.querySelector('.id').textContent,
          one.querySelector('blockquote').firstChild && one.querySelector('blockquote').textContent]);
      })()
      """)
    #expect(
      shown
        == rows.map { row in
          let id = (row["id"] ?? "").split(separator: ":").last.map(String.init) ?? ""
          return [
            row["code"] ?? "", "\(row["transcript"] ?? ""):\(row["turn"] ?? "")", id,
            "“\(row["quotation"] ?? "")”\(row["status"] == "open" ? "°" : "")",
          ]
        })
  }

  @Test func `of speakers are those of the CSV`() throws {
    let browser = try page()
    let rows = try sheet("speakers").rows
    try browser.go("speakers")
    let shown = try browser.rows(
      """
      (() => { for (const list of longLists) list.showAll();
        return [...document.querySelectorAll('.shares li')].map((one) => [
          one.querySelector('b').textContent, one.querySelector('.number').textContent]); })()
      """)
    #expect(
      shown
        == rows.map { row in
          let share = row["words_share"].flatMap { Decimal(string: $0) }.map { $0 * 100 }
          let words = dutch(row["words"], places: 0)
          return [
            row["speaker"] ?? "",
            share.map { "\(words) (\(dutch("\($0)", places: 1)) %)" } ?? words,
          ]
        })
    var times: [[String]: Int] = [:]
    for row in try sheet("turn-taking").rows {
      times[[row["role"] ?? "", row["next_role"] ?? ""], default: 0] += Int(row["times"] ?? "") ?? 0
    }
    let matrix = try matrix("speakers", in: browser)
    for row in matrix.dropFirst() {
      for (column, cell) in zip(matrix[0].dropFirst(), row.dropFirst()) {
        #expect(cell == String(times[[row[0], column]] ?? 0))
      }
    }
  }

  @Test func `of the study are those of the CSV`() throws {
    let browser = try page()
    let rows = try sheet("transcripts").rows
    try browser.go("overview")
    let shown = try browser.list(
      "[...document.querySelectorAll('.tiles dd')].map((one) => one.textContent)")
    let total = try #require(rows.last)
    #expect(
      Array(shown.prefix(4)) == [
        "\(rows.count - 1)", dutch(total["participants"], places: 0),
        dutch(total["turns"], places: 0),
        dutch(total["words"], places: 0),
      ])
    for row in rows.dropLast() {
      try browser.go("conversation/\(row["transcript"] ?? "")")
      let facts = try browser.text("document.querySelectorAll('.facts')[1].textContent")
      #expect(
        facts == "\(row["turns"] ?? "") beurten · \(dutch(row["words"], places: 0)) woorden · "
          + "\(row["participants"] ?? "") deelnemers")
    }
  }
}
