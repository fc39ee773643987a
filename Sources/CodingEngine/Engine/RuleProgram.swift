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
    var anchor: Int32
    let phrase: Int32
    /// Another of its globs, looked at first, and how far from the anchor it stands; -1 when the others
    /// are any words.
    var check: Int32 = -1
    var checkOffset: Int32 = 0
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
    /// Of no use for a line whose phrases are evidence as they stand.
    let root: Node
    /// The leaves of `root`.
    let leaves: Range<Int>
    /// Its lists in `needs`.
    let needs: Range<Int>
  }

  let globs: [Glob]
  /// The slots of all sequences: globs by number, or `anyWord`.
  let slots: [Int32]
  /// For each glob the sequences that it anchors.
  let anchored: Lists<Sequence>
  /// For each phrase where it is wanted.
  let targets: Lists<Target>
  /// For each leaf its phrases, ascending.
  let phrasesOfLeaf: Lists<Int32>
  /// For each phrase the leaves that hold it.
  let leavesOfPhrase: Lists<Int32>
  /// Lists of leaves of which one must be met before a line can find anything.
  let needs: Lists<Int32>
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
    slots = compiler.phrases.slots
    let slots = slots
    let sequences = compiler.phrases.anchoredSequences()
    anchored = Lists(count: globs.count, of: sequences.indices) { index in
      (slots[Int(sequences[index].firstSlot + sequences[index].anchor)], sequences[index])
    }
    let targets = compiler.targets
    self.targets = Lists(count: compiler.phrases.letters.count, of: targets.indices) { index in
      (targets[index].phrase, targets[index].target)
    }
    phrasesOfLeaf = compiler.phrasesOfLeaf
    let members = phrasesOfLeaf
    let leafOfMember = members.numbers
    leavesOfPhrase = Lists(count: compiler.phrases.letters.count, of: members.values.indices) {
      (members.values[$0], leafOfMember[$0])
    }
    needs = compiler.needs
    lines = compiler.lines
    folded = GlobIndex(globs, isExact: false)
    exact = GlobIndex(globs, isExact: true)
  }
}

/// Lists of values, one for each of some numbers.
struct Lists<Value: Sendable>: Sendable {
  /// For each number where its values begin in `values`; one more at the end.
  private(set) var starts: [Int32] = [0]
  private(set) var values: [Value] = []

  var count: Int { starts.count - 1 }

  /// For each value the number whose list it is in.
  var numbers: [Int32] {
    (0..<count).flatMap { repeatElement(Int32($0), count: self[$0].count) }
  }

  init() {}

  /// Makes the lists of pairs of a number and a value; the values of a number keep their order.
  @inline(__always)
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

  subscript(number: Int) -> ArraySlice<Value> { values[range(of: number)] }

  /// Where the values of a number are in `values`.
  @inline(__always)
  func range(of number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// Adds a list for the next number.
  mutating func append(_ list: some Sequence<Value>) {
    values += list
    starts.append(Int32(values.count))
  }
}

/// Gathers the phrases of rules in leaves, line by line.
private struct RuleCompiler {
  var phrases = PhraseTable()
  private(set) var targets: [(phrase: Int32, target: RuleProgram.Target)] = []
  /// For each phrase the last line that wants it.
  private var lastLine: [Int32] = []
  private(set) var phrasesOfLeaf = Lists<Int32>()
  private(set) var needs = Lists<Int32>()
  /// For each leaf the letters of its shortest phrase: the fewer, the more often the leaf is met.
  private var lettersOfLeaf: [Int] = []
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
    let (firstLeaf, firstNeed) = (phrasesOfLeaf.count, needs.count)
    var root = RuleProgram.Node.any([])
    if isDirect {
      match.rule.forEachPhrase { want(Int32(phrases.number(of: $0))) }
    } else {
      root = compile(match.rule)
      let all = root.needs(lettersOfLeaf)
      for leaf in all.rarest?.leaves ?? [] {
        for phrase in phrasesOfLeaf[Int(leaf)] { want(phrase) }
      }
      for need in all { needs.append(need.leaves) }
    }
    lines.append(
      RuleProgram.Line(
        code: Int(code), index: index, isException: isException, level: match.level, root: root,
        leaves: firstLeaf..<phrasesOfLeaf.count, needs: firstNeed..<needs.count))
  }

