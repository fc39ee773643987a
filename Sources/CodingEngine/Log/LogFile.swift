import SHA2

/// One file of the log, whatever its name: coder and strand stand in its lines.
struct LogFile: Sendable {
  let path: String
  let bytes: [UInt8]
  private(set) var lines: [LogLine] = []
  /// Lines that cannot be read, in the order of the file.
  private(set) var faults: [Fault] = []
  /// Whether lines end in CR LF, as git with `autocrlf` makes them.
  private(set) var hasCarriageReturns = false
  /// What stands after the last line end: a line that was never wholly written.
  private(set) var torn = 0..<0

  /// A line that cannot be read.
  struct Fault: Sendable {
    let line: Int
    let message: String
  }

  /// Reads a file of the log.
  ///
  /// - Complexity: O(*n*) in the bytes; one pass.
  init(path: String, bytes: [UInt8], index: Int) {
    self.path = path
    self.bytes = bytes
    var start = 0
    var number = 1
    while start < bytes.count {
      var cursor = LogCursor(bytes, start..<bytes.count)
      var end: Int?
      var fault: LogSyntaxFault?
      do throws(LogSyntaxFault) {
        let line = try LogLine(&cursor, file: index, number: number)
        end = lineEnd(at: cursor.index)
        if end == nil {
          fault = cursor.fault("nothing can follow the line's object")
        } else {
          lines.append(line)
        }
      } catch {
        fault = error
      }
      if let end {
        start = end
      } else {
        let next = bytes[start...].firstIndex(of: 0x0A)
        guard let next else {
          torn = start..<bytes.count
          return
        }
        if let fault, !isBlank(start..<next) {
          let place = fault.offset <= next ? " (byte \(fault.offset - start + 1))" : ""
          faults.append(Fault(line: number, message: fault.message + place))
        }
        start = next + 1
      }
      number += 1
    }
  }

  /// The start of the next line when the line ends at `index`.
  private mutating func lineEnd(at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x0A { return index + 1 }
    guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
      return nil
    }
    hasCarriageReturns = true
    return index + 2
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
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
