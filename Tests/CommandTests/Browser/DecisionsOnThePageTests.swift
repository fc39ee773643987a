import Foundation
import Testing

@testable import draad

@MainActor
@Suite(
  .enabled(if: Browser.isInstalled, "there is no Chromium here: the page is not looked at"))
struct `Decisions on the page` {
  @Test func `tell what rules propose from what people decided`() async throws {
    let folder = try await PageStudy.decided.value
    let browser = try Browser.empty()
    try browser.open(folder("Reports/index.html"))
    let decisions = Sheet(try folder.read("Reports/decisions.csv"))
    let sums = try #require(decisions.rows.last)
    let rows = Sheet(try folder.read("Reports/quotations.csv")).rows
    let kinds = ["open", "accepted", "hand", "contested", "unsure", "rejected"]
    let shown = try browser.rows(
      "[...document.querySelectorAll('.grounds li')].map((one) => "
        + "[one.firstChild.textContent, one.querySelector('.number').textContent])")
    #expect(
      shown
        == [
          ["voorstel", sums["open"]], ["aanvaard", sums["accepted"]],
          ["met de hand", sums["hand"]], ["betwist", sums["contested"]],
          ["onzeker", sums["unsure"]], ["afgewezen", sums["rejected"]],
        ].map { $0.map { $0 ?? "" } })
    for kind in kinds where kind != "rejected" {
      try browser.go("quotes?standing=\(kind)")
      let counted = try browser.text("document.querySelector('.count').textContent")
      #expect(
        counted == "\(rows.count { $0["status"] == kind }) van \(rows.count) citaten", "\(kind)")
    }
    for name in ["Noor de Wit", "Sam", "<b>Kim</b>"] {
      let query = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      try browser.go("quotes?by=\(query)")
      let found = rows.count { row in
        ["coders", "reviewers"].contains {
          (row[$0] ?? "").split(separator: "; ").contains(name[...])
        }
      }
      #expect(found > 5)
      #expect(
        try browser.text("document.querySelector('.count').textContent")
          == "\(found) van \(rows.count) citaten", "\(name)")
    }
    let contested = try #require(rows.first { $0["status"] == "contested" })
    #expect(contested["reviewers"] == "Noor de Wit; Sam")
    try browser.go("conversation/\(contested["transcript"] ?? "")/\(contested["turn"] ?? "")")
    #expect(
      try browser.list(
        "[...document.querySelectorAll('.target .standing')].map((one) => one.textContent)"
      )
      .contains("betwist: Noor de Wit, Sam"))
    #expect(try browser.number("document.querySelectorAll('#part b b').length") == 0)
    for dark in [false, true] {
      try browser.resize(width: 1300, height: 900, dark: dark)
      for part in ["overview", "quotes?standing=contested", "conversation/FG02/60"] {
        try browser.go(part)
        #expect(try browser.list(Browser.faintTexts) == [], "\(part) \(dark)")
      }
    }
    let all = try Tool.run(["report", "--status", "all", "--quiet"], in: folder.path)
    #expect(all.status == 0, "\(all.errors)")
    #expect(browser.complaints == [])
    // Away from the page, or only the part of it would change.
    _ = try Browser.empty()
    try browser.open(folder("Reports/index.html"), part: "quotes?standing=rejected")
    let rejected = Sheet(try folder.read("Reports/quotations.csv")).rows
      .count { $0["status"] == "rejected" }
    #expect(rejected > 5)
    #expect(
      try browser.text("document.querySelector('.count').textContent").hasPrefix("\(rejected) van"))
    #expect(browser.complaints == [])
  }
}
