import Foundation
import Testing

@testable import draad

@MainActor
@Suite(
  .enabled(if: Browser.isInstalled, "there is no Chromium here: the page is not looked at"))
struct `The page of an audit` {
  /// A part of the shipped study with an audit, and its page.
  private static let study = Result {
    let folder = try TemporaryFolder()
    removeAtExit(folder.path)
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    try FileManager.default.copyItem(atPath: "\(root)/Codebooks", toPath: folder("Codebooks"))
    try folder.makeFolder("Corpus")
    for name in ["FG01.md", "FG02.md"] {
      try FileManager.default.copyItem(
        atPath: "\(root)/Corpus/\(name)", toPath: folder("Corpus/\(name)"))
    }
    try run("audit start first --size 12 --include-uncoded 4", in: folder)
    try run("audit start dark --size 4 --include-uncoded 1 --blind", in: folder)
    for name in ["first", "dark"] { try run("audit page \(name) -o \(name).html", in: folder) }
    return folder
  }

  @discardableResult
  private static func run(_ line: String, in folder: TemporaryFolder) throws -> String {
    let result = try Tool.run(
      line.split(separator: " ").map(String.init), in: folder.path,
      environment: ["DRAAD_CODER": "Noor", "XDG_STATE_HOME": folder("state")])
    guard result.status == 0 else { throw Browser.Trouble(message: result.errors) }
    return result.output
  }

  private func open(_ name: String, part: String = "") throws -> (Browser, TemporaryFolder) {
    let folder = try Self.study.get()
    let browser = try Browser.empty()
    try browser.open(folder("\(name).html"), part: part)
    return (browser, folder)
  }

  /// Types a letter, as a key and as a sign.
  private func type(_ letter: String, in browser: Browser) throws {
    let code = Int(letter.uppercased().utf8.first ?? 0)
    for type in ["keyDown", "keyUp"] {
      try browser.call(
        "Input.dispatchKeyEvent",
        [
          "type": type, "key": letter, "text": type == "keyDown" ? letter : "",
          "windowsVirtualKeyCode": code,
        ])
    }
    try browser.settle()
  }

  private func place(_ browser: Browser) throws -> Int {
    try browser.number("current().n")
  }

