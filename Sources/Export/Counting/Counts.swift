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
      met(places)
    case .transcripts: units(.transcript, in: places).count
    case .words: units(.word, in: places).count
    }
  }

  /// How many people say a word of `places`.
  private func met(_ places: [Place]) -> Int {
    var isMet = [Bool](repeating: false, count: participants.count)
    var count = 0
    for place in places where place.hasWords {
      let person = turns[place.turn].participant
      if !isMet[person] { count += 1 }
      isMet[person] = true
    }
    return count
  }

  /// Everything said in the turns that count, divided into so many groups; no places.
  ///
  /// - Parameters:
  ///   - count: How many groups there are.
  ///   - group: The group of a turn; one that is not there for none.
  /// - Returns: What each group says.
  func wholes(_ count: Int, group: (Int) -> Int) -> [Counts] {
    var wholes = [Counts](repeating: Counts(), count: count)
    // For each group the people and transcripts met.
    let width = participants.count
    var people = [Bool](repeating: false, count: width * count)
    var conversations = [Bool](repeating: false, count: transcripts.count * count)
    for (index, turn) in turns.enumerated() where turn.counts {
      let group = group(index)
      guard wholes.indices.contains(group) else { continue }
      wholes[group].turns += 1
      wholes[group].sentences += turn.sentences.count
      wholes[group].words += turn.words.count
      let person = group * width + turn.participant
      if !people[person] { wholes[group].participants += 1 }
      people[person] = true
      let conversation = group * transcripts.count + turn.transcript
      if !conversations[conversation] { wholes[group].transcripts += 1 }
      conversations[conversation] = true
    }
    return wholes
  }
}
