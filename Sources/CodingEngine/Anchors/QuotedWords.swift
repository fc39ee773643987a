public import Corpus

/// The words that an anchor stands on, as its line of the log holds them, with those around them.
struct QuotedWords {
  /// As it stands in the transcript, turn by turn.
  let text: String
  /// Folded words, turn by turn.
  let turns: [[[UInt8]]]
  /// Up to five folded words before and after, across turns.
  let before, after: [[UInt8]]

  /// What stands between the turns of a quotation in the log.
  static let turnSeparator: UInt8 = 0x1E

  /// Takes up what a line of the log holds.
  init(text: String, before: String, after: String, bracketsAreWords: Bool) {
    self.text = text
    var row = Row()
    turns = text.utf8.split(separator: Self.turnSeparator, omittingEmptySubsequences: false)
      .map { part in
        let bytes = Array(part)
        row.cut(bytes.span, 0..<bytes.count, bracketsAreWords: bracketsAreWords)
        return row.places.map { WordSequence.folded(bytes, Int($0.start)..<Int($0.end)) }
      }
    self.before = before.utf8.split(separator: 0x20).map { Array($0) }
    self.after = after.utf8.split(separator: 0x20).map { Array($0) }
  }

  /// What the log is to hold of a stretch of a transcript: the quotation, the words before, after.
  static func texts(of range: Range<Int>, in transcript: Transcript, _ words: WordSequence)
    -> [String]
  {
    let pieces = transcript.turns(in: range).map { turn in
      transcript.text[transcript.turns[turn].text.clamped(to: range)]
    }
    let quotation = Array(pieces.joined(separator: [turnSeparator]))
    let around = words.around(words.symbols(in: range))
    func joined(_ symbols: [WordSequence.Symbol]) -> String {
      let words = symbols.map { symbol in
        WordSequence.folded(
          transcript.text, Int(symbol.text.lowerBound)..<Int(symbol.text.upperBound))
      }
      return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    }
    return [
      String(decoding: quotation, as: UTF8.self), joined(around.before), joined(around.after),
    ]
  }
}

extension Transcript {
  /// The turns of which a stretch of the text holds something.
  public func turns(in range: Range<Int>) -> Range<Int> {
    var (low, high) = (0, turns.count)
    while low < high {
      let middle = (low + high) / 2
      if turns[middle].text.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < turns.count, turns[end].text.lowerBound < range.upperBound { end += 1 }
    return low..<end
  }
}
