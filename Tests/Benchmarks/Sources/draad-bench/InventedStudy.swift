/// Studies to measure on: the same talk under codebooks of several sizes, and next to no talk.
struct InventedStudy {
  static let patterns = [300, 3000]

  let folder: String
  let megabytes: Int
  let seed: UInt64

  /// The study with all the talk under a codebook of so many patterns.
  func large(_ patterns: Int) -> String { "\(folder)/large-\(patterns)" }

  /// The study that shows what the codebook alone costs.
  func tiny(_ patterns: Int) -> String { "\(folder)/tiny-\(patterns)" }

  /// The folder with all the talk.
  var talk: String { "\(folder)/talk" }

  /// Writes everything into the folder, which must be empty.
  func write() throws {
    let vocabulary = Vocabulary(count: 25_000, seed: seed)
    try Disk.makeFolder(talk)
    var random = Random(seed: seed &+ 1)
    let size = 60_000
    for number in 1...max(1, megabytes * 1_000_000 / size) {
      let transcript = InventedTranscript(
        number: number, bytes: size, vocabulary: vocabulary, random: &random)
      try Disk.write(transcript.text, to: "\(talk)/FG\(number).md")
    }
    let short = InventedTranscript(
      number: 1, bytes: 1000, vocabulary: vocabulary, random: &random)
    for patterns in Self.patterns {
      let codebook = InventedCodebook(
        patterns: patterns, vocabulary: vocabulary, random: &random)
      for study in [large(patterns), tiny(patterns)] {
        try Disk.makeFolder(study)
        try Disk.makeFolder("\(study)/Codebooks")
        try Disk.write(codebook.text, to: "\(study)/Codebooks/b\(patterns).md")
      }
      try Disk.link("\(large(patterns))/Corpus", to: "../talk")
      try Disk.makeFolder("\(tiny(patterns))/Corpus")
      try Disk.write(short.text, to: "\(tiny(patterns))/Corpus/FG1.md")
    }
  }
}
