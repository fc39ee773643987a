import CodingEngine
import Corpus

/// What can be counted of a code.
public enum Measure: String, Sendable, Hashable, CaseIterable {
  case places
  case sentences
  case turns
  case participants
  case transcripts
  case words
}

/// A code in every measure, or the whole of which its numbers are a part.
struct Counts: Hashable {
  var places = 0
  var sentences = 0
  var turns = 0
  var participants = 0
  var transcripts = 0
  var words = 0

  subscript(measure: Measure) -> Int {
    switch measure {
    case .places: places
    case .sentences: sentences
    case .turns: turns
    case .participants: participants
    case .transcripts: transcripts
    case .words: words
    }
  }
}

extension Talk {
  /// Counts places, and the units that carry their code: those with at least one word in a place.
  func counts(of places: [Place]) -> Counts {
    let carrying = places.filter(\.hasWords)
    return Counts(
      places: places.count,
      sentences: units(.sentence, in: carrying).count,
      turns: units(.turn, in: carrying).count,
      participants: Set(carrying.map { turns[$0.turn].participant }).count,
      transcripts: units(.transcript, in: carrying).count,
      words: units(.word, in: carrying).count)
  }

  /// Everything said in the turns that count and for which `belongs` holds; no places.
  func whole(where belongs: (Int) -> Bool = { _ in true }) -> Counts {
    var whole = Counts()
    var people: Set<Int> = []
    var conversations: Set<Int> = []
    for (index, turn) in turns.enumerated() where turn.counts && belongs(index) {
      whole.turns += 1
      whole.sentences += turn.sentences.count
      whole.words += turn.words.count
      people.insert(turn.participant)
      conversations.insert(turn.transcript)
    }
    whole.participants = people.count
    whole.transcripts = conversations.count
    return whole
  }
}
