/// A codebook's rules, compiled: every distinct glob and phrase once, with what depends on it.
///
/// Immutable, and shared by all threads that apply it.
final class RuleProgram: Sendable {
  /// A way in which a phrase can stand in the row: one glob for each place, or any word.
  struct Sequence: Sendable {
    static let anyWord: Int32 = -1

    /// Globs by number, or `anyWord`.
    let slots: [Int32]
    /// The slot by which the sequence is noticed.
    let anchor: Int
    let phrase: Int32
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
    let leaves: Range<Int>
  }

  let globs: [Glob]
  let sequences: [Sequence]
  /// For each glob the sequences that it anchors.
  let anchored: [[Int32]]
  /// For each phrase the leaves it belongs to.
  let leavesOfPhrase: [[Int32]]
  /// For each leaf its line.
  let lineOfLeaf: [Int32]
  /// In the order of the codes; a code's lines stand together.
  let lines: [Line]
  let folded: GlobIndex
  let exact: GlobIndex

  /// Compiles the rules of all codes.
  init(_ codebook: Codebook) {
    var compiler = RuleCompiler()
    for (index, code) in codebook.codes.enumerated() {
      for (number, match) in code.matches.enumerated() {
        compiler.add(match, code: index, index: number, isException: false)
      }
      for (number, match) in code.exceptions.enumerated() {
        compiler.add(match, code: index, index: number, isException: true)
      }
    }
    globs = compiler.phrases.globs
    sequences = compiler.phrases.sequences
    var anchored = [[Int32]](repeating: [], count: globs.count)
    for (index, sequence) in sequences.enumerated() {
      anchored[Int(sequence.slots[sequence.anchor])].append(Int32(index))
    }
    self.anchored = anchored
    leavesOfPhrase = compiler.leavesOfPhrase
    lineOfLeaf = compiler.lineOfLeaf
    lines = compiler.lines
    folded = GlobIndex(globs, isExact: false)
    exact = GlobIndex(globs, isExact: true)
  }
}

/// Gathers the phrases of rules in leaves, line by line.
private struct RuleCompiler {
  var phrases = PhraseTable()
  private(set) var leavesOfPhrase: [[Int32]] = []
  private(set) var lineOfLeaf: [Int32] = []
  private(set) var lines: [RuleProgram.Line] = []

  mutating func add(_ match: Code.Match, code: Int, index: Int, isException: Bool) {
    let first = lineOfLeaf.count
    let root = compile(match.rule)
    lines.append(
      RuleProgram.Line(
        code: code, index: index, isException: isException, level: match.level, root: root,
        leaves: first..<lineOfLeaf.count))
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
    let leaf = Int32(lineOfLeaf.count)
    lineOfLeaf.append(Int32(lines.count))
    for member in members {
      let phrase = phrases.number(of: member)
      while leavesOfPhrase.count <= phrase { leavesOfPhrase.append([]) }
      if leavesOfPhrase[phrase].last != leaf { leavesOfPhrase[phrase].append(leaf) }
    }
    return .leaf(Int(leaf))
  }
}

/// Numbers distinct phrases, and the globs and sequences they come to.
private struct PhraseTable {
  private(set) var globs: [Glob] = []
  private(set) var sequences: [RuleProgram.Sequence] = []
  private var numbers: [Phrase: Int] = [:]
  private var globNumbers: [Glob: Int32] = [:]

  mutating func number(of phrase: Phrase) -> Int {
    if let known = numbers[phrase] { return known }
    let number = numbers.count
    numbers[phrase] = number
    let parts = PhraseParts(phrase)
    for slots in parts.arrangements {
      let numbered = slots.map { range -> Int32 in
        guard let words = parts.words(range) else { return RuleProgram.Sequence.anyWord }
        return glob(Glob(parts: words, isExact: phrase.isExact))
      }
      guard let anchor = anchor(numbered) else { continue }
      sequences.append(.init(slots: numbered, anchor: anchor, phrase: Int32(number)))
    }
    return number
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
      func letters(_ slot: Int) -> Int {
        globs[Int(slots[slot])].elements.count { !Glob.isSpecial($0) }
      }
      return letters(left) < letters(right)
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
  private let parts: [String?]
  /// For each part but the first: whether it may stand in one word with the part before.
  private let isLoose: [Bool]

  init(_ phrase: Phrase) {
    var parts: [String?] = []
    var isLoose: [Bool] = []
    let isPair = phrase.words.count == 2 && !phrase.words.contains(.any)
    for (index, word) in phrase.words.enumerated() {
      switch word {
      case .any:
        parts.append(nil)
        if index > 0 { isLoose.append(false) }
      case .glob(let glob):
        for (number, part) in glob.split(separator: "-").enumerated() {
          parts.append(String(part))
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
  func words(_ range: Range<Int>) -> [String]? {
    let words = parts[range].compactMap(\.self)
    return words.count == range.count ? words : nil
  }
}
