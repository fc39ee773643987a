/// A stretch of one turn, counted in every unit that tables need.
public struct TurnSpan: Sendable, Hashable {
  /// UTF-8 byte offsets into the transcript's text, half-open; begins and ends with a visible sign.
  public var text: Range<Int> { Int(textStart)..<Int(textEnd) }
  /// Places in the turn's row: words and the transcriber's brackets.
  ///
  /// Two spans whose ranges overlap or touch have nothing between them that keeps them apart, and are
  /// joined.
  public var row: Range<Int> { Int(rowStart)..<Int(rowEnd) }
  /// Words of the turn, numbered from 0; `[…]` is none.
  public var words: Range<Int> { Int(wordStart)..<Int(wordEnd) }
  /// Sentences of the turn that hold a word of the span, numbered from 0 among those with a word.
  public var sentences: Range<Int> { Int(sentenceStart)..<Int(sentenceEnd) }

  private let textStart, textEnd, rowStart, rowEnd, wordStart, wordEnd: UInt32
  private let sentenceStart, sentenceEnd: UInt32

  /// Makes a span from ranges in the four units.
  public init(text: Range<Int>, row: Range<Int>, words: Range<Int>, sentences: Range<Int>) {
    textStart = UInt32(text.lowerBound)
    textEnd = UInt32(text.upperBound)
    rowStart = UInt32(row.lowerBound)
    rowEnd = UInt32(row.upperBound)
    wordStart = UInt32(words.lowerBound)
    wordEnd = UInt32(words.upperBound)
    sentenceStart = UInt32(sentences.lowerBound)
    sentenceEnd = UInt32(sentences.upperBound)
  }

  /// Whether the two overlap, or only blanks, signs and stage directions lie between them.
  public func touches(_ other: TurnSpan) -> Bool {
    rowStart <= other.rowEnd && other.rowStart <= rowEnd
  }

  /// The smallest span that holds both; one without a word adds no words or sentences.
  public func joined(with other: TurnSpan) -> TurnSpan {
    func hull(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
      if a.isEmpty { return b }
      if b.isEmpty { return a }
      return min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
    }
    return TurnSpan(
      text: hull(text, other.text), row: hull(row, other.row), words: hull(words, other.words),
      sentences: hull(sentences, other.sentences))
  }
}

/// How much is said in a turn.
public struct TurnSize: Sendable, Hashable {
  /// Brackets of the transcriber are none.
  public let words: Int
  /// Sentences with at least one word.
  public let sentences: Int

  /// Makes a size from counts.
  public init(words: Int, sentences: Int) {
    self.words = words
    self.sentences = sentences
  }
}
