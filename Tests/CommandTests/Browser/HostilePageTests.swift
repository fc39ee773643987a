import Foundation
import Testing

@testable import draad

@MainActor
@Suite(
  .enabled(if: Browser.isInstalled, "there is no Chromium here: the page is not looked at"))
struct `The page of a hostile study` {
  private func page() throws -> Browser {
    let browser = try Browser.empty()
    try browser.open(try PageStudy.hostile.get()("Reports/index.html"))
    return browser
  }

  @Test func `shows every text as text`() throws {
    let browser = try page()
    for part in ["overview", "codes/aanval", "quotes", "conversation/X1", "groups", "speakers"] {
      try browser.go(part)
      #expect(try browser.text("String(window.hit)") == "undefined", "\(part)")
      #expect(
        try browser.number("document.querySelectorAll('#part img, #part script').length") == 0)
      #expect(
        try browser.number(
          "[...document.querySelectorAll('a')].filter(a => a.protocol === 'javascript:').length")
          == 0)
      #expect(try browser.text("/\\u202e/.test(document.body.innerText)") == "0", "\(part)")
    }
    try browser.go("conversation/X1")
    let said = try browser.text("document.querySelector('.said').textContent")
    #expect(said.contains(PageStudy.attacks[0]) && said.contains("\\u{202E}draaiom"))
    #expect(said.contains("👩‍👩‍👧 Nog een woord 中."))
    #expect(try browser.text("document.querySelector('.study').textContent").contains("<img src=x"))
    #expect(browser.complaints == [])
    #expect(browser.requests == [])
  }

  @Test func `counts signs beyond the first plane as one`() throws {
    let browser = try page()
    let words = try browser.list("placesUnder(codes[0]).map(wordsOf)")
    #expect(words.first?.hasPrefix("Een woord </script>") == true)
    #expect(words.first?.hasSuffix("Nog een woord 中.") == true)
  }

  @Test func `lets nothing in and nothing out`() throws {
    let browser = try page()
    #expect(
      try browser.text("fetch('http://127.0.0.1:9/').then(() => 'out', () => 'held')") == "held")
    _ = try browser.value(
      "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit = 9\">')")
    _ = try browser.value(
      "document.body.append(Object.assign(document.createElement('script'), "
        + "{ textContent: 'window.hit = 8' }))")
    try browser.settle()
    #expect(try browser.text("String(window.hit)") == "undefined")
    #expect(browser.requests == [])
  }

  @Test func `keeps private values out unless asked for`() throws {
    let folder = try PageStudy.hostile.get()
    let page = try folder.read("Reports/index.html")
    #expect(!page.contains("GeheimeSchool") && !page.contains("GeheimeNaam"))
    let shown = try TemporaryFolder()
    for name in ["Corpus", "Codebooks"] {
      try FileManager.default.copyItem(atPath: folder(name), toPath: shown(name))
    }
    let result = try Tool.run(["report", "--private"], in: shown.path)
    #expect(result.status == 0)
    #expect(try shown.read("Reports/index.html").contains("GeheimeSchool"))
  }
}
