public import CodingEngine
import Corpus

/// Codings by people, each with where it stands now.
public struct CodingList: Sendable {
  /// One of them.
  public struct Entry: Sendable {
    /// As the log has it.
    public let coding: LoggedCoding
    /// Where it stands, as people write it; nil when its words are not surely there.
    public let position: String?
    /// The words that it was put on; nil when they were erased.
    public let words: String?

    /// Makes an entry.
    public init(coding: LoggedCoding, position: String?, words: String?) {
      self.coding = coding
      self.position = position
      self.words = words
    }
  }

  /// In the order of transcripts and their text; those that stand nowhere last.
  public let entries: [Entry]

  /// Makes a list.
  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// A row for each, with a column to say what becomes of it.
  ///
  /// - Parameter language: Of the headings.
  /// - Returns: The table, without notes.
  public func table(in language: Language) -> Table {
    Table(
      shape: "codings", title: language.say(Phrase("Coderingen", "Codings")), language: language,
      columns: [
        Table.Column("position", language.say(.position), .text),
        Table.Column("coder", language.say(.coders), .text),
        Table.Column("level", language.say(.level), .text),
        Table.Column("quote", language.say(.quotation), .text),
        Table.Column("code", language.say(.code), .text, for: .programs),
      ],
      rows: entries.map { entry in
        Table.Row([
          entry.position.map { .text($0) } ?? .blank, .text(entry.coding.coder),
          entry.coding.level.map { .text($0) } ?? .blank, .text(entry.words ?? "…"), .blank,
        ])
      }, notes: [])
  }
}
