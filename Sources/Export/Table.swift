/// A table of results: the one definition from which every format is written.
///
/// Text and Markdown print the cells for people, rounded and in the study's language; CSV and JSON
/// write the same cells unrounded, with a point and English keys.
public struct Table: Sendable, Hashable {
  /// What the table is, in the header of its JSON: `frequencies`.
  public let shape: String
  /// A heading in the study's language.
  public let title: String
  /// The language of title, headings and notes.
  public let language: Language
  let columns: [Column]
  let rows: [Row]
  /// What the table stands on, one sentence each.
  public let notes: [String]

  /// One column.
  struct Column: Sendable, Hashable {
    /// What the cells hold.
    enum Kind: Sendable, Hashable {
      case text
      case number
      /// A number and its share of a whole; in CSV and JSON two columns, `key` and `key_share`.
      case share
    }

    /// Which formats show the column.
    enum Audience: Sendable, Hashable {
      case everybody
      /// CSV and JSON only.
      case programs
      /// Text and Markdown only.
      case people
    }

    /// The name in CSV and JSON: English, snake_case, unique in the table.
    let key: String
    /// The name in text and Markdown, in the table's language.
    let heading: String
    let kind: Kind
    let audience: Audience
    /// Whether the heading is a value of the study (a role, a code) and not a word of ours.
    let isValue: Bool
    /// Whether a terminal too narrow for everything may do without.
    let isOptional: Bool

    init(
      _ key: String, _ heading: String, _ kind: Kind, for audience: Audience = .everybody,
      isValue: Bool = false, isOptional: Bool = false
    ) {
      self.key = key
      self.heading = heading
      self.kind = kind
      self.audience = audience
      self.isValue = isValue
      self.isOptional = isOptional
    }
  }

  /// One row, with a cell for each column.
  struct Row: Sendable, Hashable {
    /// How far the row's first cell is indented in print; 0 for the top of a tree.
    let indent: Int
    /// Whether it stands above others for people alone: CSV and JSON leave it out.
    let isHeading: Bool
    let cells: [Cell]

    init(indent: Int = 0, isHeading: Bool = false, _ cells: [Cell]) {
      self.indent = indent
      self.isHeading = isHeading
      self.cells = cells
    }
  }
}

extension Table {
  /// What stands where a row and a column meet.
  enum Cell: Sendable, Hashable {
    case text(String)
    /// A word of ours among texts; English in CSV and JSON.
    case label(Phrase)
    case count(Int)
    case decimal(Double)
    /// A number that is printed with three decimals, such as κ.
    case coefficient(Double)
    /// A number as part of a whole that the foot names.
    case share(part: Int, whole: Int)
    /// A number of people, transcripts or the like, which reads "6 of 22" when the whole is small.
    case people(part: Int, whole: Int)
    /// Undefined, such as a division by nothing.
    case undefined
    /// Nothing to say here, such as a total of texts.
    case blank
  }

  /// What CSV and JSON write for a cell.
  enum Value: Hashable {
    case text(String)
    case count(Int)
    case decimal(Double)
    case null
  }

  /// The columns that a format with this audience shows.
  func shown(to audience: Column.Audience) -> [Int] {
    columns.indices.filter {
      columns[$0].audience == .everybody || columns[$0].audience == audience
    }
  }

  /// The names of the columns in CSV and JSON.
  var keys: [String] {
    shown(to: .programs).flatMap { index in
      let column = columns[index]
      return column.kind == .share ? [column.key, column.key + "_share"] : [column.key]
    }
  }

  /// Where the columns of CSV and JSON are, and whether each takes two.
  var programColumns: [(index: Int, isShare: Bool)] {
    shown(to: .programs).map { ($0, columns[$0].kind == .share) }
  }
}

extension Table.Row {
  /// Gives `write` the values of CSV and JSON, unrounded, one for each of the table's `keys`.
  @inline(__always)
  func forEachValue(
    in columns: [(index: Int, isShare: Bool)], _ write: (Table.Value) -> Void
  ) {
    for (index, isShare) in columns {
      switch cells[index] {
      case .text(let text): write(.text(text))
      case .label(let phrase): write(.text(phrase.en))
      case .count(let count): write(.count(count))
      case .decimal(let value), .coefficient(let value):
        write(value.isFinite ? .decimal(value) : .null)
      case .share(let part, let whole), .people(let part, let whole):
        write(.count(part))
        if isShare { write(whole > 0 ? .decimal(Double(part) / Double(whole)) : .null) }
        continue
      case .undefined, .blank: write(.null)
      }
      if isShare { write(.null) }
    }
  }
}

extension Table.Cell {
  /// As people read it: rounded, in `language`.
  func printed(in language: Language) -> String {
    switch self {
    case .text(let text): return text
    case .label(let phrase): return language.say(phrase)
    case .blank: return ""
    default:
      var bytes: [UInt8] = []
      append(in: language, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The same as UTF-8.
  func append(in language: Language, to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): bytes.append(text)
    case .label(let phrase): bytes.append(language.say(phrase))
    case .count(let count): Digits.append(count, to: &bytes)
    case .decimal(let value): append(value, places: 1, in: language, to: &bytes)
    case .coefficient(let value): append(value, places: 3, in: language, to: &bytes)
    case .people(let part, let whole) where whole < 100:
      Digits.append(part, to: &bytes)
      bytes.append(UInt8(ascii: " "))
      bytes.append(language.say(.of))
      bytes.append(UInt8(ascii: " "))
      Digits.append(whole, to: &bytes)
    case .share(let part, let whole), .people(let part, let whole):
      Digits.append(part, to: &bytes)
      bytes.append(" (")
      language.appendPercentage(part, of: whole, to: &bytes)
      bytes.append(UInt8(ascii: ")"))
    case .undefined: bytes.append("–")
    case .blank: break
    }
  }

  private func append(
    _ value: Double, places: Int, in language: Language, to bytes: inout [UInt8]
  ) {
    if !Digits.append(value, places: places, point: language.point, to: &bytes) {
      bytes.append("–")
    }
  }
}