  /// Notes once that the line at hand wants a phrase.
  private mutating func want(_ phrase: Int32) {
    while lastLine.count <= phrase { lastLine.append(-1) }
    let line = Int32(lines.count)
    guard lastLine[Int(phrase)] != line else { return }
    lastLine[Int(phrase)] = line
    targets.append((phrase, .init(line: line, code: code, isEvidence: isDirect)))
  }

  private mutating func compile(_ rule: Rule) -> RuleProgram.Node {
    switch rule {
    case .phrase(let phrase): return leaf([Int32(phrases.number(of: phrase))])
    case .any(let rules):
      var own: [Int32] = []
      own.reserveCapacity(rules.count)
      var nodes: [RuleProgram.Node] = []
      for rule in rules {
        if case .phrase(let phrase) = rule {
          own.append(Int32(phrases.number(of: phrase)))
        } else {
          nodes.append(compile(rule))
        }
      }
      if !own.isEmpty { nodes.append(leaf(own)) }
      return nodes.count == 1 ? nodes[0] : .any(nodes)
    case .all(let rules, let none):
      return .all(compile(rules), none: compile(none))
    case .near(let left, let right, let words, let inOrder):
      return .near(compile(left), compile(right), words: words, inOrder: inOrder)
    }
  }

  private mutating func compile(_ rules: [Rule]) -> [RuleProgram.Node] {
    var nodes: [RuleProgram.Node] = []
    nodes.reserveCapacity(rules.count)
    for rule in rules { nodes.append(compile(rule)) }
    return nodes
  }

  private mutating func leaf(_ members: [Int32]) -> RuleProgram.Node {
    var numbers: [Int32] = []
    numbers.reserveCapacity(members.count)
    var fewest = Int.max
    for number in members.sorted() where numbers.last != number {
      numbers.append(number)
      fewest = min(fewest, phrases.letters[Int(number)])
    }
    phrasesOfLeaf.append(numbers)
    lettersOfLeaf.append(fewest)
    return .leaf(phrasesOfLeaf.count - 1)
  }
}

/// Leaves of which one must be met before a rule can find anything.
private struct Need {
  var leaves: [Int32]
  /// Of the shortest phrase: the more, the less often it is met.
  var letters: Int
}

extension [Need] {
  fileprivate var rarest: Need? { self.max { $0.letters < $1.letters } }
}

extension RuleProgram.Node {
  /// All that a rule needs; `letters` are for each leaf those of its shortest phrase.
  fileprivate func needs(_ letters: [Int]) -> [Need] {
    switch self {
    case .leaf(let leaf): return [Need(leaves: [Int32(leaf)], letters: letters[leaf])]
    case .any(let nodes):
      let each = nodes.compactMap { $0.needs(letters).rarest }
      return [Need(leaves: each.flatMap(\.leaves), letters: each.map(\.letters).min() ?? 0)]
    case .all(let nodes, _): return nodes.flatMap { $0.needs(letters) }
    case .near(let left, let right, _, _): return left.needs(letters) + right.needs(letters)
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

  /// Hands out the phrases of a rule that asks for nothing else.
  fileprivate func forEachPhrase(_ body: (Phrase) -> Void) {
    switch self {
    case .phrase(let phrase): body(phrase)
    case .any(let rules): for case .phrase(let phrase) in rules { body(phrase) }
    case .all, .near: break
    }
  }

  private var isPhrase: Bool {
    if case .phrase = self { true } else { false }
  }
}
