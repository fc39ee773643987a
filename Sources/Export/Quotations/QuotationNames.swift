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
  /// The transcript's id as UTF-8.
  private let head: [UInt8]

  /// Names what stands in a transcript, with the table of its words.
  init(of transcript: Transcript, _ table: WordTable) {
    self.transcript = transcript
    self.table = table
    head = Array(transcript.id.utf8)
  }

  /// Appends the folded words, a blank between two.
  private func appendFolded(_ words: Range<Int>, to bytes: inout [UInt8]) {
    guard let last = words.last else { return }
    let text = transcript.text.span
    let passage = table.text(of: words.lowerBound).lowerBound..<table.text(of: last).upperBound
    if text.extracting(passage).firstIndex(from: 0, in: Self.unplain) == passage.count {
      bytes.append(addingCapacity: passage.count + words.count) { folded in
        for word in words {
          if word > words.lowerBound { folded.append(0x20) }
          for index in table.text(of: word) {
            let byte = text[index]
            folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          }
        }
      }
      return
    }
    for word in words {
      if word > words.lowerBound { bytes.append(0x20) }
      Folding.append(folding: text, table.text(of: word), to: &bytes)
    }
  }

  /// Bytes with which folding does more than to make a letter small.
  private static let unplain = ByteSet { $0 >= 0x80 || $0 == UInt8(ascii: "`") }

  /// The id of words of a turn, both numbered from 0.
  func id(turn: Int, words: Range<Int>) -> String {
    let first = table.turnStarts[turn] + words.lowerBound
    let quoted = first..<(first + words.count)
    var hashed = head
    hashed.append(0x0A)
    appendFolded(quoted, to: &hashed)
    var id = head
    id.append(UInt8(ascii: ":"))
    id.append(UInt8(ascii: "q"))
    Self.appendBase32(SHA256.digest(of: hashed.span), to: &id)
    let repeats = words.isEmpty ? 0 : repeats(of: quoted, folded: hashed[(head.count + 1)...])
    if repeats > 0 {
      id.append(UInt8(ascii: "."))
      Digits.append(repeats + 1, to: &id)
    }
    return String(decoding: id, as: UTF8.self)
  }

  /// How often the same words stand before.
  private func repeats(of quoted: Range<Int>, folded: ArraySlice<UInt8>) -> Int {
    let (hashes, previous) = (table.hashes.span, table.previous.span)
    let (first, last) = (hashes[quoted.lowerBound], hashes[quoted.upperBound - 1])
    var repeats = 0
    var word = Int(previous[quoted.lowerBound])
    while word >= 0 {
      // The last word tells most of those apart that begin alike.
      if hashes[word] == first, hashes[word + quoted.count - 1] == last {
        var others: [UInt8] = []
        appendFolded(word..<(word + quoted.count), to: &others)
        if others[...] == folded { repeats += 1 }
      }
      word = Int(previous[word])
    }
    return repeats
  }

  private static let base32Digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Appends the first 25 bits as five digits.
  static func appendBase32(_ digest: [UInt8], to bytes: inout [UInt8]) {
    var bits = 0
    for index in 0..<4 { bits = bits << 8 | Int(digest[index]) }
    for shift in stride(from: 27, through: 7, by: -5) {
      bytes.append(base32Digits[bits >> shift & 31])
    }
  }
}
