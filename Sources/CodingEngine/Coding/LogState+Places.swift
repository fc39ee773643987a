public import Corpus

extension LogState {
  /// The codings of a transcript that are found in its present text, with where they are.
  ///
  /// - Parameters:
  ///   - transcript: As it is now.
  ///   - log: Where the words are.
  ///   - isWanted: Which codings to look for.
  /// - Returns: In the order of the text.
  public func place(
    in transcript: Transcript, _ log: CodingLog, where isWanted: (LoggedCoding) -> Bool
  ) -> [(coding: LoggedCoding, range: Range<Int>)] {
    var finder = AnchorFinder(
      transcript, versions: versions.filter { $0.transcript == transcript.id })
    var placed: [(coding: LoggedCoding, range: Range<Int>)] = []
    for coding in codings where coding.anchor.transcript == transcript.id && isWanted(coding) {
      let found = finder.find(coding.anchor) {
        log.anchorTexts(coding.anchor, line: coding.wordsLine)
      }
      if found.finding == .same || found.finding == .found { placed.append((coding, found.text)) }
    }
    return placed.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.coding.id)
        < ($1.range.lowerBound, $1.range.upperBound, $1.coding.id)
    }
  }
}

extension LogState {
  /// The codings of a transcript that are not surely found in its present text.
  ///
  /// - Parameters:
  ///   - id: The transcript's id.
  ///   - transcript: As it is now; nil when it is not here.
  ///   - log: Where the words are.
  /// - Returns: Those that are uncertain, detached, or said to be gone.
  public func unplaced(
    _ id: String, in transcript: Transcript?, _ log: CodingLog
  ) -> [UnplacedCoding] {
    let own = codings.filter { $0.anchor.transcript == id }
    guard let transcript else { return own.map { UnplacedCoding(coding: $0, text: nil) } }
    var finder = AnchorFinder(transcript, versions: versions.filter { $0.transcript == id })
    return own.compactMap { coding in
      let found = finder.find(coding.anchor) {
        log.anchorTexts(coding.anchor, line: coding.wordsLine)
      }
      switch found.finding {
      case .same, .found: return coding.isGone ? UnplacedCoding(coding: coding, text: nil) : nil
      case .uncertain: return UnplacedCoding(coding: coding, text: found.text)
      case .detached: return UnplacedCoding(coding: coding, text: nil)
      }
    }
  }
}

extension CodingLog {
  /// The words that a coding was put on; nil when they were erased.
  public func quotation(of coding: LoggedCoding) -> String? {
    anchorTexts(coding.anchor, line: coding.wordsLine)?.first
  }
}

extension Transcript {
  /// The first 64 bits of the SHA-256 of the text: what anchors name it by.
  public var textKey: UInt64 { version.key }

  /// A range of the text in turns and code points.
  public func turnPositions(of range: Range<Int>) -> TurnPositions {
    let turns = turns(in: range)
    let (first, last) = (turns.lowerBound, max(turns.lowerBound, turns.upperBound - 1))
    return TurnPositions(
      firstTurn: first + 1, start: codePoints(range.lowerBound, inTurn: first),
      lastTurn: last + 1, end: codePoints(range.upperBound, inTurn: last))
  }
}
