import Foundation
import Testing

@testable import draad

@MainActor
@Suite(
  .enabled(if: Browser.isInstalled, "there is no Chromium here: the page is not looked at"))
struct `The page of a report` {
  static let parts = [
    "overview", "codes", "codes/zorgpeuters", "quotes", "together", "groups",
    "groups?by=transcript", "conversation/FG07/40", "speakers", "speakers/FG07",
    "together/zorgpeuters/korte-lijnen", "nonsense/%E0%A4%A", "codes/nonsense",
    "conversation/nonsense",
  ]

  private func page(part: String = "overview") throws -> Browser {
    let browser = try Browser.empty()
    try browser.open(try PageStudy.shipped.get()("Reports/index.html"), part: part)
    return browser
  }

  @Test func `opens every part without a complaint or a request`() throws {
    let browser = try page()
    for part in Self.parts {
      try browser.go(part)
      #expect(try browser.number("document.querySelectorAll('h1').length") == 1, "\(part)")
      #expect(try browser.number("document.getElementById('part').children.length") > 1, "\(part)")
    }
    for item in try browser.list("[...document.querySelectorAll('#parts a')].map(a => a.hash)") {
      _ = try browser.value("document.querySelector('#parts a[href=\"\(item)\"]').click()")
      try browser.settle()
      #expect(try browser.text("location.hash") == item)
      #expect(try browser.text("document.querySelector('#parts [aria-current]').hash") == item)
    }
    #expect(browser.complaints == [])
    #expect(browser.requests == [])
  }

  @Test func `searches, filters, shows context and copies`() throws {
    let browser = try page(part: "quotes")
    let sheet = Sheet(try PageStudy.shipped.get().read("Reports/quotations.csv"))
    let all = try browser.text("document.querySelector('.count').textContent")
    #expect(all == "\(sheet.rows.count) van \(sheet.rows.count) citaten")
    _ = try browser.value(
      "const box = document.querySelector('[name=find]'); box.value = 'CONSULTATIEBUREAU';"
        + "box.dispatchEvent(new Event('input'))")
    usleep(300_000)
    try browser.settle()
    #expect(try browser.number("document.querySelectorAll('.quote').length") > 0)
    #expect(
      try browser.text(
        "[...document.querySelectorAll('.quote')].every(one => one.querySelector('.hit'))") == "1")
    _ = try browser.value(
      "const role = document.querySelector('[name=role]'); role.value = 'leerkracht';"
        + "role.dispatchEvent(new Event('change', { bubbles: true }))")
    try browser.settle()
    #expect(
      try browser.text(
        "[...document.querySelectorAll('.by')].every(one => one.textContent.includes('leerkracht'))"
      ) == "1")
    #expect(try browser.text("location.hash").contains("role=leerkracht"))
    _ = try browser.value("document.querySelectorAll('.quote .acts button')[0].click()")
    #expect(try browser.number("document.querySelectorAll('.context:not([hidden]) p').length") > 1)
    let citation = try browser.text("citation(places[0])")
    #expect(citation.hasPrefix("“") && citation.contains("”° ("))
    _ = try browser.value("document.querySelectorAll('.quote .acts button')[1].click()")
    try browser.settle()
    #expect(try browser.text("document.getElementById('status').textContent").contains("opieerd"))
    #expect(browser.complaints == [])
  }

  @Test func `leads from every quotation to its place`() throws {
    let browser = try page(part: "quotes")
    let links = try browser.rows(
      "places.filter((_, n) => n % 40 === 0).map(place => [linkTo(place), wordsOf(place)])")
    #expect(links.count > 5)
    for link in links {
      try browser.go(String(link[0].dropFirst()))
      let target = try browser.text("document.querySelector('.target .said').textContent")
      #expect(target.contains(link[1]))
      let top = try browser.number(
        "Math.round(document.querySelector('.target').getBoundingClientRect().top)")
      #expect((0..<900).contains(top), "\(link[0])")
    }
  }

  @Test func `keeps only what is near the screen in the document`() throws {
    let folder = try PageStudy.shipped.get()
    let browser = try page(part: "quotes")
    #expect(try browser.number("places.length") > 1200)
    for (part, selector) in [("quotes", ".quote"), ("conversation/FG07", ".turn")] {
      try browser.go(part)
      for _ in 0..<12 {
        _ = try browser.value("scrollBy(0, innerHeight * 3)")
        try browser.settle()
        #expect(
          (1...80).contains(try browser.number("document.querySelectorAll('\(selector)').length")))
      }
      #expect(try browser.number("Math.round(scrollY)") > 5000)
      #expect(try browser.number("document.querySelectorAll('.piece')[0].children.length") == 0)
    }
    let bytes = { (name: String) in try Data(contentsOf: URL(fileURLWithPath: folder(name))).count }
    let talk = try folder.names(in: "Corpus").filter { $0.hasPrefix("FG") }
      .reduce(0) { try $0 + bytes("Corpus/\($1)") }
    #expect(try bytes("Reports/index.html") < 4 * talk)
  }

  @Test func `can be used with the keyboard alone`() throws {
    let browser = try page(part: "together")
    try browser.press("Tab")
    #expect(try browser.text("document.activeElement.className") == "skip")
    _ = try browser.value("document.querySelector('.matrix tbody a[tabindex=\"0\"]').focus()")
    try browser.press("ArrowDown")
    let second = "document.querySelectorAll('.matrix tbody th')[1].textContent"
    #expect(try browser.text("document.activeElement.textContent") == browser.text(second))
    try browser.press("ArrowRight")
    let cell = try browser.text("document.activeElement.title")
    #expect(cell.contains("×"))
    try browser.press("Enter")
    #expect(try browser.text("location.hash").hasPrefix("#together/"))
    #expect(try browser.text("document.activeElement.id") == "heading")
  }

  @Test func `prints to a document of several pages`() throws {
    let browser = try page(part: "conversation/FG07")
    let answer = try browser.call("Page.printToPDF", ["printBackground": true])
    let data = Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
    let text = String(decoding: data, as: Unicode.ASCII.self)
    #expect(text.hasPrefix("%PDF-"))
    #expect(text.split(separator: "/Type /Page\n").count > 3)
  }

  @Test(arguments: [(1300, false), (1300, true), (390, false)])
  func `is read with contrast AA and never wider than the screen`(width: Int, dark: Bool) throws {
    let browser = try page()
    try browser.resize(width: width, height: 844, dark: dark)
    for part in Self.parts.prefix(11) {
      try browser.go(part)
      #expect(try browser.list(Browser.faintTexts) == [], "\(part)")
      #expect(
        try browser.number("document.documentElement.scrollWidth - innerWidth") <= 0, "\(part)")
      #expect(
        try browser.list(
          "[...document.querySelectorAll('a, button, input, select')].filter(one => "
            + "!(one.textContent.trim() || one.ariaLabel || one.labels?.length))"
            + ".map(one => one.outerHTML)") == [], "\(part)")
    }
  }
}
