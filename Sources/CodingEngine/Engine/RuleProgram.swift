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
  let anchored: [[Int32]]
  /// For each phrase where its targets begin in `targets`; one more at the end.
  let firstTarget: [Int32]
  let targets: [Target]
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
    var anchored = [[Int32]](repeating: [], count: globs.count)
    for (index, sequence) in sequences.enumerated() {
      anchored[Int(slots[Int(sequence.firstSlot + sequence.anchor)])].append(Int32(index))
    }
    self.anchored = anchored
    var first: [Int32] = []
    var targets: [Target] = []
    for own in compiler.targetsOfPhrase {
      first.append(Int32(targets.count))
      targets += own
    }
    firstTarget = first + [Int32(targets.count)]
    self.targets = targets
    phrasesOfLeaf = compiler.phrasesOfLeaf
    lines = compiler.lines
    folded = GlobIndex(globs, isExact: false)
    exact = GlobIndex(globs, isExact: true)
  }
}

/// Gathers the phrases of rules in leaves, line by line.
private struct RuleCompiler {
  var phrases = PhraseTable()
  private(set) var targetsOfPhrase: [[RuleProgram.Target]] = []
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
      for phrase in phrasesOfLeaf[leaf] {
        let target = RuleProgram.Target(line: line, code: code, isEvidence: isDirect)
        if targetsOfPhrase[Int(phrase)].last?.line != line {
          targetsOfPhrase[Int(phrase)].append(target)
        }
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
    let numbers = Set(members.map { Int32(phrases.number(of: $0)) }).sorted()
    while targetsOfPhrase.count < phrases.letters.count { targetsOfPhrase.append([]) }
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

/// Numbers distinct phrases, and the globs and sequences they come to.
private struct PhraseTable {
  private(set) var globs: [Glob] = []
  private(set) var sequences: [RuleProgram.Sequence] = []
  private(set) var slots: [Int32] = []
  /// For each phrase how many letters it has.
  private(set) var letters: [Int] = []
  private var numbers: [Phrase: Int] = [:]
  private var globNumbers: [Glob: Int32] = [:]

  mutating func number(of phrase: Phrase) -> Int {
    if let known = numbers[phrase] { return known }
    let number = numbers.count
    numbers[phrase] = number
    letters.append(0)
    if phrase.words.count == 1, case .glob(let word) = phrase.words[0],
      !word.utf8.contains(UInt8(ascii: "-"))
    {
      add([glob(Glob(parts: [Array(word.utf8)], isExact: phrase.isExact))], number)
      return number
    }
    let parts = PhraseParts(phrase)
    for places in parts.arrangements {
      add(
        places.map { range in
          guard let words = parts.words(range) else { return RuleProgram.Sequence.anyWord }
          return glob(Glob(parts: words, isExact: phrase.isExact))
        }, number)
    }
    return number
  }

  /// Adds a way in which a phrase can stand.
  private mutating func add(_ numbered: [Int32], _ phrase: Int) {
    guard let anchor = anchor(numbered) else { return }
    letters[phrase] = numbered.reduce(0) { $0 + ($1 < 0 ? 0 : globs[Int($1)].letterCount) }
    sequences.append(
      .init(
        firstSlot: Int32(slots.count), slotCount: Int32(numbered.count), anchor: Int32(anchor),
        phrase: Int32(phrase)))
    slots += numbered
  }

  private mutating func glob(_ glob: Glob) -> Int32 {
    if let known = globNumbers[glob] { return known }
    let number = Int32(globs.count)
    globNumbers[glob] = number
    globs.append(glob)
    return number
  }

  /// The slot with most letters: likely the rarest.
  private func anchor(_ slots: [Int32]) -> Int? {
    slots.indices.filter { slots[$0] >= 0 }.max { left, right in
      globs[Int(slots[left])].letterCount < globs[Int(slots[right])].letterCount
    }
  }
}

/// A phrase cut at its blanks and hyphens.
///
/// A hyphen in a pattern stands for a hyphen, a blank or nothing, and so does the blank between two
/// words in quotes; any other blank is the end of a word.
private struct PhraseParts {
  /// More loose joints than this are taken all as blanks or none, so that their arrangements stay few.
  private static let mostLooseJoints = 6

  /// nil for any word.
  private let parts: [[UInt8]?]
  /// For each part but the first: whether it may stand in one word with the part before.
  private let isLoose: [Bool]

  init(_ phrase: Phrase) {
    var parts: [[UInt8]?] = []
    var isLoose: [Bool] = []
    let isPair = phrase.words.count == 2 && !phrase.words.contains(.any)
    for (index, word) in phrase.words.enumerated() {
      switch word {
      case .any:
        parts.append(nil)
        if index > 0 { isLoose.append(false) }
      case .glob(let glob):
        for (number, part) in glob.utf8.split(separator: UInt8(ascii: "-")).enumerated() {
          parts.append(Array(part))
          if parts.count > 1 { isLoose.append(number > 0 || isPair) }
        }
      }
    }
    self.parts = parts
    self.isLoose = isLoose
  }

  /// Every way to put the parts into places of the row: ranges of parts.
  var arrangements: [[Range<Int>]] {
    let loose = isLoose.indices.filter { isLoose[$0] }
    let choices =
      loose.count > Self.mostLooseJoints ? [0, Int.max] : Array(0..<(1 << loose.count))
    return choices.map { choice in
      var places: [Range<Int>] = []
      var start = 0
      for joint in isLoose.indices {
        let isJoined = loose.firstIndex(of: joint).map { choice >> min($0, 62) & 1 == 1 } ?? false
        if !isJoined {
          places.append(start..<joint + 1)
          start = joint + 1
        }
      }
      return places + [start..<parts.count]
    }
  }

  /// The parts in one place; nil where any word will do.
  func words(_ range: Range<Int>) -> [[UInt8]]? {
    let words = parts[range].compactMap(\.self)
    return words.count == range.count ? words : nil
  }
}
