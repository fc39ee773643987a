public import CodingEngine

/// The rules of a codebook, numbered behind its codes, so that what one rule finds can be counted
/// like what carries a code.
public struct RuleNumbers: Sendable, Hashable {
  /// One line `match:` of a code.
  public struct RuleName: Sendable, Hashable {
    /// An index into the codebook's codes.
    public let code: Int
    /// An index into the code's `matches`.
    public let match: Int
  }

  /// All of them, in the order of the book.
  public let rules: [RuleName]
  /// The number of the first.
  let first: Int
  /// For each code the number of its first rule.
  private let starts: [Int]

  /// Numbers the rules of a codebook.
  public init(of codebook: Codebook) {
    first = codebook.codes.count
    var (rules, starts) = ([RuleName](), [Int]())
    for (index, code) in codebook.codes.enumerated() {
      starts.append(codebook.codes.count + rules.count)
      rules += code.matches.indices.map { RuleName(code: index, match: $0) }
    }
    (self.rules, self.starts) = (rules, starts)
  }

  /// The number of the rule at an index of `rules`.
  public func number(_ index: Int) -> Int { first + index }

  /// The number of a rule of a code.
  func number(ofMatch match: Int, of code: Int) -> Int { starts[code] + match }
}
