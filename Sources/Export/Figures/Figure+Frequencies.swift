import CodingEngine

extension Talk {
  /// A bar for each code: the places in the frequencies, those of the codes under it included.
  ///
  /// - Parameter language: Of its words.
  /// - Returns: Bars from left to right, in the order of the codebook.
  public func frequenciesFigure(in language: Language) -> Figure {
    let counts = codes.map { places.all[$0].count }
    let most = Double(max(counts.max() ?? 0, 1))
    let base = codes.map { codebook.codes[$0].depth }.min() ?? 1
    let labelWidth = labelWidth(indents: codes.map { codebook.codes[$0].depth - base })
    let (axis, barWidth) = (labelWidth + 26, 360.0)
    var svg = SVG()
    svg.text(language.say(.frequencies), x: 16, y: 26, size: 14, isBold: true)
    var y = 48.0
    for (code, count) in zip(codes, counts) {
      let indent = Double(codebook.codes[code].depth - base) * 12
      svg.text(
        SVG.cut(label(of: code), to: labelWidth - indent), x: 16 + indent, y: y + 9,
        isBold: codebook.codes[code].depth == base)
      let length = Double(count) / most * barWidth
      svg.rectangle(x: axis, y: y, width: length, height: 11, fill: SVG.accent)
      svg.text(String(count), x: axis + 6 + length, y: y + 9, fill: SVG.soft)
      y += 18
    }
    svg.line([(axis, 44), (axis, y)], stroke: SVG.line)
    let used = counts.count { $0 > 0 }
    let bottom = writeNotes(
      [language.say(.placesWithBelow)] + notes(in: language), into: &svg, x: 16, y: y + 18,
      width: axis + barWidth + 54)
    return Figure(
      svg: svg.document(
        title: language.say(.frequencies),
        description: language.say(.codesUsed(used, codes.count, book: codebook.title)),
        width: axis + barWidth + 54, height: bottom))
  }
}
