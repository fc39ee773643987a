import Corpus

/// One code that coders agree on for a unit, and the words that it is to stand on.
public struct Settlement: Sendable, Hashable {
  /// Any number that stands for the code.
  public let code: Int
  /// An index into the levels of the code's scale; nil for none.
  public let level: Int?
  /// UTF-8 byte offsets into the text of the transcript, in order, not touching.
  public let words: [Range<Int>]
}

extension ParallelCodings {
  /// A unit with the words it holds.
  public struct PlacedUnit: Sendable, Hashable {
    fileprivate let place: UnitPlace
    fileprivate let text: Range<Int>

    /// Takes a turn or a sentence, and its UTF-8 byte offsets into the text of its transcript.
    public init(_ place: UnitPlace, _ text: Range<Int>) {
      (self.place, self.text) = (place, text)
    }
  }

  /// What a coder made of a unit, on that coder's words.
  ///
  /// - Parameters:
  ///   - coder: An index into the coders.
  ///   - unit: Where.
  ///   - codes: Others are not looked at.
  /// - Returns: In the order of codes and levels.
  public func settlements(
    as coder: Int, on unit: PlacedUnit, codes: Set<Int>
  ) -> [Settlement] {
    settlements(of: codings(on: unit, by: [coder]).filter { codes.contains($0.code) }, on: unit)
  }

  /// What any of the coders made of a unit, each code on all words that somebody gave it.
  public func settlements(ofAllOn unit: PlacedUnit, codes: Set<Int>) -> [Settlement] {
    settlements(
      of: codings(on: unit, by: Array(coders.indices)).filter { codes.contains($0.code) }, on: unit)
  }

  /// A code and level that the coders agree on: on the words of those who gave both, else of those
  /// who gave the code, else on the whole unit.
  public func settlement(of code: Int, level: Int?, on unit: PlacedUnit) -> Settlement {
    let all = codings(on: unit, by: Array(coders.indices)).filter { $0.code == code }
    let same = all.filter { $0.level == level }
    let words = joinedWords(of: same.isEmpty ? all : same, on: unit)
    return Settlement(code: code, level: level, words: words.isEmpty ? [unit.text] : words)
  }

  private func codings(on unit: PlacedUnit, by indices: [Int]) -> [Coding] {
    indices.flatMap { coders[$0].codings }.filter {
      $0.transcript == unit.place.transcript && $0.turn == unit.place.turn
        && $0.span.text.overlaps(unit.text)
    }
  }

  private func settlements(of codings: [Coding], on unit: PlacedUnit) -> [Settlement] {
    struct Key: Hashable {
      let code: Int
      let level: Int?
    }
    let groups = Dictionary(grouping: codings) { Key(code: $0.code, level: $0.level) }
    return groups.keys.sorted { ($0.code, $0.level ?? -1) < ($1.code, $1.level ?? -1) }.map {
      Settlement(
        code: $0.code, level: $0.level, words: joinedWords(of: groups[$0, default: []], on: unit))
    }
  }

  private func joinedWords(of codings: [Coding], on unit: PlacedUnit) -> [Range<Int>] {
    var joined: [TurnSpan] = []
    for span in codings.map(\.span).sorted(by: { $0.text.lowerBound < $1.text.lowerBound }) {
      if let last = joined.last, last.touches(span) {
        joined[joined.count - 1] = last.joined(with: span)
      } else {
        joined.append(span)
      }
    }
    return joined.map { $0.text.clamped(to: unit.text) }
  }
}
