import Corpus

extension Matcher {
  /// Evaluates the lines of one code that are touched in one unit; adds to the findings.
  ///
  /// - Parameter range: A range of `touches` with one place.
  mutating func evaluate(_ range: Range<Int>) {
    let code = touches[range.lowerBound].code
    let unit = touches[range.lowerBound].unit
    let places = isWholeTurnSearched[code] ? 0..<row.places.count : row.sentences[unit].row
    let words = Int32(places.lowerBound)..<Int32(places.upperBound)
    var isFindable = false
    for index in range {
      let line = Int(touches[index].line)
      gather(leaves[line])
      if !isException[line], roots[line].mayFind(in: words, hits: hits) { isFindable = true }
    }
    guard isFindable else { return }
    let hidden = hidden(by: range, in: words)
    for index in range {
      let line = Int(touches[index].line)
      guard !isException[line] else { continue }
      roots[line].find(in: words, hidden: hidden, hits: hits, into: &found)
      if found.isEmpty { continue }
      for one in found {
        one.forEachPart { part in
          findings.append(
            Finding(
              code: Int32(code), unit: unit, line: Int32(line), first: part.first, last: part.last))
        }
      }
      found.removeAll(keepingCapacity: true)
    }
  }

  /// The places that the exceptions among some touched lines hide, ascending.
  private mutating func hidden(by range: Range<Int>, in words: Range<Int32>) -> [Int32] {
    var hidden: Set<Int32> = []
    for index in range where isException[Int(touches[index].line)] {
      roots[Int(touches[index].line)].find(in: words, hidden: [], hits: hits, into: &found)
      for one in found { one.forEachPart { hidden.formUnion($0.first..<$0.last) } }
      found.removeAll(keepingCapacity: true)
    }
    return hidden.isEmpty ? [] : hidden.sorted()
  }
}
