import Foundation
import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

/// Every number of the study that Draad ships with, under each of its codebooks.
@Suite struct `Counting the shipped study` {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func files(in folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "md" && !$0.lastPathComponent.hasPrefix("README") }
    .sorted { $0.path < $1.path }
  }

  static func codebooks() throws -> [Codebook] {
    let read = CodebookFolder.read(
      try files(in: "Codebooks").map { ($0.path, Array(try Data(contentsOf: $0))) })
    return try #require(read.value).codebooks
  }

  static func transcripts() throws -> [Transcript] {
    try files(in: "Corpus").map { file in
      let id = file.deletingPathExtension().lastPathComponent
      let read = TranscriptReader.read(
        Array(try Data(contentsOf: file)), id: id, path: file.path)
      return try #require(read.value)
    }
  }

  @Test func `gives the numbers of a slow count`() throws {
    let transcripts = try Self.transcripts()
    for codebook in try Self.codebooks() {
      var engine = Engine(codebook)
      let corpus = CodedCorpus(
        codebook: codebook, transcripts: transcripts.map { engine.apply(to: $0) }, skipped: [])
      let checks = TwinChecks(Talk(of: corpus), SlowCount(corpus: corpus))
      checks.checkFrequencies()
      checks.checkRoles()
      checks.checkTranscripts()
      checks.checkLevels()
      checks.checkCooccurrence()
    }
  }
}
