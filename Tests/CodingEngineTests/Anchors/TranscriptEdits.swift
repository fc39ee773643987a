@testable import CodingEngine
@testable import Corpus

/// A transcript of which every word is known by a number of its own, so that a test can say where
/// the words of a coding went.
struct MarkedTranscript {
  struct Word {
    var text: String
    /// Nil for a word that an edit put in.
    var origin: Int?
  }

  struct MarkedTurn {
    var label: String
    var words: [Word]
  }

  var turns: [MarkedTurn]

  static let vocabulary = """
    ja nee de het een school kind zorg logopedist wij samen overleg korte lijnen wijkteam dat is zo \
    peuter groep ouders café zo'n heel goed werkt niet altijd
    """.split(separator: " ").map(String.init)

  init(using random: inout SeededGenerator) {
    var origin = 0
    turns = (0..<Int.random(in: 3...12, using: &random)).map { _ in
      MarkedTurn(
        label: ["PM1", "LK1", "MOD"].randomElement(using: &random) ?? "PM1",
        words: (0..<Int.random(in: 1...14, using: &random)).map { _ in
          origin += 1
          return Word(text: Self.vocabulary.randomElement(using: &random) ?? "ja", origin: origin)
        })
    }
  }

  /// The transcript as a file.
  func file(lineEnd: String = "\n", isMarked: Bool = false) -> String {
    let lines = turns.map { turn in
      "\(turn.label): \(turn.words.map(\.text).joined(separator: " "))."
    }
    let head = """
      ---
      participants:
        PM1: pedagogisch medewerker
        LK1: leerkracht
        PM2: pedagogisch medewerker
        MOD: moderator
      ---

      """
    let text = (head + lines.joined(separator: "\n\n") + "\n")
    return (isMarked ? "\u{FEFF}" : "") + text.replacing("\n", with: lineEnd)
  }

  func read(lineEnd: String = "\n", isMarked: Bool = false) -> Transcript? {
    TranscriptReader.read(
      Array(file(lineEnd: lineEnd, isMarked: isMarked).utf8), id: "T", path: "T.md"
    ).value
  }
}

extension MarkedTranscript {
  /// Changes the transcript as people change transcripts; the words that stay keep their numbers.
  mutating func edit(using random: inout SeededGenerator) {
    let turn = Int.random(in: 0..<turns.count, using: &random)
    let count = turns[turn].words.count
    let word = Int.random(in: 0..<count, using: &random)
    let new = Word(text: Self.vocabulary.randomElement(using: &random) ?? "ja", origin: nil)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: turns[turn].words.insert(new, at: word)
    case 1 where count > 1: turns[turn].words.remove(at: word)
    case 2: turns[turn].words[word] = new
    case 3 where count > 1:
      let rest = MarkedTurn(
        label: turns[turn].label, words: Array(turns[turn].words[max(1, word)...]))
      turns[turn].words.removeSubrange(max(1, word)...)
      turns.insert(rest, at: turn + 1)
    case 4 where turns.count > 1: turns.remove(at: turn)
    case 5:
      let words = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Word(text: Self.vocabulary.randomElement(using: &random) ?? "ja", origin: nil)
      }
      turns.insert(MarkedTurn(label: "LK1", words: words), at: turn)
    case 6 where turns.count > 1:
      let moved = turns.remove(at: turn)
      turns.insert(moved, at: Int.random(in: 0...turns.count, using: &random))
    case 7: turns[turn].label = ["PM2", "LK1", "PM1"].randomElement(using: &random) ?? "PM2"
    case 8: turns[turn].words[word].text = turns[turn].words[word].text.uppercased()
    case 9:
      for index in turns[turn].words.indices {
        turns[turn].words[index].text = turns[turn].words[index].text
          .replacing("'", with: "’").replacing("é", with: "e\u{301}")
      }
    case 10 where turn + 1 < turns.count && turns[turn].label == turns[turn + 1].label:
      turns[turn].words += turns.remove(at: turn + 1).words
    default: turns.swapAt(turn, Int.random(in: 0..<turns.count, using: &random))
    }
  }
}
