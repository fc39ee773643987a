public import Corpus

/// A place in a transcript as people write it: `FG07:12`, `FG07:12.10-85`, `FG07:12-15`,
/// `FG07:12.10-15.20`, or a transcript alone.
///
/// Turns count from 1, code points in a turn from 0, end exclusive.
public struct Position: Sendable, Hashable {
  /// The transcript's id.
  public let transcript: String
  /// The first and the last turn; nil for the whole transcript.
  public let turns: ClosedRange<Int>?
  private let start: Int?
  private let end: Int?

  /// Reads a place.
  ///
  /// - Throws: Why it is none.
  public init(_ text: String) throws(PositionError) {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else {
      (transcript, turns, start, end) = (text, nil, nil, nil)
      return
    }
    transcript = String(text[..<colon])
    let sides = text[text.utf8.index(after: colon)...].utf8
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let first = Self.numbers(sides[0])
    let last = sides.count == 2 ? Self.numbers(sides[1]) : first
    guard sides.count <= 2, let first, let last, !transcript.isEmpty else {
      throw .noPosition(text)
    }
    let firstTurn = first[0]
    switch (first.count, last.count, sides.count) {
    case (1, 1, _): (turns, start, end) = (try Self.row(firstTurn, last[0], text), nil, nil)
    case (2, 1, 2): (turns, start, end) = (firstTurn...firstTurn, first[1], last[0])
    case (2, 2, 2):
      (turns, start, end) = (try Self.row(firstTurn, last[0], text), first[1], last[1])
    default: throw .noPosition(text)
    }
    if firstTurn < 1 { throw .noPosition(text) }
  }

  private static func row(_ first: Int, _ last: Int, _ text: String) throws(PositionError)
    -> ClosedRange<Int>
  {
    guard first <= last else { throw .noPosition(text) }
    return first...last
  }

  /// One or two numbers with a full stop between.
  private static func numbers(_ text: Substring.UTF8View.SubSequence) -> [Int]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.map { $0.count < 10 ? Int(Substring($0)) : nil }
    guard parts.count <= 2, !numbers.contains(nil) else { return nil }
    return numbers.compactMap(\.self)
  }

  /// The bytes of the text that it stands for, widened to whole words.
  ///
  /// - Throws: Why the transcript has no such place.
  public func range(in transcript: Transcript) throws(PositionError) -> Range<Int> {
    guard let turns else { throw .noTurn(self.transcript) }
    guard turns.upperBound <= transcript.turns.count else {
      throw .noSuchTurn(turns.upperBound, of: self.transcript, count: transcript.turns.count)
    }
    let (first, last) = (turns.lowerBound - 1, turns.upperBound - 1)
    let (firstText, lastText) = (transcript.turns[first].text, transcript.turns[last].text)
    guard let start, let end else { return firstText.lowerBound..<lastText.upperBound }
    guard let from = transcript.offset(of: start, inTurn: first),
      let to = transcript.offset(of: end, inTurn: last), from < to
    else {
      throw .outsideTurn(
        turns.upperBound, length: transcript.codePoints(lastText.upperBound, inTurn: last))
    }
    return transcript.wholeWords(from..<to)
  }
}

/// Why something is no place in a transcript.
public enum PositionError: Error, Sendable, Hashable {
  case noPosition(String)
  /// A transcript alone, where a turn is needed.
  case noTurn(String)
  case noSuchTurn(Int, of: String, count: Int)
  case outsideTurn(Int, length: Int)
}

extension PositionError: CustomStringConvertible {
  /// One clause in lower case, without full stop.
  public var description: String {
    switch self {
    case .noPosition(let text):
      "\"\(text)\" is no place: write FG07:12, FG07:12.10-85 or FG07:12-15"
    case .noTurn(let transcript): "a turn is needed: write \(transcript):12"
    case .noSuchTurn(let turn, let transcript, let count):
      "there is no turn \(turn): \(transcript) has \(count) turns"
    case .outsideTurn(let turn, let length):
      "turn \(turn) has \(length) code points, from 0 to \(length)"
    }
  }
}

extension Transcript {
  /// A range of the text as people write it.
  public func position(of range: Range<Int>) -> String {
    let turns = turns(in: range)
    guard let first = turns.first, let last = turns.last else { return id }
    if range == self.turns[first].text.lowerBound..<self.turns[last].text.upperBound {
      return first == last ? "\(id):\(first + 1)" : "\(id):\(first + 1)-\(last + 1)"
    }
    let start = codePoints(range.lowerBound, inTurn: first)
    let end = codePoints(range.upperBound, inTurn: last)
    return first == last
      ? "\(id):\(first + 1).\(start)-\(end)" : "\(id):\(first + 1).\(start)-\(last + 1).\(end)"
  }

  /// A range without blanks at its edges, widened to whole words.
  func wholeWords(_ range: Range<Int>) -> Range<Int> {
    let symbols = WordSequence(of: self, turns: turns(in: range)).symbols
    var (start, end) = (range.lowerBound, range.upperBound)
    for symbol in symbols where symbol.id != 0 {
      let word = Int(symbol.text.lowerBound)..<Int(symbol.text.upperBound)
      if word.contains(start) { start = word.lowerBound }
      if word.lowerBound < end, end < word.upperBound { end = word.upperBound }
    }
    while start < end, text[start] == 0x20 || text[start] == 0x0A { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x0A { end -= 1 }
    return start..<end
  }

  /// Where words stand, compared as words are: ranges of the text.
  ///
  /// - Parameters:
  ///   - quotation: As somebody typed it.
  ///   - turns: Where to look; nil for everywhere.
  /// - Returns: In the order of the text, each with the signs that end the quotation, as far as they
  ///   stand there.
  public func ranges(ofWords quotation: String, inTurns turns: ClosedRange<Int>?) -> [Range<Int>] {
    let words = WordSequence(of: self)
    let quoted = QuotedWords(
      text: quotation, before: "", after: "", bracketsAreWords: details.bracketsAreWords)
    let pattern = words.pattern(quoted)
    let places = words.occurrences(of: pattern, in: turns.map { $0.map { $0 - 1 } })
    return places.map { start in
      let (first, last) = (words.symbols[start], words.symbols[start + pattern.count - 1])
      let end = Int(last.text.upperBound)
      let rest = self.turns[Int(last.turn)].text.upperBound - end
      return Int(first.text.lowerBound)..<end + signs(after: end, endOf: quotation, upTo: rest)
    }
  }

  /// How many bytes of the text after a word are the full stops and the like that end a quotation.
  private func signs(after end: Int, endOf quotation: String, upTo most: Int) -> Int {
    let signs = quotation.unicodeScalars.reversed().drop { "\"'”’»“‘ ".unicodeScalars.contains($0) }
      .prefix { ".?!…,;:".unicodeScalars.contains($0) }
    let typed = signs.reversed().flatMap { Array(String($0).utf8) }
    let there = text[end..<end + min(most, typed.count)]
    return there.elementsEqual(typed.prefix(there.count)) ? there.count : 0
  }
}