  @Test func `is decided on with keys, saved, and taken up as it was decided`() throws {
    let (browser, folder) = try open("first")
    _ = try browser.value("localStorage.clear()")
    try browser.open(folder("first.html"))
    try browser.call(
      "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder.path])
    let count = try browser.number("places.length")
    #expect(count == 16)
    var wanted: [String: [String]] = [:]
    for index in 0..<count {
      let isUncoded = try browser.text("String(current().code === null)") == "true"
      let number = String(try place(browser))
      switch (isUncoded, index % 4) {
      case (true, 0...1), (false, 0):
        try type("a", in: browser)
        wanted[number] = ["accept", "", ""]
      case (true, _), (false, 1):
        try type("c", in: browser)
        #expect(try browser.text("document.activeElement.id") == "to")
        _ = try browser.value(
          "(() => { const to = document.getElementById('to'); to.value = 'wachttijden';"
            + "to.dispatchEvent(new Event('change', { bubbles: true })); })()")
        wanted[number] = ["recode", "wachttijden", ""]
      case (false, 2):
        try type("r", in: browser)
        _ = try browser.value("document.getElementById('reason').focus()")
        // Keys are letters again where something is written.
        for letter in ["n", "a", "r"] { try type(letter, in: browser) }
        #expect(try place(browser) == Int(number))
        _ = try browser.value(
          "(() => { const one = document.getElementById('reason'); one.value = '=1+\"te, breed\"';"
            + "one.dispatchEvent(new Event('input', { bubbles: true })); one.blur(); })()")
        wanted[number] = ["reject", "", "=1+\"te, breed\""]
      default:
        try type("u", in: browser)
        wanted[number] = ["unsure", "", ""]
      }
      _ = try browser.value("document.activeElement.blur()")
      if index < count - 1 { try type("n", in: browser) }
      // Half of it on another day.
      if index == 7 { try browser.open(folder("first.html"), part: number) }
      if index == 7 {
        #expect(try browser.text("document.getElementById('done').textContent").hasPrefix("8 van"))
        try type("n", in: browser)
      }
    }
    #expect(
      try browser.text("document.getElementById('done').textContent") == "16 van 16 besloten")
    _ = try browser.value("document.getElementById('save').click()")
    let file = folder("audit-first.csv")
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: file) { usleep(20_000) }
    #expect(browser.complaints == [] && browser.requests == [])
    let taken = try Self.run("audit import first audit-first.csv", in: folder)
    #expect(taken == "16 decisions taken up; 0 of 16 places are open in this file\n")
    let sheet = Sheet(try Self.run("audit sheet first --csv", in: folder))
    for row in sheet.rows {
      let told = ["verdict", "to", "reason"].map { row[$0] ?? "" }
      let expected = wanted[row["place"] ?? ""] ?? []
      #expect([told[0], told[1]] == Array(expected.prefix(2)), "place \(row["place"] ?? "")")
      #expect(told[2] == (expected[2].hasPrefix("=") ? "'" + expected[2] : expected[2]))
    }
    let status = Sheet(try Self.run("audit status first --csv", in: folder)).rows.last
    #expect(status?["decided"] == "12" && status?["open"] == "0")
  }

  @Test func `asks for other words that stand there once`() throws {
    let (browser, _) = try open("first")
    _ = try browser.value(
      "location.hash = '#' + places.find((place) => place.code !== null).n")
    try browser.settle()
    try type("s", in: browser)
    let isDecided = "String(isDecided(current()))"
    #expect(try browser.text(isDecided) == "false")
    for (words, holds) in [("zwijnenstal", "false"), ("", "false")] {
      _ = try browser.value("change(current(), { words: \(Browser.quoted(words)) })")
      #expect(try browser.text(isDecided) == holds)
    }
    _ = try browser.value(
      "change(current(), { words: drawnOf(current()).split(' ').slice(0, -1).join(' ') })")
    #expect(try browser.text(isDecided) == "true")
    _ = try browser.value("document.getElementById('clear').click(); localStorage.clear()")
  }

  @Test func `hides the code of a blind audit until one is chosen`() throws {
    let (browser, folder) = try open("dark")
    _ = try browser.value("localStorage.clear()")
    try browser.open(folder("dark.html"))
    _ = try browser.value("location.hash = '#' + places.find((place) => place.code !== null).n")
    try browser.settle()
    #expect(
      try browser.number("document.querySelectorAll('.code, input[name=verdict], u').length") == 0)
    try type("a", in: browser)
    #expect(try browser.text("String(isDecided(current()))") == "false")
    _ = try browser.value(
      "(() => { const one = document.getElementById('chosen'); one.value = codes[current().code].id;"
        + "one.dispatchEvent(new Event('change', { bubbles: true }));"
        + "one.form.requestSubmit(); })()")
    try browser.settle()
    #expect(
      try browser.text("document.querySelector('input[name=verdict]:checked').value") == "accept")
    #expect(try browser.text("csv().split('\\n')[1].split(',').length") == "7")
    #expect(try browser.number("document.querySelectorAll('.code h2').length") == 1)
    #expect(browser.complaints == [])
  }

  @Test(arguments: [(1300, false), (390, true)])
  func `is read with contrast AA, named controls and never wider than the screen`(
    width: Int, dark: Bool
  ) throws {
    let (browser, folder) = try open("first")
    try browser.resize(width: width, height: 844, dark: dark)
    for verdict in ["accept", "recode"] {
      _ = try browser.value("decide(current(), '\(verdict)')")
      try browser.settle()
      #expect(try browser.list(Browser.faintTexts) == [], "\(verdict)")
      #expect(try browser.number("document.documentElement.scrollWidth - innerWidth") <= 0)
      #expect(
        try browser.list(
          "[...document.querySelectorAll('a, button, input, select, textarea')].filter(one => "
            + "!(one.textContent.trim() || one.ariaLabel || one.labels?.length))"
            + ".map(one => one.outerHTML)") == [])
    }
    #expect(try browser.text("document.body.innerText.includes('undefined')") == "0")
    _ = try browser.value("localStorage.clear()")
    try browser.open(folder("first.html"))
  }

  @Test func `prints every place`() throws {
    let (browser, _) = try open("first")
    let answer = try browser.call("Page.printToPDF", ["printBackground": true])
    let data = Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
    let text = String(decoding: data, as: Unicode.ASCII.self)
    #expect(text.split(separator: "/Type /Page\n").count > 3)
  }

  @Test func `shows every text of a hostile study as text`() throws {
    let source = try PageStudy.hostile.get()
    let folder = try TemporaryFolder()
    for name in ["Corpus", "Codebooks"] {
      try FileManager.default.copyItem(atPath: source(name), toPath: folder(name))
    }
    try Self.run("audit start evil --size 9", in: folder)
    try Self.run("audit page evil -o evil.html", in: folder)
    let browser = try Browser.empty()
    try browser.open(folder("evil.html"))
    for number in 1...(try browser.number("places.length")) {
      try browser.go("\(number)")
      _ = try browser.value("decide(current(), 'recode')")
      #expect(try browser.text("String(window.hit)") == "undefined")
      #expect(
        try browser.number("document.querySelectorAll('#part img, #part script').length") == 0)
      #expect(try browser.text("/\\u202e/.test(document.body.innerText)") == "0")
    }
    #expect(browser.complaints == [] && browser.requests == [])
    _ = try browser.value("localStorage.clear()")
  }
}
