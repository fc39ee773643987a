import CodingEngine
import Corpus
import SHA2

/// The page of a report: one HTML file that works from a disk, without a server or a network.
///
/// Style, scripts and data stand in it. A policy in its head forbids every request, and every script
/// but its own; what comes from transcripts and codebooks is data that the scripts show as text.
struct Page {
  let data: PageData

  /// The whole file: UTF-8.
  func html() -> [UInt8] {
    let style = Array(PageStyle.all.utf8)
    let script = Array(PageScripts.all.utf8)
    var bytes: [UInt8] = []
    bytes += head(style: style, script: script).utf8
    bytes += "<style>".utf8
    bytes += style
    bytes += "</style>\n</head>\n<body>\n".utf8
    bytes += body().utf8
    bytes += "<script type=\"application/json\" id=\"study\">".utf8
    bytes += data.json()
    bytes += "</script>\n<script>".utf8
    bytes += script
    bytes += "</script>\n</body>\n</html>\n".utf8
    return bytes
  }

  private func head(style: [UInt8], script: [UInt8]) -> String {
    func source(_ bytes: [UInt8]) -> String { "'sha256-\(base64(SHA256.digest(of: bytes)))'" }
    let policy = [
      "default-src 'none'", "style-src \(source(style))", "script-src \(source(script))",
      "img-src data:", "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
    return """
      <!DOCTYPE html>
      <html lang="\(data.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <link rel="icon" href="data:,">
      <title>\(HTML.escaped(data.title))</title>

      """
  }

  /// What stands on the page before any script: menu, summary for readers without scripts, foot.
  private func body() -> String {
    let language = data.language
    let talk = data.talk
    let menu = PagePhrases.parts.map { name, phrase in
      let part = name.dropFirst("part_".count)
      return "<li><a href=\"#\(part)\">\(HTML.escaped(language.say(phrase)))</a></li>"
    }
    let notes = talk.notes(in: language).map { "<p>\(HTML.escaped($0))</p>" }
    let summary = (data.summary + data.attention)
      .map { "<p>\(HTML.escaped($0))</p>" }
    let book = talk.codebook
    let isInvented = talk.transcripts.contains { $0.transcript.details.isInvented }
    let flag = isInvented ? "<p class=\"flag\">\(language.say(.inventedFlag))</p>" : ""
    return """
      <a class="skip" href="#part">\(language.say(.skipToContent))</a>
      <div class="frame">
      <header class="head"><div>
      <p class="study">\(HTML.escaped(data.title))</p>
      <p class="book">\(HTML.escaped("\(book.id) \(book.version)"))</p>
      \(flag)
      <nav id="parts" aria-label="\(language.say(.partsOfPage))"><ul>\(menu.joined())</ul></nav>
      </div></header>
      <div class="content">
      <main id="part" tabindex="-1"><noscript>\(summary.joined())</noscript></main>
      <footer class="foot">\(notes.joined())</footer>
      </div>
      </div>
      <div id="status" role="status" aria-live="polite"></div>

      """
  }
}
