import CodingEngine
import Corpus
import Review

extension CoderComparison {
  /// Every unit on which the coders differ, as one HTML file to read, print or send.
  ///
  /// It holds no script, and a policy in its head forbids every request.
  ///
  /// - Returns: UTF-8.
  public func disagreementsPage() -> [UInt8] {
    let found = differingUnits()
    let title = "\(language.say(.disagreements)): \(raters.map(\.name).joined(separator: ", "))"
    let foot = notes([.differences(found.count, of: units.places.count)])
    let body = """
      <main class="content">
      <h1>\(HTML.escaped(title))</h1>
      \(articles(found))</main>
      <footer class="content foot">\(foot.map { "<p>\(HTML.escaped($0))</p>" }.joined())</footer>

      """
    return PageFile(
      language: language, title: title, style: PageStyle.base + "\n" + Self.style
    ).html(body: body)
  }

  /// The units, under the transcript they stand in.
  private func articles(_ found: [DifferingUnit]) -> String {
    var html = ""
    var transcript: Int?
    for unit in found {
      if unit.text.transcript != transcript {
        transcript = unit.text.transcript
        let head = transcripts[unit.text.transcript].transcript
        let title = head.details.title.map { "\(head.id): \($0)" } ?? head.id
        html += "<h2>\(HTML.escaped(title))</h2>\n"
      }
      html += article(unit)
    }
    return html
  }

  private func article(_ unit: DifferingUnit) -> String {
    let transcript = transcripts[unit.text.transcript].transcript
    let speaker = unit.text.turn.map { transcript.speakers[transcript.turns[$0].speaker] }
    let head = [unit.text.position, speaker?.label, speaker?.role].compactMap(\.self)
    let codings = zip(raters, unit.codings).map { rater, codes in
      let said = codes.isEmpty ? language.say(.noCode) : codes
      return "<dt>\(HTML.escaped(rater.name))</dt><dd>\(HTML.escaped(said))</dd>"
    }
    let meanings = unit.codes.map { "<p>\(HTML.escaped(definition(of: $0)))</p>" }
    let words = unit.text.words.isEmpty ? "" : "<p>\(HTML.escaped(unit.text.words))</p>"
    return """
      <article>
      <h3>\(HTML.escaped(head.joined(separator: ", ")))</h3>
      <blockquote>\(words)</blockquote>
      <dl>\(codings.joined())</dl>
      <details><summary>\(language.say(.definitions))</summary>\(meanings.joined())</details>
      </article>

      """
  }

  private static let style = """
    body { max-width: 54rem; margin: 0 auto; }
    article { border: 1px solid var(--line); border-radius: 8px; background: var(--card);
      padding: 0.4rem 1.2rem 1rem; margin: 0 0 1rem; break-inside: avoid; }
    blockquote { margin: 0; padding-left: 0.8rem; border-left: 3px solid var(--thread);
      font: 1.05rem/1.6 var(--reading); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0.8rem 0; }
    dt { color: var(--soft); }
    dd { margin: 0; font-weight: 600; }
    details { color: var(--soft); font-size: 0.9rem; }
    @media print { details::details-content { display: block; content-visibility: visible; } }
    """
}
