import Corpus

extension RuleLexer {
  /// The largest number of words that NEAR and THEN take.
  private static let mostWordsBetween = 99

  /// The operator that a word is, with its number of words; nil for any other word.
  mutating func readOperator(_ text: Range<Int>, from start: Int) -> RuleOperator? {
    let bytes = plain[text]
    switch bytes.first {
    case UInt8(ascii: "O"): return bytes.elementsEqual("OR".utf8) ? .or : nil
    case UInt8(ascii: "A"): return bytes.elementsEqual("AND".utf8) ? .and : nil
    case UInt8(ascii: "N"): if bytes.elementsEqual("NOT".utf8) { return .not }
    case UInt8(ascii: "T"): break
    default: return nil
    }
    let word = String(decoding: bytes, as: UTF8.self)
    guard let name = ["NEAR", "THEN"].first(where: { word.hasPrefix($0) }) else { return nil }
    let isBare = word == name
    guard isBare || word.utf8.dropFirst(4).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    let number = isBare ? readNumber() : nil
    guard let number, number.count < 3, let words = Int(number), words <= Self.mostWordsBetween
    else {
      diagnostics.append(operatorFault(name, number, from: start, isBare: isBare))
      return .near(words: 0, inOrder: name == "THEN")
    }
    return .near(words: words, inOrder: name == "THEN")
  }

  /// What stands after the slash of NEAR/n; nil without a slash.
  private mutating func readNumber() -> String? {
    guard next < source.bytes.count, source.bytes[next] == UInt8(ascii: "/") else { return nil }
    next += 1
    let start = next
    next = endOfWord(from: next)
    return source.words(start..<next)
  }

  private func operatorFault(
    _ name: String, _ number: String?, from start: Int, isBare: Bool
  ) -> Diagnostic {
    if !isBare {
      let written = source.words(start..<next)
      return source.error(
        at: start, "\"\(written)\" needs a slash before its number of words",
        fix: "write \(name)/\(written.dropFirst(4)), or =\(written) for the word")
    }
    guard let number, !number.isEmpty else {
      return source.error(
        at: start, "\"\(name)\" needs a number of words", fix: "write for example \(name)/8")
    }
    let isNumber = number.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    return source.error(
      at: start,
      isNumber
        ? "\"\(name)/\(number)\" reaches too far: the number of words is 0 to 99"
        : "\"\(number)\" is no number of words",
      fix: "write for example \(name)/\(isNumber ? "99" : "8")")
  }
}
