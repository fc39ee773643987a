import Corpus

/// The words of a transcript as numbers in a row, with one for each change of turn: what quotations
/// are looked for in.
struct WordSequence {
  /// A word, or the beginning of a turn.
  struct Symbol {
    /// Equal for equal folded words; 0 for the beginning of a turn.
    let id: Int32
    /// An index into the transcript's turns.
    let turn: Int32
    /// Where the word is: UTF-8 byte offsets into the text.
    let text: Range<UInt32>
  }

  private(set) var symbols: [Symbol] = []
  /// Where each turn begins in `symbols`: at the symbol that stands for its beginning; one more.
  private(set) var turnStarts: [Int] = []
  private var ids: [[UInt8]: Int32] = [:]
  private var places: [Int32: [Int]] = [:]

  /// Takes up the words of a transcript, or of some of its turns.
  init(of transcript: Transcript, turns: Range<Int>? = nil) {
    var row = Row()
    for index in turns ?? transcript.turns.indices {
      let turn = transcript.turns[index]
      turnStarts.append(symbols.count)
      symbols.append(Symbol(id: 0, turn: Int32(index), text: 0..<0))
      row.cut(turn, of: transcript)
      for place in row.places {
        let word = Self.folded(transcript.text, Int(place.start)..<Int(place.end))
        let id = ids[word] ?? Int32(ids.count + 1)
        ids[word] = id
        places[id, default: []].append(symbols.count)
        symbols.append(Symbol(id: id, turn: Int32(index), text: place.start..<place.end))
      }
    }
    turnStarts.append(symbols.count)
  }

  /// The words of a quotation as numbers, 0 where turns change; -1 for a word that the transcript
  /// does not have.
  func pattern(_ quotation: QuotedWords) -> [Int32] {
    Array(quotation.turns.map { $0.map { ids[$0] ?? -1 } }.joined(separator: [0]))
  }

  /// Words of a context as numbers.
  func pattern(_ context: [[UInt8]]) -> [Int32] { context.map { ids[$0] ?? -1 } }

  /// Where a pattern stands in some turns, from the first word on: indexes into `symbols`.
  ///
  /// A pattern that goes on in later turns has to begin in one of `turns`.
  func occurrences(of pattern: [Int32], in turns: [Int]? = nil) -> [Int] {
    guard let first = pattern.first, first > 0, let starts = places[first] else { return [] }
    return starts.filter { start in
      if let turns, !turns.contains(Int(symbols[start].turn)) { return false }
      guard start + pattern.count <= symbols.count else { return false }
      for offset in pattern.indices where symbols[start + offset].id != pattern[offset] {
        return false
      }
      return true
    }
  }

  /// Up to five words before and after symbols, across turns.
  func around(_ range: Range<Int>) -> (before: [Symbol], after: [Symbol]) {
    let before = symbols[..<range.lowerBound].reversed().lazy.filter { $0.id != 0 }.prefix(5)
    let after = symbols[range.upperBound...].lazy.filter { $0.id != 0 }.prefix(5)
    return (before.reversed(), Array(after))
  }

  /// The symbols of words that overlap a range of the text.
  func symbols(in range: Range<Int>) -> Range<Int> {
    func partition(_ belongs: (Symbol) -> Bool) -> Int {
      var (low, high) = (0, symbols.count)
      while low < high {
        let middle = (low + high) / 2
        // The beginning of a turn has no place in the text: its first word stands for it.
        var probe = middle
        while probe < high, symbols[probe].id == 0 { probe += 1 }
        if probe == high || belongs(symbols[probe]) { high = middle } else { low = probe + 1 }
      }
      return low
    }
    var first = partition { Int($0.text.upperBound) > range.lowerBound }
    while first < symbols.count, symbols[first].id == 0 { first += 1 }
    var last = partition { Int($0.text.lowerBound) >= range.upperBound }
    while last > first, symbols[last - 1].id == 0 { last -= 1 }
    return first..<max(first, last)
  }

  /// A word as words are compared; a transcriber's `[…]` is one, with its blanks taken out.
  static func folded(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var word: [UInt8] = []
    Folding.append(folding: text.span, range, to: &word)
    word.removeAll { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    return word
  }
}
