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
  /// The codings of a transcript that do not stand where they were put.
  ///
  /// - Parameters:
  ///   - id: The transcript's id.
  ///   - transcript: As it is now; nil when it is not here.
  ///   - log: Where the words are.
  /// - Returns: Those whose words were found elsewhere or in a changed turn, with where they are; and
  ///   those that are uncertain, detached, or said to be gone.
  public func moved(
    _ id: String, in transcript: Transcript?, _ log: CodingLog
  ) -> (found: [(coding: LoggedCoding, range: Range<Int>)], unplaced: [UnplacedCoding]) {
    let own = codings.filter { $0.anchor.transcript == id }
    guard let transcript else {
      return ([], own.map { UnplacedCoding(coding: $0, text: nil) })
    }
    var finder = AnchorFinder(transcript, versions: versions.filter { $0.transcript == id })
    var found: [(coding: LoggedCoding, range: Range<Int>)] = []
    var unplaced: [UnplacedCoding] = []
    for coding in own {
      let place =
        coding.isGone
        ? .detached
        : finder.find(coding.anchor) { log.anchorTexts(coding.anchor, line: coding.wordsLine) }
      switch place.finding {
      case .same: break
      case .found: found.append((coding, place.text))
      case .uncertain: unplaced.append(UnplacedCoding(coding: coding, text: place.text))
      case .detached: unplaced.append(UnplacedCoding(coding: coding, text: nil))
      }
    }
    return (found, unplaced)
  }
}

extension LogState {
  /// What a coder has agreed on for others in a transcript, found in its present text.
  ///
  /// - Parameters:
  ///   - coder: The full name.
  ///   - transcript: As it is now.
  ///   - log: Where the words are.
  /// - Returns: Ranges of the text, with the codes that were in view; no codes means all.
  public func settled(
    by coder: String, in transcript: Transcript, _ log: CodingLog
  ) -> [(range: Range<Int>, codes: [String])] {
    var finder = AnchorFinder(
      transcript, versions: versions.filter { $0.transcript == transcript.id })
    return settled.filter { $0.coder == coder && $0.anchor.transcript == transcript.id }
      .compactMap { settled in
        let found = finder.find(settled.anchor) {
          log.anchorTexts(settled.anchor, line: settled.wordsLine)
        }
        guard found.finding == .same || found.finding == .found else { return nil }
        return (found.text, settled.codes)
      }
  }
}

extension CodingLog {
  /// The words that a coding was put on; nil when they were erased.
  public func quotation(of coding: LoggedCoding) -> String? {
    anchorTexts(coding.anchor, line: coding.wordsLine)?.first
  }

  /// Whose codings its coder had on the screen when a coding was put where it is.
  public func shown(with coding: LoggedCoding) -> [String] {
    let line = lines[coding.wordsLine]
    if line.parts.shown.isEmpty { return [] }
    var cursor = LogCursor(files[line.file].bytes, line.parts.shown)
    return (try? cursor.strings()) ?? []
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
