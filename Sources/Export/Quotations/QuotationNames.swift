import Corpus
import SHA2

/// Gives quotations of one transcript their ids.
///
/// An id is the transcript's, `:q`, and the first 25 bits of SHA-256(transcript id, LF, folded words
/// with a blank between two), as five digits of Crockford's base 32. Where the same words stand in
/// the transcript before, quoted or not, `.2`, `.3` … says which they are; so an id does not depend on
/// what else is coded.
struct QuotationNames {
  private let transcript: Transcript
  /// Its id and a line end: what is hashed before the words.
  private let head: [UInt8]
  /// Where each word stands in the text.
  private let words: [(start: UInt32, end: UInt32)]
  /// The number of each turn's first word.
  private let turnStarts: [Int]
  /// For each word a hash of its folded bytes.
  private let hashes: [UInt32]
  /// For each word the last one before it that may be the same; -1 for none.
  private let previous: [Int32]

  init(of transcript: Transcript) {
    self.transcript = transcript
    head = Array(transcript.id.utf8) + [0x0A]
    var words: [(start: UInt32, end: UInt32)] = []
    var hashes: [UInt32] = []
    var previous: [Int32] = []
    var lastOfSlot = [Int32](repeating: -1, count: 2048)
    var turnStarts: [Int] = []
    var row = Row()
    let text = transcript.text.span
    for turn in transcript.turns {
      turnStarts.append(hashes.count)
      row.cut(turn, of: transcript)
      for place in row.places where !place.isTranscribers {
        words.append((place.start, place.end))
        let hash = Self.hash(of: text, Int(place.start)..<Int(place.end))
        let slot = Int((hash ^ hash &>> 15) & 2047)
        previous.append(lastOfSlot[slot])
        lastOfSlot[slot] = Int32(hashes.count)
        hashes.append(hash)
      }
    }
    self.words = words
    self.hashes = hashes
    self.previous = previous
    self.turnStarts = turnStarts
  }

  /// A hash of a folded word; words of small and capital ASCII letters are folded on the way.
  private static func hash(of text: borrowing Span<UInt8>, _ word: Range<Int>) -> UInt32 {
    var hash: UInt32 = 5381
    for index in word {
      let byte = text[index]
      guard byte < 0x80, byte != UInt8(ascii: "`") else {
        var folded: [UInt8] = []
        Folding.append(folding: text, word, to: &folded)
        return folded.reduce(5381) { $0 &* 33 ^ UInt32($1) }
      }
      hash = hash &* 33 ^ UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return hash
  }

  /// The folded words, a blank between two.
  private func folded(_ range: Range<Int>) -> [UInt8] {
    var folded: [UInt8] = []
    for word in range {
      if word > range.lowerBound { folded.append(0x20) }
      Folding.append(
        folding: transcript.text.span, Int(words[word].start)..<Int(words[word].end), to: &folded)
    }
    return folded
  }

  /// The id of words of a turn, both numbered from 0.
  func id(turn: Int, words: Range<Int>) -> String {
    let first = turnStarts[turn] + words.lowerBound
    let quoted = first..<(first + words.count)
    let folded = folded(quoted)
    var hash = SHA256()
    hash.update(head)
    hash.update(folded)
    let bytes = hash.finalize()
    let id = "\(transcript.id):q\(Self.base32(bytes))"
    if words.isEmpty { return id }
    let repeats = repeats(of: quoted, folded: folded)
    return repeats > 0 ? "\(id).\(repeats + 1)" : id
  }

  /// How often the same words stand before.
  private func repeats(of quoted: Range<Int>, folded: [UInt8]) -> Int {
    let hash = hashes[quoted.lowerBound]
    var repeats = 0
    var word = Int(previous[quoted.lowerBound])
    while word >= 0 {
      // The last word tells most of those apart that begin alike.
      if hashes[word] == hash,
        hashes[word + quoted.count - 1] == hashes[quoted.upperBound - 1],
        self.folded(word..<(word + quoted.count)) == folded
      {
        repeats += 1
      }
      word = Int(previous[word])
    }
    return repeats
  }

  private static let base32Digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The first 25 bits as five digits.
  static func base32(_ bytes: [UInt8]) -> String {
    var bits = 0
    for index in 0..<4 { bits = bits << 8 | Int(bytes[index]) }
    var text: [UInt8] = []
    for shift in stride(from: 27, through: 7, by: -5) {
      text.append(base32Digits[bits >> shift & 31])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
