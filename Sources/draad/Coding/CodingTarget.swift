import CodingEngine
import Corpus

/// A stretch of a transcript that the user names by position, or by words in it.
struct CodingTarget {
  let transcript: Transcript
  let range: Range<Int>

  /// Finds it.
  ///
  /// - Parameters:
  ///   - text: `FG07:12`, `FG07:12.10-85`, `FG07:12-15`; with a quotation also `FG07`.
  ///   - quotation: Words that must stand there once; `…` between words stands for any others.
  ///   - transcript: Gives a transcript by id.
  /// - Throws: `Failure`: what does not stand there, or stands there more than once.
  init(_ text: String, quotation: String?, transcript: (String) throws -> Transcript) throws {
    do {
      let position = try Position(text)
      self.transcript = try transcript(position.transcript)
      guard let quotation else {
        range = try position.range(in: self.transcript)
        return
      }
      range = try Self.find(quotation, position, in: self.transcript)
    } catch let error as PositionError {
      throw Failure(error.description)
    }
  }

  private static func find(
    _ quotation: String, _ position: Position, in transcript: Transcript
  ) throws -> Range<Int> {
    if position.turns != nil { _ = try position.range(in: transcript) }
    let found = transcript.ranges(ofQuotation: quotation, inTurns: position.turns)
    guard let first = found.first else {
      let elsewhere = position.turns.map { _ in
        transcript.ranges(ofQuotation: quotation, inTurns: nil)
      }
      throw Failure(
        "“\(quotation)” does not stand in \(transcript.id)"
          + (position.turns.map { ":\($0.lowerBound)" } ?? ""),
        fix: elsewhere.flatMap { $0.isEmpty ? nil : "it stands at " + places($0, transcript) }
          ?? "write whole words as they are said, or … for some of them; case and accents do not"
          + " matter")
    }
    guard found.count == 1 else {
      throw Failure(
        "“\(quotation)” stands there \(found.count) times: \(places(found, transcript))",
        fix: "add a word before or after it, or give one of these positions")
    }
    return first
  }

  private static func places(_ ranges: [Range<Int>], _ transcript: Transcript) -> String {
    ranges.prefix(9).map(transcript.position(of:)).joined(separator: ", ")
      + (ranges.count > 9 ? ", …" : "")
  }
}

extension Transcript {
  /// Where words stand; when they stand nowhere, and words were left out as `…`, where the first
  /// and the last of them stand in one turn, or in the turns that were named.
  fileprivate func ranges(
    ofQuotation quotation: String, inTurns turns: ClosedRange<Int>?
  ) -> [Range<Int>] {
    let found = ranges(ofWords: quotation, inTurns: turns)
    let parts = quotation.replacing("...", with: "…").split(separator: "…")
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
    guard found.isEmpty, parts.count == 2 else { return found }
    let ends = ranges(ofWords: String(parts[1]), inTurns: turns)
    return ranges(ofWords: String(parts[0]), inTurns: turns).compactMap { start in
      ends.first { $0.lowerBound >= start.upperBound }.map { start.lowerBound..<$0.upperBound }
    }.filter { self.turns(in: $0).count <= turns?.count ?? 1 }
  }
}
