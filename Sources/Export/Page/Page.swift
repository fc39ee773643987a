import CodingEngine
import Corpus

/// The page of a report: one HTML file that works from a disk, without a server or a network.
///
/// Style, scripts and data stand in it. A policy in its head forbids every request, and every script
/// but its own; what comes from transcripts and codebooks is data that the scripts show as text.
struct Page {
  let data: PageData

  /// The whole file: UTF-8.
  func html() -> [UInt8] {
    PageFile(
      language: data.language, title: data.title, style: PageStyle.all, script: PageScripts.all
    ).html(body: body(), data: data.json())
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
