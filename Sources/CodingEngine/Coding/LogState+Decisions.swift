public import Corpus

extension LogState {
  /// The verdicts on a transcript that are found in its present text, with where they are.
  ///
  /// - Parameters:
  ///   - transcript: As it is now.
  ///   - log: Where the words are.
  /// - Returns: In the order in which they hold.
  public func placeDecisions(
    in transcript: Transcript, _ log: CodingLog
  ) -> [(decision: LoggedDecision, range: Range<Int>)] {
    var finder = finder(in: transcript)
    return decisions.filter { $0.anchor.transcript == transcript.id }.compactMap { decision in
      finder.find(decision.anchor, line: decision.wordsLine, log).map { (decision, $0) }
    }
  }

  /// Where the places of an audit are in the present text of a transcript, by number from 1.
  public func places(
    of audit: LoggedAudit, in transcript: Transcript, _ log: CodingLog
  ) -> [Int: Range<Int>] {
    var finder = finder(in: transcript)
    var places: [Int: Range<Int>] = [:]
    for (index, place) in audit.audit.places.enumerated()
    where place.anchor.transcript == transcript.id {
      places[index + 1] = finder.find(place.anchor, line: audit.wordsLine, log)
    }
    return places
  }

  private func finder(in transcript: Transcript) -> AnchorFinder {
    AnchorFinder(transcript, versions: versions.filter { $0.transcript == transcript.id })
  }
}

extension AnchorFinder {
  /// Where an anchor surely is; nil when its words were not found.
  fileprivate mutating func find(_ anchor: Anchor, line: Int, _ log: CodingLog) -> Range<Int>? {
    let found = find(anchor) { log.anchorTexts(anchor, line: line) }
    return found.finding == .same || found.finding == .found ? found.text : nil
  }
}

extension CodingLog {
  /// Why a reviewer said so; nil when no reason was given, or it was erased.
  public func reason(of decision: LoggedDecision) -> String? {
    let line = lines[decision.wordsLine]
    guard let index = decision.reason, let words = files[line.file].words(of: line),
      words.indices.contains(index)
    else { return nil }
    return words[index]
  }

  /// When a verdict was given, in UTC.
  public func time(of decision: LoggedDecision) -> String {
    let line = lines[decision.wordsLine]
    return files[line.file].text(line.parts.at)
  }

  /// When something was added, in UTC; nil when its line is not here.
  public func time(of id: LogReference) -> String? {
    let line = lines.first {
      $0.strand == id.strand && $0.n == id.n && (id.line == 0 || check(of: $0) == id.line)
    }
    return line.map { files[$0.file].text($0.parts.at) }
  }
}
