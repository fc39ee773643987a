import Corpus
import SHA2

/// Gives quotations of one transcript their ids.
///
/// An id is the transcript's, `:q`, and the first 25 bits of SHA-256(transcript id, LF, folded words
/// with a blank between two), as five digits of Crockford's base 32. Where the same words stand in
/// the transcript before, quoted or not, `.2`, `.3` … says which they are; so an id does not depend on
/// what else is coded.
struct QuotationNames {
  private let transcript: String
  /// Its id and a line end: what is hashed before the words.
  private let head: [UInt8]
  /// The folded words of the transcript, a blank after each.
  private let folded: [UInt8]
  /// Where each word begins in `folded`; one more at the end.
  private let starts: [Int]
  /// The number of each turn's first word.
  private let turnStarts: [Int]
  /// For each word a hash of its folded bytes.
  private let hashes: [UInt32]

  init(of transcript: Transcript) {
    self.transcript = transcript.id
    head = Array(transcript.id.utf8) + [0x0A]
    var folded: [UInt8] = []
    folded.reserveCapacity(transcript.text.count)
    var starts = [0]
    var hashes: [UInt32] = []
    var turnStarts: [Int] = []
    var row = Row()
    for turn in transcript.turns {
      turnStarts.append(hashes.count)
      row.cut(turn, of: transcript)
      for place in row.places where !place.isTranscribers {
        Folding.append(
          folding: transcript.text.span, Int(place.start)..<Int(place.end), to: &folded)
        var hash: UInt32 = 5381
        for index in starts[hashes.count]..<folded.count {
          hash = hash &* 33 ^ UInt32(folded[index])
        }
        hashes.append(hash)
        folded.append(0x20)
        starts.append(folded.count)
      }
    }
    self.folded = folded
    self.starts = starts
    self.hashes = hashes
    self.turnStarts = turnStarts
  }

  /// The id of words of a turn, both numbered from 0.
  func id(turn: Int, words: Range<Int>) -> String {
    let first = turnStarts[turn] + words.lowerBound
    let quoted = folded[starts[first]..<max(starts[first], starts[first + words.count] - 1)]
    var hash = SHA256()
    hash.update(head)
    hash.update(folded.span.extracting(quoted.startIndex..<quoted.endIndex))
    let bytes = hash.finalize()
    let id = "\(transcript):q\(Self.base32(bytes))"
    if words.isEmpty { return id }
    let repeats = repeats(of: quoted, before: first)
    return repeats > 0 ? "\(id).\(repeats + 1)" : id
  }

  /// How often the same words stand before a word.
  private func repeats(of quoted: ArraySlice<UInt8>, before first: Int) -> Int {
    let hashes = hashes.span
    let hash = hashes[first]
    var repeats = 0
    for word in 0..<first where hashes[word] == hash {
      let end = starts[word] + quoted.count
      if folded[end] == 0x20, folded[starts[word]..<end] == quoted { repeats += 1 }
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
