import Corpus

/// Words to which one codebook's rules give a code, and another's do not.
public struct PlaceDifference: Sendable, Hashable {
  /// Whether the later book finds it, and the earlier one does not.
  public let isWon: Bool
  /// The code's id in the later book, or in the earlier one when it went.
  public let code: CodeID
  /// The level on the code's scale; `mixed` when rules disagree, nil without one.
  public let level: String?
  /// An index into the transcript's `turns`.
  public let turn: Int
  /// The sentences, joined: UTF-8 byte offsets into the text, half-open.
  public let text: Range<Int>

  /// Compares what two books propose in one transcript, sentence by sentence.
  ///
  /// - Parameters:
  ///   - difference: Of the two books.
  ///   - old: What the rules of the earlier one propose.
  ///   - new: What the rules of the later one propose.
  /// - Returns: In the order of turn, code, place.
  public static func find(
    _ difference: CodebookDifference, _ old: CodedTranscript, _ new: CodedTranscript
  ) -> [PlaceDifference] {
    let ranks = Ranks(difference)
    let before = units(of: old, difference.old) { difference.heirs[$0] ?? ranks.end + $0 }
    let after = units(of: new, difference.new) { $0 }
    var row = Row()
    var rowTurn = -1
    var found: [PlaceDifference] = []
    for (units, isWon) in [(after.subtracting(before), true), (before.subtracting(after), false)] {
      for run in runs(of: units) {
        if run.first.turn != rowTurn {
          row.cut(old.transcript.turns[run.first.turn], of: old.transcript)
          rowTurn = run.first.turn
        }
        let turn = old.transcript.turns[run.first.turn]
        let text =
          run.first.sentence < 0
          ? turn.text : row.span(ofSentences: run.first.sentence..<run.last + 1).text
        found.append(
          PlaceDifference(
            isWon: isWon, code: ranks.id(run.first.code), level: run.first.level,
            turn: run.first.turn, text: text))
      }
    }
    return found.sorted {
      ($0.turn, ranks.rank($0.code), $0.text.lowerBound, $0.isWon ? 0 : 1)
        < ($1.turn, ranks.rank($1.code), $1.text.lowerBound, $1.isWon ? 0 : 1)
    }
  }

  /// One sentence with one code on one level; a turn without sentences is sentence -1.
  private struct Unit: Hashable {
    let turn, code: Int
    let level: String?
    let sentence: Int
  }

  private static func units(
    of coded: CodedTranscript, _ book: Codebook, _ rank: (Int) -> Int
  ) -> Set<Unit> {
    var units: Set<Unit> = []
    for proposal in coded.proposals {
      let level: String? =
        switch proposal.level {
        case .none: nil
        case .mixed: "mixed"
        case .level(let level): book.codes[proposal.code].scale[level].id
        }
      let sentences = proposal.span.sentences
      for sentence in sentences.isEmpty ? -1..<0 : sentences {
        units.insert(
          Unit(turn: proposal.turn, code: rank(proposal.code), level: level, sentence: sentence))
      }
    }
    return units
  }

  /// Sentences in a row.
  private static func runs(of units: Set<Unit>) -> [(first: Unit, last: Int)] {
    let sorted = units.sorted {
      ($0.turn, $0.code, $0.level ?? "", $0.sentence)
        < ($1.turn, $1.code, $1.level ?? "", $1.sentence)
    }
    var runs: [(first: Unit, last: Int)] = []
    for unit in sorted {
      if let run = runs.last, run.first.turn == unit.turn, run.first.code == unit.code,
        run.first.level == unit.level, run.last >= 0, run.last + 1 == unit.sentence
      {
        runs[runs.count - 1].last = unit.sentence
      } else {
        runs.append((unit, unit.sentence))
      }
    }
    return runs
  }
}

/// Numbers for the codes of two books: those of the new one, then those that went.
private struct Ranks {
  let end: Int
  private let ids: [CodeID]
  private let ranks: [CodeID: Int]

  init(_ difference: CodebookDifference) {
    end = difference.new.codes.count
    ids = (difference.new.codes + difference.old.codes).map(\.id)
    ranks = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func id(_ rank: Int) -> CodeID { ids[rank] }

  func rank(_ id: CodeID) -> Int { ranks[id] ?? ids.count }
}
