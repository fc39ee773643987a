import CodingEngine
import Corpus
import Export

/// What becomes of codings whose code is split or deleted, as the user says it.
struct CodingFates {
  /// For each coding the index of its new code; nil: nothing is said of it.
  private(set) var codes: [Int?]

  private let list: CodingList
  private let book: Codebook

  /// Reads what the options say; every fault is shown.
  init(_ list: CodingList, _ book: Codebook, _ options: Options) throws {
    self.list = list
    self.book = book
    codes = Array(repeating: nil, count: list.entries.count)
    if let name = options.value(of: .moveTo) {
      let all = try code(name)
      codes = codes.map { _ in all }
    }
    if let file = options.value(of: .codingDecisions) {
      let rows = try NamedRows(
        file, needed: ["position", "code"],
        known: ["position", "code", "coder", "level", "quote"])
      try rows.forEach { row in
        guard let code = row["code"] else { return }
        try give(code, at: row["position"] ?? "", coder: row["coder"])
      }
    }
    for (position, name) in options.pairs(of: .give) {
      try give(name, at: position, coder: nil)
    }
  }

  private mutating func give(_ name: String, at position: String, coder: String?) throws {
    let code = try code(name)
    let found = list.entries.indices.filter { index in
      let entry = list.entries[index]
      return (entry.position ?? "") == position && (coder == nil || coder == entry.coding.coder)
    }
    guard !found.isEmpty else {
      throw Failure(
        "no coding of it stands at \"\(position)\"\(coder.map { " by \($0)" } ?? "")",
        fix: "--list shows where they stand")
    }
    for index in found { codes[index] = code }
  }

  private func code(_ name: String) throws(Failure) -> Int {
    try book.index(named: name, fix: "name a code that the book has after this")
  }

  /// A coding in words.
  static func name(_ entry: CodingList.Entry) -> String {
    let words = (entry.words ?? "…").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let short = words.count > 60 ? words.prefix(57) + "…" : Substring(words)
    let place = entry.position ?? "\(entry.coding.anchor.transcript), words not found,"
    return "\(place) by \(entry.coding.coder) “\(short)”"
  }
}
