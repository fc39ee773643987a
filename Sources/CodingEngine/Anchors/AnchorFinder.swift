import Corpus

/// Where the words of an anchor are in the present text.
struct AnchoredSpan: Hashable, Sendable {
  /// How they were found.
  enum Finding: Hashable, Sendable {
    /// Nothing changed in the turns.
    case same
    /// The same words, elsewhere or in a changed turn.
    case found
    /// Most of the words, in the turn where they should be.
    case uncertain
    /// Not found, or found more than once.
    case detached
  }

  let finding: Finding
  /// UTF-8 byte offsets into the text; empty when detached.
  ///
  /// May reach over several turns.
  let text: Range<Int>

  static let detached = AnchoredSpan(finding: .detached, text: 0..<0)
}

/// Finds the anchors of one transcript in its present text.
///
/// A pure function of log and text, by the rules of the format: (1) same text, same place; (2) same
/// turn, same offsets; (3) the words once in the aligned turn, else once in the transcript, said by
/// the same speaker; (4) more than once: by the words around them; (5) most of the words in the aligned
/// turn: uncertain; (6) else detached. Words that stood more than once from the first need (4) in any
/// case: the twin that is left may be another.
struct AnchorFinder {
  private let transcript: Transcript
  private let digests: [UInt32]
  private var versions: [UInt64: TextVersion] = [:]
  private var alignments: [UInt64: TurnAlignment] = [:]
  /// Versions whose turns are those of the present text: hardly ever more than one.
  private var unchanged: [UInt64] = []
  private var words: WordSequence?
  /// The turn that was looked at last, and whether all of it is ASCII.
  private var plainness = (turn: -1, isPlain: false)

  /// Looks for anchors in a transcript, given the versions of it that the log knows.
  init(_ transcript: Transcript, versions: [TextVersion]) {
    self.transcript = transcript
    digests = transcript.turnDigests()
    for version in versions {
      self.versions[version.key] = version
      if version.turns == digests { unchanged.append(version.key) }
    }
  }

  /// Finds one anchor.
  ///
  /// - Parameters:
  ///   - anchor: Where the words stood.
  ///   - texts: The quotation, the words before and after, from the anchor's line; nil when erased.
  /// - Returns: Where it is, and how it was found.
  mutating func find(_ anchor: Anchor, texts: () -> [String]?) -> AnchoredSpan {
    if let found = findUnchanged(anchor) { return found }
    let (first, last) = (anchor.span.firstTurn - 1, anchor.span.lastTurn - 1)
    let alignment = alignment(with: anchor.text)
    let quoted = texts().map { texts in
      QuotedWords(
        text: texts[0], before: texts[1], after: texts[2],
        bracketsAreWords: transcript.details.bracketsAreWords)
    }
    if let alignment, let same = sameTurns(first, last, alignment),
      let range = span(anchor, same.lowerBound, same.upperBound - 1), holds(range, quoted),
      alignment.isInOrder(first) || !isShort(same)
    {
      return AnchoredSpan(finding: .same, text: range)
    }
    guard let quoted else { return .detached }
    let turns = first < alignment?.same.count ?? 0 ? alignment?.candidates(for: first) ?? [] : []
    return search(quoted, anchor, turns) { turn in
      // What stands in a turn that did not change stood there before: it is not what is sought.
      alignment?.old[turn].map { $0 < first || $0 > last } ?? false
    }
  }

  /// Finds one anchor where that needs no words; nil where its text has changed since.
  mutating func findUnchanged(_ anchor: Anchor) -> AnchoredSpan? {
    let (first, last) = (anchor.span.firstTurn - 1, anchor.span.lastTurn - 1)
    guard first >= 0, first <= last else { return .detached }
    guard unchanged.contains(anchor.text) else { return nil }
    return span(anchor, first, last).map { AnchoredSpan(finding: .same, text: $0) } ?? .detached
  }

  private mutating func alignment(with version: UInt64) -> TurnAlignment? {
    if let known = alignments[version] { return known }
    guard let old = versions[version] else { return nil }
    let alignment = TurnAlignment(old.turns, digests)
    alignments[version] = alignment
    return alignment
  }

  /// The turns in a row that are aligned with old ones in a row.
  private func sameTurns(_ first: Int, _ last: Int, _ alignment: TurnAlignment) -> Range<Int>? {
    guard last < alignment.same.count, let start = alignment.same[first] else { return nil }
    for turn in first...last where alignment.same[turn] != start + turn - first { return nil }
    return start..<start + last - first + 1
  }

