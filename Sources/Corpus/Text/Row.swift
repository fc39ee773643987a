/// One turn cut to words and sentences: the row that rules look along.
///
/// A row is filled again for each turn, so that cutting a corpus allocates next to nothing.
public struct Row: Sendable {
  /// A place in the row: a word, or the transcriber's `[…]`.
  public struct Place: Sendable, Hashable {
    /// UTF-8 byte offsets into the transcript's text, half-open.
    public let start, end: UInt32
    /// Tells the letters of a word: equal words have equal keys.
    ///
    /// The bytes of a word of at most eight, the first lowest; of a longer word a hash under a highest
    /// byte of 0xFF, which no text holds. 0 only for `[…]`, which matches nothing.
    public let key: UInt64

    /// Whether it is the transcriber's `[…]` and no word.
    @inline(__always)
    public var isTranscribers: Bool { key == 0 }

    /// Whether the key tells all letters of the word.
    @inline(__always)
    public var isSpelledByKey: Bool { key >> 56 != 0xFF }
  }

  /// A sentence with at least one word.
  public struct Sentence: Sendable, Hashable {
    /// From the first visible sign to the last: UTF-8 byte offsets into the transcript's text.
    public let text: Range<Int>
    /// Its places in the row.
    public let row: Range<Int>
  }

  /// The words and `[…]` of the turn, in order.
  public internal(set) var places: [Place] = []
  /// The sentences that hold a word, in order.
  public internal(set) var sentences: [Sentence] = []
  /// Indices in `places` of what is no word, ascending; mostly empty.
  public internal(set) var transcribers: [Int] = []

  /// Kept for its memory only.
  var brackets = BracketPairs()

  /// An empty row.
  public init() {}

  /// How many words the turn holds.
  public var wordCount: Int { places.count - transcribers.count }

  /// Words and sentences of the turn.
  public var size: TurnSize { TurnSize(words: wordCount, sentences: sentences.count) }

  /// How many words stand before the place at `index`.
  public func wordIndex(_ index: Int) -> Int {
    if transcribers.isEmpty { return index }
    var low = 0
    var high = transcribers.count
    while low < high {
      let middle = (low + high) / 2
      if transcribers[middle] < index { low = middle + 1 } else { high = middle }
    }
    return index - low
  }

  /// The sentence that holds the place at `index`; nil for a `[…]` in a sentence without words.
  public func sentenceIndex(_ index: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].row.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].row.contains(index) ? low : nil
  }

  /// The span of some sentences of the turn; `sentences` is not empty.
  public func span(ofSentences range: Range<Int>) -> TurnSpan {
    let first = sentences[range.lowerBound]
    let last = sentences[range.upperBound - 1]
    let row = first.row.lowerBound..<last.row.upperBound
    return TurnSpan(
      text: first.text.lowerBound..<last.text.upperBound, row: row,
      words: wordIndex(row.lowerBound)..<wordIndex(row.upperBound), sentences: range)
  }

  /// The span of bytes of the turn: of the words and `[…]` that lie in it, wholly or in part.
  public func span(of text: Range<Int>) -> TurnSpan {
    let first = firstPlace { Int($0.end) > text.lowerBound }
    let last = max(first, firstPlace { Int($0.start) >= text.upperBound })
    var carried = 0..<0
    for (sentence, content) in sentences.enumerated() where content.row.overlaps(first..<last) {
      let row = content.row.clamped(to: first..<last)
      // All of a row may be what the transcriber put there.
      if wordIndex(row.lowerBound) == wordIndex(row.upperBound) { continue }
      carried = (carried.isEmpty ? sentence : carried.lowerBound)..<sentence + 1
    }
    return TurnSpan(
      text: text, row: first..<last, words: wordIndex(first)..<wordIndex(last), sentences: carried)
  }

  /// The first place from which on something holds; one past the last when it never does.
  private func firstPlace(where holds: (Place) -> Bool) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The bytes from the first word of a span to its last; those of the span when it has none.
  public func wordText(of span: TurnSpan) -> Range<Int> {
    let words = places[span.row].filter { !$0.isTranscribers }
    guard let first = words.first, let last = words.last else { return span.text }
    return Int(first.start)..<Int(last.end)
  }
}
