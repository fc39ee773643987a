import CodingEngine

extension Talk {
  /// Codes met after each transcript, new ones as bars, the band of shuffled orders behind.
  ///
  /// - Parameters:
  ///   - settings: Base size, run length, threshold, seed.
  ///   - language: Of its words.
  /// - Returns: A drawing with the method and its source under it.
  public func saturationFigure(
    _ settings: Saturation.Settings = .init(), in language: Language
  ) -> Figure {
    let saturation = saturation(settings)
    let most = Double(max(saturation.cumulative.last ?? 0, 1))
    let step = max(20, min(60, 600 / Double(max(saturation.transcripts.count, 1))))
    let (left, top, high) = (48.0, 48.0, 240.0)
    func x(_ index: Int) -> Double { left + (Double(index) + 0.5) * step }
    func y(_ codes: Int) -> Double { top + high - Double(codes) / most * high }
    let right = left + Double(saturation.transcripts.count) * step
    let width = max(right + 24, 620)
    var svg = SVG()
    svg.text(language.say(.saturation), x: 16, y: 26, size: 14, isBold: true)
    if !saturation.band.isEmpty {
      let bounds = saturation.band.enumerated()
      svg.area(
        bounds.map { (x($0), y($1.upperBound)) }
          + bounds.reversed().map { (x($0), y($1.lowerBound)) },
        fill: "#dfe8ee")
    }
    for codes in stride(from: 0, through: Int(most), by: Self.tickStep(most)) {
      svg.text(String(codes), x: left - 8, y: y(codes) + 4, anchor: .end, size: 10, fill: SVG.soft)
      svg.line([(left - 4, y(codes)), (left, y(codes))], stroke: SVG.soft)
    }
    for (index, id) in saturation.transcripts.enumerated() {
      let bar = y(saturation.new[index])
      svg.rectangle(
        x: x(index) - step * 0.3, y: bar, width: step * 0.6, height: top + high - bar,
        fill: "#94b9cf")
      svg.text(id, x: x(index) + 3, y: top + high + 10, anchor: .end, size: 9, turned: -60)
    }
    svg.line(saturation.cumulative.enumerated().map { (x($0), y($1)) }, width: 1.6)
    for (index, codes) in saturation.cumulative.enumerated() { svg.dot(x: x(index), y: y(codes)) }
    svg.line([(left, top), (left, top + high), (right, top + high)], stroke: SVG.soft)
    if let reached = saturation.reached {
      let at = left + Double(reached) * step
      svg.line([(at, top), (at, top + high)], stroke: SVG.soft, isDashed: true)
    }
    let sentences = [
      language.say(.saturationReached(saturation.reached, settings)),
      language.say(.saturationLegend(settings)),
    ]
    let bottom = writeNotes(
      sentences + [Phrase.saturationSource.en] + notes(in: language), into: &svg, x: 16,
      y: top + high + 64, width: width)
    return Figure(
      svg: svg.document(
        title: language.say(.saturation), description: sentences[0], width: width,
        height: bottom))
  }

  /// A round number of codes of which at most six fit on the axis.
  private static func tickStep(_ most: Double) -> Int {
    var power = 1
    while true {
      for step in [power, 2 * power, 5 * power] where most / Double(step) <= 6 { return step }
      power *= 10
    }
  }
}
