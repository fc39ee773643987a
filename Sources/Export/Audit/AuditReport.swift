public import CodingEngine
public import Review

/// What an audit found, in the form in which a method section takes it up.
public struct AuditReport: Sendable {
  private let title: String
  private let paragraphs: [String]
  private let table: Table
  private let changes: Table
  private let language: Language

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - audit: As it stands.
  ///   - corpus: Where its places are.
  ///   - language: Of the report.
  public init(_ audit: Audit, in corpus: CodedCorpus, _ language: Language) {
    self.language = language
    let whole = Table.audit(audit, in: corpus, language)
    title = whole.title
    paragraphs =
      [language.say(Phrase("Codeboek", "Codebook")) + ": \(audit.logged.audit.book)."] + whole.notes
    table = Table(
      shape: whole.shape, title: language.say(Phrase("Per code", "By code")), language: language,
      columns: whole.columns, rows: whole.rows, notes: [])
    changes = Self.changes(audit, in: corpus, language)
  }

  /// What reviewers did not simply accept, with their reasons.
  private static func changes(
    _ audit: Audit, in corpus: CodedCorpus, _ language: Language
  ) -> Table {
    func id(_ name: String) -> String { String(name.split(separator: ":").last ?? "") }
    let rows = audit.places.flatMap { place -> [Table.Row] in
      guard let passage = AuditPassage(of: place, in: corpus) else { return [] }
      return place.verdicts.filter { $0.verdict != .accept }.map { verdict in
        Table.Row([
          .text(passage.position), place.isUncoded ? .blank : .text(id(place.drawn.code)),
          .label(.verdict(verdict.verdict)), verdict.newCode.map { .text(id($0)) } ?? .blank,
          .text(verdict.reviewer), verdict.reason.map { .text($0) } ?? .blank,
        ])
      }
    }
    return Table(
      shape: "audit-changes",
      title: language.say(Phrase("Wat niet werd aanvaard", "What was not accepted")),
      language: language,
      columns: [
        Table.Column("position", language.say(.position), .text),
        Table.Column("code", language.say(.code), .text),
        Table.Column("verdict", language.say(.verdict), .text),
        Table.Column("to", language.say(Phrase("naar", "to")), .text),
        Table.Column("judged_by", language.say(.judgedBy), .text),
        Table.Column("reason", language.say(.reason), .text),
      ], rows: rows, notes: [])
  }

  /// As Markdown.
  public func markdown() -> String {
    let text = paragraphs.map { Markdown.escaped($0) }.joined(separator: "\n\n")
    return "# \(Markdown.escaped(title))\n\n\(text)\n\n"
      + ([table] + (changes.rows.isEmpty ? [] : [changes])).map { deeper($0.markdown()) }
      .joined(separator: "\n")
  }

  /// A table under the report's own title.
  private func deeper(_ markdown: String) -> String {
    markdown.hasPrefix("# ") ? "#" + markdown : markdown
  }

  /// As one HTML page.
  public func html() -> String {
    let text = paragraphs.map { "<p>\(HTML.escaped($0))</p>" }.joined(separator: "\n")
    let tables = [table] + (changes.rows.isEmpty ? [] : [changes])
    let body = """
      <div class="content"><main id="part">
      <h1>\(HTML.escaped(title))</h1>
      \(text)
      \(tables.map { "<h2>\(HTML.escaped($0.title))</h2>\n\($0.html())" }.joined(separator: "\n"))
      </main></div>

      """
    let file = PageFile(
      language: language, title: title, style: PageStyle.base + "\n" + Self.style)
    return String(decoding: file.html(body: body), as: UTF8.self)
  }

  private static let style = """
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.92rem; }
    th, td { padding: 0.25rem 0.7rem; text-align: left; border-bottom: 1px solid var(--line); }
    .n { text-align: right; white-space: nowrap; }

    """
}
