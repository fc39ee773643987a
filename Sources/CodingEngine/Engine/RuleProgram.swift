/// A codebook's rules, compiled: every distinct glob and phrase once, with what depends on it.
///
/// Immutable, and shared by all threads that apply it.
final class RuleProgram: Sendable {
  /// A way in which a phrase can stand in the row: one glob for each place, or any word.
  struct Sequence: Sendable {
    static let anyWord: Int32 = -1

    /// Where its slots are in `slots`.
    let firstSlot, slotCount: Int32
    /// The slot by which the sequence is noticed.
    let anchor: Int32
    let phrase: Int32
  }

  /// Where a phrase that was found is wanted.
  struct Target: Sendable {
    let line: Int32
    let code: Int32
    /// Whether the line asks for nothing but phrases, so that this one is evidence as it stands; else
    /// it is a reason to evaluate the line.
    let isEvidence: Bool
  }

  /// What a rule asks for, with its phrases gathered in leaves.
  indirect enum Node: Sendable {
    /// Any of some phrases; what the engine collects while it reads a turn.
    case leaf(Int)
    case any([Node])
    case all([Node], none: [Node])
    case near(Node, Node, words: Int, inOrder: Bool)
  }

  /// A line `match:` or `except:`.
  struct Line: Sendable {
    let code: Int
    /// An index into the code's `matches` or `exceptions`.
    let index: Int
    let isException: Bool
    let level: Int?
    let root: Node
    /// The leaves of `root`.
    let leaves: Range<Int>
  }

  let globs: [Glob]
  let sequences: [Sequence]
  /// The slots of all sequences: globs by number, or `anyWord`.
  let slots: [Int32]
  /// For each glob the sequences that it anchors.
  let anchored: Lists<Int32>
  /// For each phrase where it is wanted.
  let targets: Lists<Target>
  /// For each leaf its phrases.
  let phrasesOfLeaf: [[Int32]]
  /// In the order of the codes; a code's lines stand together.
  let lines: [Line]
  let folded: GlobIndex
  let exact: GlobIndex

  /// Compiles the rules of all codes.
  init(_ codebook: Codebook) {
    var compiler = RuleCompiler()
    for (index, code) in codebook.codes.enumerated() {
      compiler.add(code, index: index)
    }
    globs = compiler.phrases.globs
    sequences = compiler.phrases.sequences
    slots = compiler.phrases.slots
    let slots = slots
    anchored = Lists(count: globs.count, of: sequences.indices) { index in
      let sequence = compiler.phrases.sequences[index]
      return (slots[Int(sequence.firstSlot + sequence.anchor)], Int32(index))
    }
    let targets = compiler.targets
    self.targets = Lists(count: compiler.phrases.letters.count, of: targets.indices) { index in
      (targets[index].phrase, targets[index].target)
    }
    phrasesOfLeaf = compiler.phrasesOfLeaf
    lines = compiler.lines
    folded = GlobIndex(globs, isExact: false)
    exact = GlobIndex(globs, isExact: true)
  }
}

/// Lists of values, one for each of some numbers.
struct Lists<Value: Sendable>: Sendable {
  /// For each number where its values begin in `values`; one more at the end.
  let starts: [Int32]
  let values: [Value]

  /// Makes the lists of pairs of a number and a value; the values of a number keep their order.
  init(count: Int, of pairs: Range<Int>, pair: (Int) -> (number: Int32, value: Value)) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for index in pairs { starts[Int(pair(index).number) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    var order = [Int32](repeating: 0, count: pairs.count)
    for index in pairs {
      let number = Int(pair(index).number)
      order[Int(next[number])] = Int32(index)
      next[number] += 1
    }
    self.starts = starts
    values = order.map { pair(Int($0)).value }
  }

  subscript(number: Int) -> ArraySlice<Value> {
    values[Int(starts[number])..<Int(starts[number + 1])]
  }
}

/// Gathers the phrases of rules in leaves, line by line.
private struct RuleCompiler {
  var phrases = PhraseTable()
  private(set) var targets: [(phrase: Int32, target: RuleProgram.Target)] = []
  /// For each phrase the last line that wants it.
  private var lastLine: [Int32] = []
  private(set) var phrasesOfLeaf: [[Int32]] = []
  private(set) var lines: [RuleProgram.Line] = []
  private var code: Int32 = 0
  private var isDirect = false

