import Corpus

extension Matcher {
  /// Evaluates the lines of one code that are touched in one unit; adds to the findings.
  ///
  /// - Parameter range: A range of `touches` with one place.
  mutating func evaluate(_ range: Range<Int>) {
    var lines: [Int32] = []
    for index in range where isMet(touches[index].line) { lines.append(touches[index].line) }
    guard lines.contains(where: { !isException[Int($0)] }) else { return }
    let code = touches[range.lowerBound].code
    let unit = touches[range.lowerBound].unit
    let places = isWholeTurnSearched[code] ? 0..<row.places.count : row.sentences[unit].row
    let words = Int32(places.lowerBound)..<Int32(places.upperBound)
    for line in lines { gather(leaves[Int(line)]) }
    let hidden = hidden(by: lines, in: words)
    for line in lines
    where !isException[Int(line)] && roots[Int(line)].mayFind(in: words, hits: hits) {
      for found in roots[Int(line)].find(in: words, hidden: hidden, hits: hits) {
        for stretch in found.evidence {
          findings.append(
            Finding(
              code: Int32(code), unit: unit, line: line, first: stretch.first, last: stretch.last))
        }
      }
    }
  }

  /// The places that the code's exceptions hide, ascending.
  private func hidden(by lines: [Int32], in words: Range<Int32>) -> [Int32] {
    var hidden: Set<Int32> = []
    for line in lines where isException[Int(line)] {
      for found in roots[Int(line)].find(in: words, hidden: [], hits: hits) {
        for stretch in found.evidence { hidden.formUnion(stretch.first..<stretch.last) }
      }
    }
    return hidden.isEmpty ? [] : hidden.sorted()
  }
}
