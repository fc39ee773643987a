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

  /// The study coded by each of its codebooks.
  private static func corpora() throws -> [CodedCorpus] {
    let transcripts = try transcripts()
    return try codebooks().map { codebook in
      var engine = Engine(codebook)
      return CodedCorpus(
        codebook: codebook, transcripts: transcripts.map { engine.apply(to: $0) }, skipped: [])
    }
  }

  @Test func `is the same on two threads`() async throws {
    var sizes: Set<Int> = []
    for corpus in try Self.corpora() {
      let parts = TalkOutline(of: corpus, selection: Selection()).halves
      #expect(Array(parts.joined()) == Array(corpus.transcripts.indices))
      sizes.insert(parts.count)
      let (talk, whole) = (await Talk.laidOut(of: corpus), Talk(of: corpus))
      #expect(talk.places.own == whole.places.own)
      #expect(talk.places.all == whole.places.all)
      #expect(talk.grounds(in: .nl) == whole.grounds(in: .nl))
    }
    // One book proposes enough for two.
    #expect(sizes == [1, 2])
  }

  @Test func `gives the numbers of a slow count`() throws {
    for corpus in try Self.corpora() {
      let checks = TwinChecks(Talk(of: corpus), SlowCount(corpus: corpus))
      checks.checkFrequencies()
      checks.checkRoles()
      checks.checkTranscripts()
      checks.checkLevels()
      checks.checkCooccurrence()
    }
  }
}
