import Foundation
import Testing

@testable import CodingEngine
@testable import Corpus

/// The study that Draad ships with, coded once with its main codebook.
struct ShippedStudy: Sendable {
  let transcripts: [Transcript]
  let codebooks: [Codebook]
  /// The default one.
  let main: Codebook
  let coded: [CodedTranscript]

  /// Read once; a study that cannot be read is a failure of every test that looks at it.
  static let shared: ShippedStudy = {
    do { return try ShippedStudy() } catch { preconditionFailure("\(error)") }
  }()

  private init() throws {
    transcripts = try `Counting the shipped study`.transcripts()
    codebooks = try `Counting the shipped study`.codebooks()
    main = try #require(codebooks.first { $0.isDefault })
    var engine = Engine(main)
    coded = transcripts.map { engine.apply(to: $0) }
  }

  static func url(_ path: String) -> URL {
    `Counting the shipped study`.root.appending(path: path)
  }

  /// Rows of position, code, level and quotation: what a reader coded from the definitions.
  static func handCoded(_ reader: String) throws -> [[String]] {
    let path = "Tests/Fixtures/hand-coded/\(reader).csv"
    let read = SeparatedText.read(bytes: Array(try text(path).utf8), path: path)
    return try #require(read.value).rows.dropFirst().map { $0.map(\.text) }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }
}

extension CodedTranscript {
  /// The turns of participants that hold a word.
  var talkedTurns: [Int] {
    transcript.turns.indices.filter { turn in
      !transcript.speakers[transcript.turns[turn].speaker].isModerator && sizes[turn].words > 0
    }
  }
}
