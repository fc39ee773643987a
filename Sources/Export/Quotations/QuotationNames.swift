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
  /// The distinct words.
  private let vocabulary: [[UInt8]]
  /// The words of the transcript, as indices into `vocabulary`.
  private let row: [Int]
  /// Where each word of the vocabulary stands in `row`.
  private let occurrences: [[Int]]
  /// Where each turn begins in `row`.
  private let turnStarts: [Int]

  init(of transcript: Transcript) {
    self.transcript = transcript.id
    var numbers: [[UInt8]: Int] = [:]
    var vocabulary: [[UInt8]] = []
    var row: [Int] = []
    var occurrences: [[Int]] = []
    var turnStarts: [Int] = []
    var cut = Row()
    for turn in transcript.turns {
      turnStarts.append(row.count)
      cut.cut(turn, of: transcript)
      for place in cut.places where !place.isTranscribers {
        let word = Folding.fold(transcript.text[Int(place.start)..<Int(place.end)])
        let number = numbers[word] ?? vocabulary.count
        if number == vocabulary.count {
          numbers[word] = number
          vocabulary.append(word)
          occurrences.append([])
        }
        occurrences[number].append(row.count)
        row.append(number)
      }
    }
    self.vocabulary = vocabulary
    self.row = row
    self.occurrences = occurrences
    self.turnStarts = turnStarts
  }

  /// The id of words of a turn, both numbered from 0.
  func id(turn: Int, words: Range<Int>) -> String {
    let start = turnStarts[turn] + words.lowerBound
    let quoted = row[start..<(start + words.count)]
    let folded = quoted.map { vocabulary[$0] }.joined(separator: [0x20])
    let bytes = SHA256.digest(of: Array(transcript.utf8) + [0x0A] + folded)
    let id = "\(transcript):q\(Self.base32(bytes))"
    let earlier = quoted.first.map { first in
      occurrences[first].prefix { $0 < start }.count { row[$0...].starts(with: quoted) }
    }
    return earlier.map { $0 > 0 ? "\(id).\($0 + 1)" : id } ?? id
  }

  /// The first 25 bits as five digits.
  static func base32(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let bits = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } >> 7
    return String((0..<5).reversed().map { digits[bits >> ($0 * 5) & 31] })
  }
}
