import CodingEngine
import Corpus

/// What the scripts of the page read: the study, its conversations and every table of the report.
///
/// Numbers come from the tables that are written as CSV beside the page, quotations from the list in
/// `quotations.csv`, so that the page cannot say anything else than they do.
struct PageData {
  let title: String
  let talk: Talk
  let tables: [Report.Entry]
  let quotations: Quotations
  let language: Language
  let summary, attention: [String]
  /// What the codes of the page share, where that is known.
  let shared: [Unit: SharedUnits]
  private(set) var people = PeopleOfPlaces()

  init(
    title: String, talk: Talk, tables: [Report.Entry], quotations: Quotations, language: Language,
    summary: [String], attention: [String], shared: [Unit: SharedUnits]
  ) {
    self.title = title
    self.talk = talk
    self.tables = tables
    self.quotations = quotations
    self.language = language
    self.summary = summary
    self.attention = attention
    self.shared = shared
    for index in quotations.list.indices { people.add(quotations.list[index].people) }
  }

  /// The data as one JSON object.
  func json() -> [UInt8] {
    var block = DataBlock()
    block.object { block in
      writeStudy(into: &block)
      block.key("codes")
      block.array { block in
        for code in talk.codesAndBelow { write(code: code, into: &block) }
      }
      block.key("transcripts")
      writeConversations(into: &block)
      block.key("tables")
      block.object { block in
        for entry in tables where !entry.isMadeOnThePage {
          block.key(entry.name)
          write(entry.table, into: &block)
        }
      }
      block.key("together")
      writeTogether(into: &block)
    }
    return block.bytes
  }

  private func writeStudy(into block: inout DataBlock) {
    let whole = talk.whole
    block.key("title")
    block.value(title)
    block.key("language")
    block.value(language.rawValue)
    block.key("book")
    block.value("\(talk.codebook.id) \(talk.codebook.version)")
    block.key("words")
    block.object { block in
      for (name, phrase) in PagePhrases.all {
        block.key(name)
        block.value(language.say(phrase))
      }
      for standing in Standing.allCases {
        block.key("standing_\(standing.rawValue)")
        block.value(language.say(standing.phrase))
      }
    }
    block.key("standings")
    block.values(Standing.allCases.map(\.rawValue))
    block.key("lead")
    block.values(summary)
    block.key("grounds")
    block.values(talk.grounds(in: language))
    block.key("people")
    block.array { block in
      for people in people.list {
        block.array { block in
          block.values(people.coders)
          block.values(people.reviewers)
        }
      }
    }
    block.key("attention")
    block.values(attention)
    block.key("whole")
    block.object { block in
      for measure in Measure.allCases where measure != .places {
        block.key(measure.rawValue)
        block.value(whole[measure])
      }
    }
  }

  /// What the codebook says of a code; rules stay out, since the page is for readers.
  private func write(code: Int, into block: inout DataBlock) {
    let entry = talk.codebook.codes[code]
    block.object { block in
      block.key("id")
      block.value(entry.id.description)
      block.key("title")
      block.value(entry.title)
      block.key("depth")
      block.value(entry.depth)
      block.key("definition")
      block.value(entry.definition)
      for (key, texts) in [
        ("when", entry.when), ("notWhen", entry.notWhen), ("examples", entry.examples.map(\.text)),
        ("levels", entry.scale.map(\.title)), ("levelIDs", entry.scale.map(\.id)),
      ] where !texts.isEmpty {
        block.key(key)
        block.values(texts)
      }
      if let color = entry.color {
        block.key("color")
        block.value(color)
      }
      block.key("byPeople")
      block.value(entry.matches.isEmpty ? 1 : 0)
    }
  }

  private func write(_ table: Table, into block: inout DataBlock) {
    block.object { block in
      block.key("title")
      block.value(table.title)
      block.key("keys")
      block.values(table.keys)
      block.key("rows")
      block.beginArray()
      let shown = table.programColumns
      for row in table.rows {
        block.beginArray()
        row.forEachValue(in: shown) { block.write($0) }
        block.endArray()
      }
      block.endArray()
    }
  }
}

/// Who had a hand in places, each combination once, so that a place needs one number for it.
struct PeopleOfPlaces {
  /// Nobody first.
  private(set) var list = [PlacePeople()]
  private var numbers = [PlacePeople(): 0]

  mutating func add(_ people: PlacePeople) {
    if people == list[0] || numbers[people] != nil { return }
    numbers[people] = list.count
    list.append(people)
  }

  subscript(people: PlacePeople) -> Int { people == list[0] ? 0 : numbers[people, default: 0] }
}

extension Report.Entry {
  /// Whether the page makes the table itself, from the units that codes share.
  fileprivate var isMadeOnThePage: Bool { name.hasPrefix("cooccurrence") }
}

extension DataBlock {
  fileprivate mutating func write(_ value: Table.Value) {
    switch value {
    case .text(let text): self.value(text)
    case .count(let count): self.value(count)
    case .decimal(let number): self.value(number)
    case .null: null()
    }
  }
}
