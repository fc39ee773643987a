import SHA2

/// One file of the log, whatever its name: coder and strand stand in its lines.
struct LogFile: Sendable {
  let path: String
  let bytes: [UInt8]
  /// What it holds, in order.
  let chunks: [LogChunk]

  /// Reads a file of the log.
  ///
  /// - Complexity: O(*n*) in the bytes; one pass.
  init(path: String, bytes: [UInt8], index: Int) {
    self.init(path: path, bytes: bytes, [LogChunk(bytes, bytes.indices, file: index)])
  }

  /// Puts the chunks of a file together, in order.
  init(path: String, bytes: [UInt8], _ chunks: [LogChunk]) {
    self.path = path
    self.bytes = bytes
    self.chunks = chunks
  }

  /// Its lines, in order.
  var lines: [LogLine] { chunks.count == 1 ? chunks[0].lines : chunks.flatMap(\.lines) }

  /// The number of the line that begins at a byte, from 1.
  ///
  /// - Complexity: O(*n*) in the bytes before it.
  func lineNumber(at start: Int) -> Int { 1 + bytes[..<start].count { $0 == 0x0A } }

  /// Lines that cannot be read, in the order of the file.
  var faults: [LogChunk.Fault] { chunks.flatMap(\.faults) }

  /// Whether lines end in CR LF, as git with `autocrlf` makes them.
  var hasCarriageReturns: Bool { chunks.contains(where: \.hasCarriageReturns) }

  /// What stands after the last line end: a line that was never wholly written.
  var torn: Range<Int> { chunks.last?.torn ?? 0..<0 }
}

extension LogFile {
  /// The digest of a line: SHA-256 of its bytes, with `words` replaced by their own digest.
  ///
  /// So words can be erased, and the line keeps its digest.
  func digest(of line: LogLine) -> String {
    let words = line.parts.words
    guard !words.isEmpty, let inner = wordsDigest(of: line) else {
      return SHA256.hexDigest(of: Array(bytes[line.range]))
    }
    return SHA256.hexDigest(
      of: bytes[line.range.lowerBound..<words.lowerBound] + Array("\"\(inner)\"}".utf8))
  }

  /// The digest of the words, kept or computed; nil where the line does not have the written form.
  func wordsDigest(of line: LogLine) -> String? {
    let (words, kept) = (line.parts.words, line.parts.digest)
    if !kept.isEmpty {
      let digest = String(decoding: bytes[kept], as: UTF8.self)
      let rest = Array(",\"digest\":\"\(digest)\"}".utf8)
      return bytes[words.upperBound..<line.range.upperBound] == rest[...] ? digest : nil
    }
    guard bytes[words.upperBound..<line.range.upperBound] == [UInt8(ascii: "}")],
      let parts = try? LogWords.Parts(bytes, words)
    else { return nil }
    return LogWords.digest(salt: bytes[parts.salt], text: bytes[parts.text])
  }

  /// The words of a line; nil when it has none, or they were erased.
  func words(of line: LogLine) -> [String?]? {
    guard !line.parts.words.isEmpty, let parts = try? LogWords.Parts(bytes, line.parts.words) else {
      return nil
    }
    var cursor = LogCursor(bytes, parts.text)
    return try? cursor.optionalStrings()
  }

  /// The line with other words, or without: it keeps its digest.
  ///
  /// The salt is a new one: by the old one short words that were taken out could be found by trying.
  ///
  /// - Returns: Nil where the line does not have the written form.
  func rewriting(_ line: LogLine, words: [String?]) -> [UInt8]? {
    guard let digest = wordsDigest(of: line) else { return nil }
    let json =
      words.allSatisfy { $0 == nil }
      ? Array("null".utf8) : LogWords.json(salt: LogWords.newSalt(), text: words)
    return bytes[line.range.lowerBound..<line.parts.words.lowerBound] + json
      + Array(",\"digest\":\"\(digest)\"}".utf8)
  }

  /// Whether the words of a line were erased or replaced.
  func isRewritten(_ line: LogLine) -> Bool { !line.parts.digest.isEmpty }

  /// A text member of a line.
  func text(_ range: Range<Int>) -> String {
    (try? LogCursor(bytes, range).unescaped(range)) ?? ""
  }
}
