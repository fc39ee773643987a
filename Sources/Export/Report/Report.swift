import Corpus
public import CodingEngine
import Corpus

/// The tables and quotations of a study, as `draad report` writes them.
public struct Report: Sendable {
  /// A file to be written.
  public struct File: Sendable, Hashable {
    /// The name, without a folder: ASCII.
    public let name: String
    /// What stands in it: UTF-8, lines end in LF.
    public let bytes: [UInt8]

    /// The same as text.
    public var contents: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// A table and the name of its files, without extension.
  public struct Entry: Sendable, Hashable {
    /// English, with hyphens: `codes-by-role`.
    public let name: String
    /// The table, in the language of the report.
    public let table: Table
  }

  /// The tables, in the order of the document.
  public let tables: [Entry]
  let title: String
  let talk: Talk
  let language: Language
  /// The study in a few lines, and what somebody should look at.
  let summary, attention: [String]
  /// The codes with the most places of their own.
  let mostUsed: Table
  private let quotations: Quotations
  /// What the codes share, by unit.
  private let shared: [Unit: SharedUnits]

  /// Makes every table of a study.
  ///
  /// - Parameters:
  ///   - title: What the document is called.
  ///   - corpus: What is reported.
  ///   - selection: Filters.
  ///   - showingPrivate: Whether values of private variables may be read.
  ///   - language: Of the document and of the tables in Markdown.
  public init(
    title: String, of corpus: CodedCorpus, selection: Selection = Selection(),
    showingPrivate: Bool = false, in language: Language
  ) async {
    self.title = title
    self.language = language
    let talk = Talk(of: corpus, selection: selection)
    self.talk = talk
    async let quotations = Quotations.collected(
      of: corpus, selection: selection, showingPrivate: showingPrivate, in: language)
    let shared = Dictionary(
      uniqueKeysWithValues: await concurrently(
        Unit.allCases.map { unit in { (unit, talk.sharedUnits(unit)) } }))
    self.shared = shared
    let hasScale = talk.codes.contains { !corpus.codebook.codes[$0].scale.isEmpty }
    tables = await concurrently([
      { Entry(name: "frequencies", table: talk.frequencies(in: language)) },
      {
        talk.isDecided
          ? Entry(name: "decisions", table: talk.decisionTable(in: language)) : nil
      },
      { Entry(name: "codes-by-role", table: talk.crosstab(by: .role, in: language)) },
      {
        Entry(
          name: "codes-by-role-per-1000",
          table: talk.crosstab(by: .role, as: .perThousand, in: language))
      },
      { Entry(name: "codes-by-transcript", table: talk.crosstab(by: .transcript, in: language)) },
      {
        Entry(
          name: "codes-by-transcript-per-1000",
          table: talk.crosstab(by: .transcript, as: .perThousand, in: language))
      },
      {
        hasScale ? Entry(name: "levels", table: talk.crosstab(by: .level, in: language)) : nil
      },
      {
        shared[.turn].map {
          Entry(
            name: "cooccurrence",
            table: talk.cooccurrence(by: .turn, as: .count, of: $0, in: language))
        }
      },
      {
        shared[.turn].map {
          Entry(
            name: "cooccurrence-pairs",
            table: talk.cooccurringPairs(by: .turn, of: $0, in: language))
        }
      },
      {
        Entry(
          name: "transcripts",
          table: talk.transcriptSummary(showingPrivate: showingPrivate, in: language))
      },
      { Entry(name: "speakers", table: talk.speakerSummary(in: language)) },
      { Entry(name: "turn-taking", table: talk.turnTaking(in: language)) },
    ]).compactMap(\.self)
    summary = talk.summary(in: language)
    attention = talk.attention(in: language)
    mostUsed = talk.mostUsed(10, of: tables[0].table, in: language)
    self.quotations = await quotations
  }

  /// Every file of the report: each table as CSV and Markdown, the quotations, the document.
  ///
  /// - Returns: Files in the order in which they are to be listed; the same bytes every time.
  public func files() async -> [File] {
    var jobs: [@Sendable () -> File] = [
      { File(name: "index.html", bytes: page().html()) },
      { File(name: "report.md", bytes: document()) },
    ]
    for entry in tables {
      jobs.append { File(name: "\(entry.name).csv", bytes: entry.table.csvBytes()) }
      jobs.append { File(name: "\(entry.name).md", bytes: entry.table.markdownBytes(level: 1)) }
    }
    for unit in Unit.allCases where unit != .turn {
      guard let shared = shared[unit] else { continue }
      jobs.append {
        File(
          name: "cooccurrence-pairs-by-\(unit.rawValue).csv",
          bytes: talk.cooccurringPairs(by: unit, of: shared, in: language).csvBytes())
      }
    }
    let largest = [0, jobs.count, jobs.count + 1]
    jobs.append { File(name: "quotations.csv", bytes: quotations.csvBytes()) }
    jobs.append { File(name: "quotations.md", bytes: quotations.markdownBytes()) }
    return await concurrently(jobs, first: largest)
  }

  private func page() -> Page {
    Page(
      data: PageData(
        title: title, talk: talk, tables: tables, quotations: quotations, language: language,
        summary: summary, attention: attention,
        shared: talk.selection.codes.isEmpty ? shared : [:]))
  }

  /// The report as a document to read: summary, what it stands on, what wants attention, tables.
  private func document() -> [UInt8] {
    var bytes = Array("# \(Markdown.escaped(title))\n\n".utf8)
    appendBullets(summary, to: &bytes)
    for note in talk.notes(in: language) { bytes.append("\n\(Markdown.escaped(note))\n") }
    bytes.append(0x0A)
    mostUsed.appendMarkdown(level: 2, to: &bytes)
    if !attention.isEmpty {
      bytes.append("\n## \(language.say(.attention))\n\n")
      appendBullets(attention, to: &bytes)
    }
    for entry in tables where entry.name != "cooccurrence" {
      bytes.append(0x0A)
      let table = entry.table.prefix(25, elsewhere: "\(entry.name).csv")
      table.appendMarkdown(level: 2, to: &bytes)
    }
    return bytes
  }

  private func appendBullets(_ lines: [String], to bytes: inout [UInt8]) {
    for line in lines { bytes.append("- \(Markdown.escaped(line))\n") }
  }
}

extension Table {
  /// The first rows of a long list of pairs or speakers, with a note that says where the others are;
  /// tables about codes stay whole.
  fileprivate func prefix(_ limit: Int, elsewhere file: String) -> Table {
    guard rows.count > limit, columns.first?.key != "code" else { return self }
    let note = language.say(.firstRows(limit, rows.count, file))
    return Table(
      shape: shape, title: title, language: language, columns: columns,
      rows: Array(rows.prefix(limit)), notes: [note] + notes)
  }
}
