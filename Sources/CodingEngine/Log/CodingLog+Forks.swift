public import Corpus

extension CodingLog {
  /// Two or more lines that were written after one line: a backup was put back and written on.
  struct Fork: Hashable, Sendable {
    let strand: StrandID
    /// The digest after which the sides part; empty when they part at the beginning.
    let after: String
    /// The first lines of the sides: indexes into the log's lines.
    let sides: [Int]
  }

  /// The forks of a strand, or of all, also those that were accepted.
  func forks(of wanted: StrandID? = nil) -> [Fork] {
    if twinBranches.isEmpty { return [] }
    var groups: [ForkKey: [Int]] = [:]
    for (index, line) in lines.enumerated()
    where twinBranches.contains(line.branch) && (wanted == nil || line.strand == wanted) {
      let prev = files[line.file].bytes[line.parts.prev]
      let key = ForkKey(strand: line.strand, start: hexadecimal(prev.prefix(16), count: 16))
      groups[key, default: []].append(index)
    }
    var forks: [Fork] = []
    for (key, sides) in groups where sides.count > 1 {
      var byPrev: [String: [Int]] = [:]
      for side in sides { byPrev[prev(of: lines[side]), default: []].append(side) }
      for (prev, sides) in byPrev where sides.count > 1 {
        forks.append(Fork(strand: key.strand, after: prev, sides: sides))
      }
    }
    return forks.sorted { ($0.strand, $0.sides[0]) < ($1.strand, $1.sides[0]) }
  }

  /// The forks that nobody has accepted.
  func openForks() -> [Fork] {
    let forks = forks()
    if forks.isEmpty { return [] }
    let accepted = Set(
      lines.flatMap(\.events).compactMap { event in
        if case .acceptFork(let after) = event { after } else { nil }
      })
    return forks.filter { !accepted.contains("\($0.strand):\($0.after)") }
  }

  /// A warning for each fork that nobody has accepted.
  public var forkWarnings: [Diagnostic] {
    openForks().map { fork in
      at(
        lines[fork.sides[0]], .warning,
        "\(fork.sides.count) lines were written after the same line: a fork, of which all is read",
        fix: "see draad log check; draad log accept-fork lets it be")
    }
  }

  /// The digest of the line before, as a line gives it.
  func prev(of line: LogLine) -> String { files[line.file].text(line.parts.prev) }
}

/// Enough of a digest to tell lines apart at little cost.
private struct ForkKey: Hashable {
  let strand: StrandID
  let start: UInt64?
}
