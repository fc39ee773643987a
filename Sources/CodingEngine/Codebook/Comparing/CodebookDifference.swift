/// What one version of a codebook says otherwise than another.
public struct CodebookDifference: Sendable {
  /// One thing that differs.
  public struct Change: Sendable, Hashable {
    /// What happened to a code.
    public enum Kind: String, Sendable, Hashable {
      case came
      case went
      case renamed
      case merged
      case moved
      case changed
    }

    /// What happened.
    public let kind: Kind
    /// The code's id in the new book, or in the old one when it went; nil for the book itself.
    public let code: CodeID?
    /// What of it: `id`, `path`, `title`, `definition`, `order`, or the name of a field.
    public let what: String
    /// What the old book says; nil when it says nothing.
    public let before: String?
    /// What the new book says; nil when it says nothing.
    public let after: String?
  }

  /// The earlier book.
  public let old: Codebook
  /// The later book.
  public let new: Codebook
  /// In the order of the new book; codes that went come last.
  public private(set) var changes: [Change] = []
  /// For each code of the old book, its index in the new one; nil when it went.
  public let heirs: [Int?]

  /// Compares two versions of a codebook.
  public init(of old: Codebook, _ new: Codebook) {
    (self.old, self.new) = (old, new)
    heirs = old.codes.map { new.heir(of: $0) }
    compareBooks()
    for index in new.codes.indices { compare(index) }
    compareOrder()
    for (index, heir) in heirs.enumerated() where heir == nil {
      add(.went, old.codes[index].id, "path", old.path(of: index), nil)
    }
  }

  /// The place of a code in the order of the new book; those that went come last.
  public func rank(of code: CodeID) -> Int {
    new.index(of: code) ?? old.index(of: code).map { new.codes.count + $0 } ?? Int.max
  }

  private mutating func add(
    _ kind: Change.Kind, _ code: CodeID?, _ what: String, _ before: String?, _ after: String?
  ) {
    changes.append(Change(kind: kind, code: code, what: what, before: before, after: after))
  }

  private mutating func compareBooks() {
    for (what, before, after) in [
      ("id", old.id, new.id), ("title", old.title, new.title),
      ("version", old.version, new.version), ("language", old.language ?? "", new.language ?? ""),
    ] where before != after { add(.changed, nil, what, before, after) }
  }

  /// The code of the old book that a code of the new one is: of several the one with its id.
  private func predecessor(of index: Int) -> Int? {
    let all = heirs.indices.filter { heirs[$0] == index }
    return all.first { old.codes[$0].id == new.codes[index].id } ?? all.first
  }

  private mutating func compare(_ index: Int) {
    let code = new.codes[index]
    guard let origin = predecessor(of: index) else {
      add(.came, code.id, "path", nil, new.path(of: index))
      return
    }
    let before = old.codes[origin]
    for other in heirs.indices where heirs[other] == index && other != origin {
      add(.merged, code.id, "id", old.codes[other].id.description, code.id.description)
    }
    if before.id != code.id {
      add(.renamed, code.id, "id", before.id.description, code.id.description)
    }
    if before.parent.map({ heirs[$0] }) != code.parent.map(Optional.some) {
      add(.moved, code.id, "path", old.path(of: origin), new.path(of: index))
    }
    let (left, right) = (before.sayings, code.sayings)
    for (old, new) in zip(left, right) where old.values != new.values {
      let isWas = old.name == "was"
      let gone = Self.subtract(new.values + (isWas ? [code.id.description] : []), from: old.values)
      let came = Self.subtract(old.values + (isWas ? earlierIDs(of: index) : []), from: new.values)
      for row in 0..<max(gone.count, came.count) {
        add(
          .changed, code.id, old.name, row < gone.count ? gone[row] : nil,
          row < came.count ? came[row] : nil)
      }
    }
  }

  /// The ids, and earlier ones, of the codes of the old book that a code is: renaming and merging
  /// has told of them.
  private func earlierIDs(of index: Int) -> [String] {
    let all = heirs.indices.filter { heirs[$0] == index }
    return all.flatMap { [old.codes[$0].id] + old.codes[$0].was }.map(\.description)
  }

  /// Values that are not among others, each as often as it is there more.
  private static func subtract(_ some: [String], from values: [String]) -> [String] {
    var left: [String: Int] = [:]
    for value in some { left[value, default: 0] += 1 }
    return values.filter { value in
      guard let count = left[value], count > 0 else { return true }
      left[value] = count - 1
      return false
    }
  }

  /// Codes under one code that stand in another order; those that came or went aside.
  private mutating func compareOrder() {
    let parents: [Int?] = [nil] + new.codes.indices.map { $0 }
    for parent in parents {
      let origin = parent.map { predecessor(of: $0) }
      if case .some(nil) = origin { continue }
      let now = parent.map { new.children(of: $0) } ?? new.roots
      let then = (origin ?? nil).map { old.children(of: $0) } ?? old.roots
      let kept = then.compactMap { heirs[$0] }.filter { now.contains($0) }
      var seen: Set<Int> = []
      let before = kept.filter { seen.insert($0).inserted }
      let after = now.filter { seen.contains($0) }
      if before == after { continue }
      func list(_ codes: [Int]) -> String {
        codes.map { new.codes[$0].id.description }.joined(separator: ", ")
      }
      add(.moved, parent.map { new.codes[$0].id }, "order", list(before), list(after))
    }
  }
}

extension Codebook {
  /// The code that a code of another version is here: by id, by earlier ids, or by guid.
  fileprivate func heir(of code: Code) -> Int? {
    if let same = index(of: code.id) { return same }
    if let later = codes.firstIndex(where: { $0.was.contains(code.id) }) { return later }
    if let earlier = codes.firstIndex(where: { code.was.contains($0.id) }) { return earlier }
    guard let guid = code.guid?.lowercased() else { return nil }
    return codes.firstIndex { $0.guid?.lowercased() == guid }
  }
}

extension Code {
  /// All that it says beside its place in the tree, by the names of the fields.
  fileprivate var sayings: [(name: String, values: [String])] {
    func withLevel(_ text: String, _ level: Int?) -> String {
      level.map { "\(text) → \(scale[$0].id)" } ?? text
    }
    let levels = scale.map { $0.title == $0.id ? $0.id : "\($0.id) \"\($0.title)\"" }
    return [
      ("title", [title]), ("definition", definition.isEmpty ? [] : [definition]),
      ("when", when), ("not when", notWhen),
      ("example", examples.map { withLevel($0.text, $0.level) }),
      ("counterexample", counterexamples.map(\.text)),
      ("match", matches.map { withLevel($0.source, $0.level) }),
      ("except", exceptions.map(\.source)), ("unit", [unit.rawValue]),
      ("within", [looksThroughTurn ? "turn" : "sentence"]), ("speakers", [speakers.words]),
      ("scale", levels.isEmpty ? [] : [levels.joined(separator: " < ")]),
      ("color", color.map { [$0] } ?? []), ("was", was.map(\.description)),
      ("guid", guid.map { [$0] } ?? []),
    ]
  }
}
