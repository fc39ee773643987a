import CodingEngine
import Corpus

extension Talk {
  /// Who speaks when, and which codes where, in each selected transcript: a lane for each speaker
  /// and for each code at the top of those selected; a turn is as wide as it has words.
  ///
  /// - Parameter language: Of its words.
  /// - Returns: One drawing, transcript under transcript.
  public func timelineFigure(in language: Language) -> Figure {
    let top = codes.filter { code in !codebook.ancestors(of: code).contains(where: codes.contains) }
    var svg = SVG()
    svg.text(language.say(.timeline), x: 16, y: 26, size: 14, isBold: true)
    var y = 48.0
    for index in transcripts.indices { drawTimeline(of: index, top, y: &y, into: &svg) }
    let bottom = writeNotes(
      [language.say(.timelineNote)] + notes(in: language), into: &svg, x: 16, y: y + 6,
      width: 720)
    return Figure(
      svg: svg.document(
        title: language.say(.timeline), description: language.say(.timelineNote), width: 720,
        height: bottom))
  }

  private func drawTimeline(of index: Int, _ shown: [Int], y: inout Double, into svg: inout SVG) {
    let transcript = transcripts[index].transcript
    let end = index + 1 < firstTurns.count ? firstTurns[index + 1] : turns.count
    let range = firstTurns[index]..<end
    guard let first = range.first, let last = range.last else { return }
    let start = turns[first].words.lowerBound
    let whole = max(turns[last].words.upperBound - start, 1)
    svg.text(transcript.id, x: 16, y: y + 8, isBold: true)
    y += 16
    func lane(_ title: String, _ members: some Sequence<Int>, _ fill: String) {
      svg.text(SVG.cut(title, to: 168, size: 10), x: 16, y: y + 8, size: 10)
      svg.rectangle(x: 190, y: y, width: 514, height: 9, fill: "#f1efea")
      for turn in members {
        let words = turns[turn].words
        svg.rectangle(
          x: 190 + Double(words.lowerBound - start) / Double(whole) * 514, y: y,
          width: max(Double(words.count) / Double(whole) * 514, 0.8), height: 9, fill: fill)
      }
      y += 12
    }
    for (number, speaker) in transcript.speakers.enumerated() {
      let own = range.filter { turns[$0].speaker == number }
      if !own.isEmpty { lane(speaker.label, own, speaker.isModerator ? "#a5a9ae" : SVG.ink) }
    }
    y += 4
    for code in shown {
      let carrying = Set(places.all[code].map(\.turn)).filter(range.contains).sorted()
      if !carrying.isEmpty { lane(label(of: code), carrying, codebook.color(of: code)) }
    }
    y += 12
  }
}

extension Codebook {
  /// The colour of a code, its own or that of the nearest code above it that has one.
  func color(of code: Int) -> String {
    ([code] + ancestors(of: code).reversed()).lazy.compactMap { self.codes[$0].color }.first
      ?? SVG.accent
  }
}
