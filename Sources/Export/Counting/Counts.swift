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
  /// Counts places in every measure.
  func counts(of places: [Place]) -> Counts {
    var counts = Counts()
    counts.places = count(.places, of: places)
    counts.sentences = count(.sentences, of: places)
    counts.turns = count(.turns, of: places)
    counts.participants = count(.participants, of: places)
    counts.transcripts = count(.transcripts, of: places)
    counts.words = count(.words, of: places)
    return counts
  }

  /// Counts places, or the units that carry their code: those with at least one word in a place.
  func count(_ measure: Measure, of places: [Place]) -> Int {
    switch measure {
    case .places: places.count
    case .sentences: units(.sentence, in: places).count
    case .turns: units(.turn, in: places).count
    case .participants:
      Set(places.lazy.filter(\.hasWords).map { turns[$0.turn].participant }).count
    case .transcripts: units(.transcript, in: places).count
    case .words: units(.word, in: places).count
    }
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