  /// The bytes at the anchor's code points in turns; nil where the turns are shorter.
  private mutating func span(_ anchor: Anchor, _ first: Int, _ last: Int) -> Range<Int>? {
    guard last < transcript.turns.count, let start = offset(of: anchor.span.start, inTurn: first),
      let end = offset(of: anchor.span.end, inTurn: last), start < end
    else { return nil }
    return start..<end
  }

  /// The byte at code points of a turn: in ASCII they are its bytes.
  private mutating func offset(of codePoints: Int, inTurn turn: Int) -> Int? {
    let range = transcript.turns[turn].text
    if turn != plainness.turn {
      plainness = (turn, isASCII(transcript.text.span, range))
    }
    guard plainness.isPlain else { return transcript.offset(of: codePoints, inTurn: turn) }
    return codePoints <= range.count ? range.lowerBound + codePoints : nil
  }

  /// Whether the words of a range are those that were quoted, as far as they are known.
  private mutating func holds(_ range: Range<Int>, _ quoted: QuotedWords?) -> Bool {
    guard let quoted else { return true }
    let words = sequence()
    return words.symbols[words.symbols(in: range)].map(\.id) == words.pattern(quoted)
  }

  /// Whether turns have so few words that others may have said the same.
  private mutating func isShort(_ turns: Range<Int>) -> Bool {
    let starts = sequence().turnStarts
    return starts[turns.upperBound] - starts[turns.lowerBound] - turns.count <= Self.fewWords
  }

  /// Up to how many words may stand elsewhere by chance.
  fileprivate static let fewWords = 4

  private mutating func sequence() -> WordSequence {
    if let words { return words }
    let made = WordSequence(of: transcript)
    words = made
    return made
  }
}

// Rules (3) to (6)
extension AnchorFinder {
  private mutating func search(
    _ quoted: QuotedWords, _ anchor: Anchor, _ aligned: [Int], isOther: (Int) -> Bool
  ) -> AnchoredSpan {
    let words = sequence()
    let pattern = words.pattern(quoted)
    guard !pattern.isEmpty else { return .detached }
    let speaker = { [transcript] (turn: Int) in
      transcript.speakers[transcript.turns[turn].speaker].label == anchor.speaker
    }
    let turns = aligned.count == 1 ? aligned : aligned.filter(speaker)
    let everywhere = words.occurrences(of: pattern).filter {
      !isOther(Int(words.symbols[$0].turn))
    }
    let inTurn = everywhere.filter { turns.contains(Int(words.symbols[$0].turn)) }
    let pool =
      inTurn.isEmpty ? everywhere.filter { speaker(Int(words.symbols[$0].turn)) } : inTurn
    let context = AnchorContext(quoted, pattern.count, words)
    let isSpeakers = { (start: Int) in speaker(Int(words.symbols[start].turn)) }
    let isOnly = pool.count == 1 && anchor.twins <= 1 && isSpeakers(pool[0])
    let hasSpeakers = everywhere.contains(where: isSpeakers)
    if let start = isOnly ? pool[0] : context.best(of: pool),
      isSpeakers(start) || !hasSpeakers,
      !everywhere.contains(where: { context.isBetter($0, than: start) }),
      isOnly || !everywhere.contains(where: { context.mayBe($0, insteadOf: start) })
    {
      return found(start, pattern.count, quoted, words)
    }
    return uncertain(pattern, in: turns, words) ?? .detached
  }

  /// The span of the words found, with the signs that the quotation had at its edges.
  private func found(
    _ start: Int, _ count: Int, _ quoted: QuotedWords, _ words: WordSequence
  ) -> AnchoredSpan {
    let first = words.symbols[start]
    let last = words.symbols[start + count - 1]
    var range = Int(first.text.lowerBound)..<Int(last.text.upperBound)
    let turn = transcript.turns[Int(last.turn)].text
    let signs = Array(quoted.text.utf8.reversed().prefix { !isOfWords($0) }.reversed())
    if !signs.isEmpty, range.upperBound + signs.count <= turn.upperBound,
      transcript.text[range.upperBound..<range.upperBound + signs.count] == signs[...]
    {
      range = range.lowerBound..<range.upperBound + signs.count
    }
    return AnchoredSpan(finding: .found, text: range)
  }

