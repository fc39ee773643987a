import Corpus

extension Matcher {
  /// Evaluates some lines of one code that ask for more than phrases; adds to the findings.
  ///
  /// - Parameter lines: A range of `touchedLines`.
  mutating func evaluate(lines: Range<Int>, of code: Int) {
    if isWholeTurnSearched[code] {
      evaluate(lines: lines, unit: 0, range: 0..<Int32(row.places.count))
      return
    }
    for sentence in sentencesTouched(by: lines) {
      let places = row.sentences[sentence].row
      let range = Int32(places.lowerBound)..<Int32(places.upperBound)
      evaluate(lines: lines, unit: sentence, range: range)
    }
  }

  private mutating func evaluate(lines: Range<Int>, unit: Int, range: Range<Int32>) {
    let hidden = hidden(by: lines, in: range)
    for index in lines {
      let number = touchedLines[index]
      let line = program.lines[number]
      guard !line.isException, line.root.mayFind(in: range, hits: hits) else { continue }
      for found in line.root.find(in: range, hidden: hidden, hits: hits) {
        for stretch in found.evidence {
          findings.append(
            Finding(
              code: Int32(line.code), unit: unit, line: Int32(number), first: stretch.first,
              last: stretch.last))
        }
      }
    }
  }

  /// The places that the code's exceptions hide, ascending.
  private func hidden(by lines: Range<Int>, in range: Range<Int32>) -> [Int32] {
    var hidden: Set<Int32> = []
    for index in lines where program.lines[touchedLines[index]].isException {
      let root = program.lines[touchedLines[index]].root
      for found in root.find(in: range, hidden: [], hits: hits) {
        for stretch in found.evidence { hidden.formUnion(stretch.first..<stretch.last) }
      }
    }
    return hidden.sorted()
  }

  /// The sentences in which a phrase of a `match` line stands, ascending.
  private func sentencesTouched(by lines: Range<Int>) -> [Int] {
    var sentences: [Int] = []
    for index in lines where !program.lines[touchedLines[index]].isException {
      for leaf in program.lines[touchedLines[index]].leaves {
        for stretch in hits[leaf] {
          guard let sentence = row.sentenceIndex(Int(stretch.first)) else { continue }
          if sentences.last != sentence { sentences.append(sentence) }
        }
      }
    }
    return sentences.count < 2 ? sentences : Set(sentences).sorted()
  }
}
