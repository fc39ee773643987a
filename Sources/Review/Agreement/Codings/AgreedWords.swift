import Corpus

extension ParallelCodings {
  /// The words of a unit that some coder gave a code: where it stands once they agree on it.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - place: A turn or a part of one.
  ///   - text: The unit: UTF-8 byte offsets into the text of its transcript.
  /// - Returns: Ranges of that text in order, those that touch joined; the unit itself when nobody
  ///   gave it the code.
  public func agreedWords(
    of code: Int, in place: UnitPlace, _ text: Range<Int>
  ) -> [Range<Int>] {
    let spans = coders.flatMap(\.codings).filter {
      $0.code == code && $0.transcript == place.transcript && $0.turn == place.turn
        && $0.span.text.overlaps(text)
    }.map(\.span).sorted { $0.text.lowerBound < $1.text.lowerBound }
    var joined: [TurnSpan] = []
    for span in spans {
      if let last = joined.last, last.touches(span) {
        joined[joined.count - 1] = last.joined(with: span)
      } else {
        joined.append(span)
      }
    }
    return joined.isEmpty ? [text] : joined.map { $0.text.clamped(to: text) }
  }
}
