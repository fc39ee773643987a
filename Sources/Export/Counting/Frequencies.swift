import CodingEngine
import Corpus

extension Talk {
  /// How often each code occurs: its places, what carries it, and the words inside.
  ///
  /// For a parent, the places that remain when its own codings and those under it are joined; `own`
  /// is the places of its own codings alone. Shares are of the talk: its turns with a word, its
  /// participants who say one, its transcripts in which one is said, its words.
  public func frequencies(in language: Language) -> Table {
    let rows = codes.map { code in
      let counts = counts(of: places.all[code])
      let numbers: [Table.Cell] = [
        .count(counts.places), .count(places.own[code].count),
        .count(counts.sentences),
        .share(part: counts.turns, whole: whole.turns),
        .people(part: counts.participants, whole: whole.participants),
        .people(part: counts.transcripts, whole: whole.transcripts),
        .share(part: counts.words, whole: whole.words),
      ]
      return codeRow(code, among: codes, numbers)
    }
    return Table(
      shape: "frequencies", title: language.say(.frequencies), language: language,
      columns: codeColumns(in: language)
        + [
          Table.Column("places", language.say(.places), .number),
          Table.Column("own", language.say(.own), .number),
          Table.Column("sentences", language.say(.sentences), .number),
          Table.Column("turns", language.say(.turns), .share),
          Table.Column("participants", language.say(people), .share),
          Table.Column("transcripts", language.say(.transcripts), .share),
          Table.Column("words", language.say(.words), .share),
        ],
      rows: rows, notes: notes(in: language, about: [.whole(whole, people)]))
  }

  /// What the people who count are called.
  var people: Phrase { selection.includesModerators ? .speakers : .participants }

  /// The columns that name a code, with which a table about codes begins.
  func codeColumns(in language: Language) -> [Table.Column] {
    [
      Table.Column("code", language.say(.code), .text),
      Table.Column("title", language.say(.title), .text, isOptional: true),
      Table.Column("path", "", .text, for: .programs),
      Table.Column("depth", "", .number, for: .programs),
    ]
  }

  /// A row about a code: its name in the tree, then `cells`.
  ///
  /// It is indented for each code above it that has a row in the table too.
  func codeRow(_ code: Int, among shown: [Int], _ cells: [Table.Cell]) -> Table.Row {
    var row: [Table.Cell] = []
    row.reserveCapacity(4 + cells.count)
    row.append(.text(codebook.codes[code].id.description))
    row.append(.text(codebook.codes[code].title))
    row.append(.text(paths[code]))
    row.append(.count(codebook.codes[code].depth))
    row += cells
    var indent = 0
    var above = codebook.codes[code].parent
    while let code = above {
      if shown.contains(code) { indent += 1 }
      above = codebook.codes[code].parent
    }
    return Table.Row(indent: indent, row)
  }
}
