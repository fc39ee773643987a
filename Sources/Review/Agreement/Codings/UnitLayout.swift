import Corpus

/// The units of some transcripts, numbered one after the other.
struct UnitLayout {
  /// Where each unit is.
  private(set) var places: [UnitPlace] = []

  private let unit: Unit
  /// For each transcript and turn its units; nil for a turn that does not count.
  private var turns: [[Range<Int>?]] = []
  private var ranges: [Range<Int>] = []

  init(_ unit: Unit, _ transcripts: [ParallelCodings.Transcript]) {
    self.unit = unit
    for (index, transcript) in transcripts.enumerated() {
      let first = places.count
      let speaks = transcript.turns.contains { ($0?.words ?? 0) > 0 }
      if unit == .transcript, speaks {
        places.append(UnitPlace(transcript: index, turn: nil, index: nil))
      }
      turns.append(
        transcript.turns.enumerated().map { turn, size in
          guard let size, size.words > 0 else { return nil }
          return add(size, transcript: index, turn: turn)
        })
      ranges.append(first..<places.count)
    }
  }

  private mutating func add(_ size: TurnSize, transcript: Int, turn: Int) -> Range<Int> {
    let first = places.count
    switch unit {
    case .transcript: return (first - 1)..<first
    case .turn: places.append(UnitPlace(transcript: transcript, turn: turn, index: nil))
    case .sentence, .word:
      for index in 0..<(unit == .word ? size.words : size.sentences) {
        places.append(UnitPlace(transcript: transcript, turn: turn, index: index))
      }
    }
    return first..<places.count
  }

  func range(ofTranscript transcript: Int) -> Range<Int> { ranges[transcript] }

  /// The units that have a word in a coding.
  func units(of coding: ParallelCodings.Coding) -> Range<Int> {
    guard let turn = turns[coding.transcript][coding.turn], !coding.span.words.isEmpty else {
      return 0..<0
    }
    switch unit {
    case .transcript, .turn: return turn
    case .sentence: return shifted(coding.span.sentences, turn)
    case .word: return shifted(coding.span.words, turn)
    }
  }

  private func shifted(_ range: Range<Int>, _ turn: Range<Int>) -> Range<Int> {
    (range.lowerBound + turn.lowerBound)..<(range.upperBound + turn.lowerBound)
  }
}