  mutating func add(_ code: Code, index: Int) {
    self.code = Int32(index)
    for (number, match) in code.matches.enumerated() {
      isDirect = code.exceptions.isEmpty && match.rule.isOfPhrasesOnly
      add(match, index: number, isException: false)
    }
    isDirect = false
    for (number, match) in code.exceptions.enumerated() {
      add(match, index: number, isException: true)
    }
  }

  private mutating func add(_ match: Code.Match, index: Int, isException: Bool) {
    let first = phrasesOfLeaf.count
    let root = compile(match.rule)
    let line = Int32(lines.count)
    for leaf in root.drivers(letters: letters(ofLeaf:)).leaves {
      for phrase in phrasesOfLeaf[leaf] where lastLine[Int(phrase)] != line {
        lastLine[Int(phrase)] = line
        targets.append((phrase, .init(line: line, code: code, isEvidence: isDirect)))
      }
    }
    if isDirect { phrasesOfLeaf.removeSubrange(first...) }
    lines.append(
      RuleProgram.Line(
        code: Int(code), index: index, isException: isException, level: match.level, root: root,
        leaves: first..<phrasesOfLeaf.count))
  }

  /// The letters of the shortest phrase: the fewer, the more often the leaf is met.
  private func letters(ofLeaf leaf: Int) -> Int {
    phrasesOfLeaf[leaf].map { phrases.letters[Int($0)] }.min() ?? 0
  }

  private mutating func compile(_ rule: Rule) -> RuleProgram.Node {
    switch rule {
    case .phrase(let phrase): return leaf([phrase])
    case .any(let rules):
      var own: [Phrase] = []
      var nodes: [RuleProgram.Node] = []
      for rule in rules {
        if case .phrase(let phrase) = rule {
          own.append(phrase)
        } else {
          nodes.append(compile(rule))
        }
      }
      if !own.isEmpty { nodes.append(leaf(own)) }
      return nodes.count == 1 ? nodes[0] : .any(nodes)
    case .all(let rules, let none):
      return .all(rules.map { compile($0) }, none: none.map { compile($0) })
    case .near(let left, let right, let words, let inOrder):
      return .near(compile(left), compile(right), words: words, inOrder: inOrder)
    }
  }

  private mutating func leaf(_ members: [Phrase]) -> RuleProgram.Node {
    var numbers: [Int32] = []
    for number in members.map({ Int32(phrases.number(of: $0)) }).sorted()
    where numbers.last != number {
      numbers.append(number)
    }
    while lastLine.count < phrases.letters.count { lastLine.append(-1) }
    phrasesOfLeaf.append(numbers)
    return .leaf(phrasesOfLeaf.count - 1)
  }
}

extension RuleProgram.Node {
  /// The leaves without which the rule finds nothing.
  ///
  /// One of them must be met before the rule is worth a look. Of several such sets, the one that is
  /// likely to be met least.
  fileprivate func drivers(letters: (Int) -> Int) -> (leaves: [Int], letters: Int) {
    func rarest(_ nodes: [RuleProgram.Node]) -> (leaves: [Int], letters: Int) {
      nodes.map { $0.drivers(letters: letters) }.max { $0.letters < $1.letters } ?? ([], 0)
    }
    switch self {
    case .leaf(let leaf): return ([leaf], letters(leaf))
    case .any(let nodes):
      let all = nodes.map { $0.drivers(letters: letters) }
      return (all.flatMap(\.leaves), all.map(\.letters).min() ?? 0)
    case .all(let nodes, _): return rarest(nodes)
    case .near(let left, let right, _, _): return rarest([left, right])
    }
  }
}

extension Rule {
  fileprivate var isOfPhrasesOnly: Bool {
    switch self {
    case .phrase: true
    case .any(let rules): rules.allSatisfy(\.isPhrase)
    case .all, .near: false
    }
  }

  private var isPhrase: Bool {
    if case .phrase = self { true } else { false }
  }
}