  private func isOfWords(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte < 0x20
  }

  /// Four fifths of the words in order in one of the turns, most of them if in several.
  private func uncertain(
    _ pattern: [Int32], in turns: [Int], _ words: WordSequence
  ) -> AnchoredSpan? {
    let wanted = pattern.filter { $0 != 0 }
    var best: (count: Int, text: Range<Int>)?
    for turn in turns {
      let symbols = words.symbols[words.turnStarts[turn] + 1..<words.turnStarts[turn + 1]]
      let row = symbols.map(\.id)
      let common = drawnTogether(commonIndices(wanted, row), in: row)
      guard common.count * 5 >= wanted.count * 4, common.count > best?.count ?? 0,
        let first = common.first, let last = common.last
      else { continue }
      let start = symbols[symbols.startIndex + first].text.lowerBound
      best = (common.count, Int(start)..<Int(symbols[symbols.startIndex + last].text.upperBound))
    }
    return best.map { AnchoredSpan(finding: .uncertain, text: $0.text) }
  }
}

extension Transcript {
  /// The byte of the text at code points of a turn, from 0; nil past the end of the turn.
  func offset(of codePoints: Int, inTurn turn: Int) -> Int? {
    let range = turns[turn].text
    return text.span.offset(of: codePoints, in: range)
  }
}

extension Span<UInt8> {
  /// The byte at code points after the start of a range; nil past its end.
  fileprivate func offset(of codePoints: Int, in range: Range<Int>) -> Int? {
    var left = codePoints
    var first = range.lowerBound
    while left >= 8, first + 8 <= range.upperBound {
      let eight = eightBytes(self, at: first)
      // A byte that begins no code point has its highest bit and not the next.
      left -= 8 - (eight & ~(eight << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      first += 8
    }
    for index in first..<range.upperBound where self[index] & 0xC0 != 0x80 {
      if left == 0 { return index }
      left -= 1
    }
    return left == 0 ? range.upperBound : nil
  }
}

/// The words around a quotation, to tell places with the same words apart.
private struct AnchorContext {
  private let before, after: [Int32]
  private let count: Int
  private let words: WordSequence

  init(_ quoted: QuotedWords, _ count: Int, _ words: WordSequence) {
    before = words.pattern(quoted.before).reversed()
    after = words.pattern(quoted.after)
    self.count = count
    self.words = words
  }

  /// The place whose context agrees in at least two words more than the next best.
  func best(of pool: [Int]) -> Int? {
    let scored = pool.map { (start: $0, score: agreeing($0).inOrder) }
      .sorted { ($1.score, $0.start) < ($0.score, $1.start) }
    guard let best = scored.first else { return nil }
    let next = scored.dropFirst().first?.score ?? 0
    return best.score >= next + 2 && (count > AnchorFinder.fewWords || isNextToSame(best.start))
      ? best.start : nil
  }

  /// Whether few words may be those of another place: one of its neighbours is the same too, and not
  /// many more of those here.
  func mayBe(_ other: Int, insteadOf start: Int) -> Bool {
    other != start && count <= AnchorFinder.fewWords && isNextToSame(other)
      && agreeing(start).inPlace < agreeing(other).inPlace + 4
  }

  /// Whether the very next word agrees on one side.
  private func isNextToSame(_ start: Int) -> Bool {
    let around = words.around(start..<start + count)
    return around.before.last?.id == before.first && before.first != nil
      || around.after.first?.id == after.first && after.first != nil
  }

  /// Whether the context speaks for one place against another, counted in either way.
  func isBetter(_ one: Int, than other: Int) -> Bool {
    if one == other { return false }
    let (left, right) = (agreeing(one), agreeing(other))
    return left.inOrder > right.inOrder || left.inPlace > right.inPlace
  }

  /// How many of the words around a place agree: in their order, and at their very distance.
  private func agreeing(_ start: Int) -> (inOrder: Int, inPlace: Int) {
    let around = words.around(start..<start + count)
    let sides = [
      (before, around.before.reversed().map(\.id)), (after, around.after.map(\.id)),
    ]
    return (
      sides.reduce(0) { $0 + commonCount($1.0, $1.1) },
      sides.reduce(0) { sum, side in sum + zip(side.0, side.1).count { $0 == $1 } }
    )
  }
}
