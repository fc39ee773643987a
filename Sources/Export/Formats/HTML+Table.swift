extension Table {
  /// The cells for people as an HTML table; title and notes are left to the page.
  func html() -> String {
    let shown = shown(to: .people)
    func cells(_ tag: String, _ text: (Int) -> String) -> String {
      shown.map { index in
        let kind = columns[index].kind == .text ? "" : " class=\"n\""
        let scope = tag == "th" ? " scope=\"col\"" : ""
        return "<\(tag)\(scope)\(kind)>\(HTML.escaped(text(index)))</\(tag)>"
      }.joined()
    }
    let body = rows.map { row in
      "<tr>\(cells("td") { row.cells[$0].printed(in: language) })</tr>"
    }
    return """
      <div class="wide" tabindex="0" role="region" aria-label="\(HTML.escaped(title))"><table>
      <thead><tr>\(cells("th") { columns[$0].heading })</tr></thead>
      <tbody>\(body.joined(separator: "\n"))</tbody>
      </table></div>
      """
  }
}
