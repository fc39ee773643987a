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
  private let table: WordTable
  /// The transcript's id and a line end: what is hashed before the words.
  private let head: [UInt8]

  /// Names what stands in a transcript, with the table of its words.
  init(of transcript: Transcript, _ table: WordTable) {
    self.transcript = transcript
    self.table = table
    head = Array(transcript.id.utf8) + [0x0A]
  }

  /// The folded words, a blank between two.
  private func folded(_ range: Range<Int>) -> [UInt8] {
    var folded: [UInt8] = []
    for word in range {
      if word > range.lowerBound { folded.append(0x20) }
      Folding.append(folding: transcript.text.span, table.text(of: word), to: &folded)
    }
    return folded
  }

  /// The id of words of a turn, both numbered from 0.
  func id(turn: Int, words: Range<Int>) -> String {
    let first = table.turnStarts[turn] + words.lowerBound
    let quoted = first..<(first + words.count)
    let folded = folded(quoted)
    let id = "\(transcript.id):q\(Self.base32(SHA256.digest(of: head + folded)))"
    if words.isEmpty { return id }
    let repeats = repeats(of: quoted, folded: folded)
    return repeats > 0 ? "\(id).\(repeats + 1)" : id
  }

  /// How often the same words stand before.
  private func repeats(of quoted: Range<Int>, folded: [UInt8]) -> Int {
    let hashes = table.hashes
    let hash = hashes[quoted.lowerBound]
    var repeats = 0
    var word = Int(table.previous[quoted.lowerBound])
    while word >= 0 {
      // The last word tells most of those apart that begin alike.
      if hashes[word] == hash,
        hashes[word + quoted.count - 1] == hashes[quoted.upperBound - 1],
        self.folded(word..<(word + quoted.count)) == folded
      {
        repeats += 1
      }
      word = Int(table.previous[word])
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
