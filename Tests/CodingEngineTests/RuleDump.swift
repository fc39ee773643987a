import CodingEngine

/// A rule as text that a person can read.
func dump(_ rule: Rule) -> String {
  switch rule {
  case .phrase(let phrase): dump(phrase)
  case .any(let rules): "any(" + rules.map(dump).joined(separator: ", ") + ")"
  case .all(let rules, let none):
    "all(" + rules.map(dump).joined(separator: ", ")
      + (none.isEmpty ? "" : "; none: " + none.map(dump).joined(separator: ", ")) + ")"
  case .near(let left, let right, let words, let inOrder):
    "\(inOrder ? "then" : "near")\(words)(\(dump(left)), \(dump(right)))"
  }
}

private func dump(_ phrase: Phrase) -> String {
  let words = phrase.words.map { word in
    switch word {
    case .any: "·"
    case .glob(let glob): glob
    }
  }
  let text = words.joined(separator: " ")
  return (phrase.isExact ? "=" : "") + (words.count == 1 ? text : "[\(text)]")
}
