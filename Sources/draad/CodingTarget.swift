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
  ///   - quotation: Words that must stand there once.
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
    let found = transcript.ranges(ofWords: quotation, inTurns: position.turns)
    guard let first = found.first else {
      throw Failure(
        "“\(quotation)” does not stand in \(position.transcript)"
          + (position.turns.map { ":\($0.lowerBound)" } ?? ""),
        fix: "write whole words as they are said; case and accents do not matter")
    }
    guard found.count == 1 else {
      let places = found.prefix(9).map(transcript.position(of:)).joined(separator: ", ")
      throw Failure(
        "“\(quotation)” stands there \(found.count) times: \(places)"
          + (found.count > 9 ? ", …" : ""),
        fix: "add a word before or after it, or give one of these positions")
    }
    return first
  }
}
