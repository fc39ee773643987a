public import Corpus

/// Reads ratings made elsewhere: a table with a row for each unit and a column for each coder.
///
/// The first row names the columns. `unit` and `transcript` are no coders: the one is not looked at,
/// the other says which units the bootstrap draws together. An empty cell is a missing rating.
public struct RatingsReader: Sendable {
  private let measurement: Measurement
  private let coders: [String]
  private let scale: [String]

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - measurement: What the ratings are; interval and ratio are numbers.
  ///   - coders: The columns to read; all when empty.
  ///   - scale: The categories from low to high, also those that nobody chose. When empty, those in
  ///     the table, which for ordinal must then be numbers.
  public init(measurement: Measurement, coders: [String] = [], scale: [String] = []) {
    self.measurement = measurement
    self.coders = coders
    self.scale = measurement.isNumeric ? [] : scale
  }

  /// Reads a file.
  ///
  /// - Returns: The ratings, and every fault with its place.
  public func read(bytes: [UInt8], path: String) -> Read<Ratings> {
    let table = SeparatedText.read(bytes: bytes, path: path)
    guard let text = table.value else { return Read(nil, table.diagnostics) }
    var rows = RatingRows(text, path: path)
    rows.chooseColumns(coders)
    rows.checkWidths()
    guard rows.diagnostics.isEmpty else { return Read(nil, table.diagnostics + rows.diagnostics) }
    let categories = self.categories(&rows)
    let ratings = self.ratings(rows, categories)
    return Read(ratings, table.diagnostics + rows.diagnostics)
  }

  /// The categories in order, and what each text in the table stands for.
  private func categories(_ rows: inout RatingRows) -> [String: Ratings.Category] {
    var categories: [String: Ratings.Category] = [:]
    if !scale.isEmpty {
      for (index, name) in scale.enumerated() {
        categories[name] = Ratings.Category(name, score: Double(index + 1))
      }
      rows.forEachRating { cell in
        categories[cell.text] == nil
          ? ("\"\(cell.text)\" is not on the scale", "add it to --scale, or mend the cell") : nil
      }
      return categories
    }
    if measurement == .nominal { return names(rows) }
    let allowsComma = rows.allowsDecimalComma
    rows.forEachRating { cell in
      let number = Decimal.read(cell.text, comma: allowsComma)
      if let number { categories[cell.text] = Ratings.Category(cell.text, score: number) }
      return fault(cell.text, number)
    }
    return measurement == .ordinal ? ranked(categories) : categories
  }

  private func names(_ rows: RatingRows) -> [String: Ratings.Category] {
    let names = Set(rows.texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var categories: [String: Ratings.Category] = [:]
    for (index, name) in names.enumerated() {
      categories[name] = Ratings.Category(name, score: Double(index))
    }
    return categories
  }

  /// Numbers replaced by their ranks.
  private func ranked(_ categories: [String: Ratings.Category]) -> [String: Ratings.Category] {
    let numbers = Set(categories.values.map(\.score)).sorted()
    return categories.mapValues { category in
      let rank = numbers.firstIndex(of: category.score) ?? 0
      return Ratings.Category(category.name, score: Double(rank + 1))
    }
  }

  private func fault(_ text: String, _ number: Double?) -> (message: String, fix: String)? {
    guard let number else {
      let fix =
        measurement == .ordinal
        ? "give the levels from low to high with --scale, or numbers"
        : "write a number such as 2.5, or leave the cell empty"
      return ("\"\(text)\" is no number", fix)
    }
    return measurement == .ratio && number < 0
      ? ("\(text) lies below zero", "a ratio starts at zero: use --level interval") : nil
  }

  /// Ratings as indices; different spellings of a number are one category.
  private func ratings(_ rows: RatingRows, _ named: [String: Ratings.Category]) -> Ratings {
    var byScore: [Double: Ratings.Category] = [:]
    for name in named.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let category = named[name] else { continue }
      byScore[category.score] = byScore[category.score] ?? category
    }
    let categories = byScore.values.sorted { $0.score < $1.score }
    var indices: [Double: Int] = [:]
    for (index, category) in categories.enumerated() { indices[category.score] = index }
    return Ratings(
      coders: rows.coders, categories: categories, measurement: measurement,
      units: rows.units { text in named[text].flatMap { indices[$0.score] } },
      transcripts: rows.transcripts)
  }
}

/// A number as people write it in a table.
enum Decimal {
  /// Reads digits with at most one sign before, one point within and an exponent after: nothing else
  /// that `Double` would take, such as `nan` or `0x10`.
  static func read(_ text: String, comma: Bool) -> Double? {
    let isPart = { (byte: UInt8) in
      byte &- 0x30 < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    let bytes = text.utf8.map { comma && $0 == 0x2C ? 0x2E : $0 }
    guard bytes.allSatisfy(isPart) else { return nil }
    let number = Double(String(decoding: bytes, as: UTF8.self))
    // There is one zero.
    return number.flatMap { $0.isFinite ? $0 + 0 : nil }
  }
}
