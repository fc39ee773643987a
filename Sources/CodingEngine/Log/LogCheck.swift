public import Corpus

/// Whether the log agrees with itself: "consistent", which is not "unaltered".
public struct LogCheck: Sendable {
  /// What is wrong, the first bad line of a file first; empty when the log is consistent.
  public let faults: [Diagnostic]
  /// How many lines there are, each once.
  public let lineCount: Int
  /// How many strands there are.
  public let strandCount: Int
  /// How many coders there are.
  public let coderCount: Int
  /// Whether the fingerprint of a seal is in the log; nil when none was asked for.
  public let holdsSeal: Bool?

  /// Checks every line, chain and promise of a log.
  ///
  /// - Parameters:
  ///   - log: As read.
  ///   - seal: A fingerprint that `draad log seal` printed.
  /// - Complexity: O(*n*) in the bytes of the log: every line is hashed.
  public init(_ log: CodingLog, seal: String? = nil) {
    let chains = LogChains(log)
    lineCount = log.lines.count
    strandCount = Set(log.lines.map(\.strand)).count
    coderCount = Set(log.lines.map(\.coder)).count
    holdsSeal = seal.map(chains.holds)
    let broken = log.diagnostics
    faults =
      (chains.faults + broken).sorted {
        ($0.path, $0.position?.line ?? 0) < ($1.path, $1.position?.line ?? 0)
      }
  }

  /// Whether there is an error among the faults, or the seal is missing.
  public var isConsistent: Bool {
    holdsSeal != false && !faults.contains { $0.severity == .error }
  }
}

/// The lines of a log by their digests, and what does not fit between them.
private struct LogChains {
  private let log: CodingLog
  private let digests: [String]
  private let byDigest: [String: Int]
  private(set) var faults: [Diagnostic] = []

  init(_ log: CodingLog) {
    self.log = log
    digests = log.lines.map(log.digest)
    var byDigest: [String: Int] = [:]
    for (index, digest) in digests.enumerated() { byDigest[digest] = index }
    self.byDigest = byDigest
    checkOrder()
    checkChains()
    checkSeen()
    checkErased()
    checkForks()
  }

  /// Whether a line has this digest, and all that it stands on is whole.
  func holds(_ seal: String) -> Bool {
    guard let index = byDigest[seal], log.lines[index].events.contains(.seal) else { return false }
    return (seen(by: log.lines[index]).map(\.digest) + [prev(index)]).allSatisfy(isWhole)
  }

  private func isWhole(_ digest: String) -> Bool {
    var digest = digest
    while !digest.isEmpty {
      guard let index = byDigest[digest] else { return false }
      digest = prev(index)
    }
    return true
  }

  private func prev(_ index: Int) -> String { log.prev(of: log.lines[index]) }

  // MARK: Faults

  private mutating func checkOrder() {
    for file in log.files {
      var last: [StrandID: Int] = [:]
      for line in file.lines {
        if let n = last[line.strand], n >= line.n {
          add(
            line, "this line stands out of order, or twice",
            "lines of a strand only grow in number: put the file back from a copy")
        }
        last[line.strand] = line.n
      }
    }
  }

  private mutating func checkChains() {
    var begun: Set<StrandID> = []
    for (index, line) in log.lines.enumerated() where line.version == LogLine.version {
      let prev = prev(index)
      if prev.isEmpty {
        if !begun.insert(line.strand).inserted, !isFork(prev, line.strand) {
          add(line, "this line says that it is the first of its strand, and is not", remedy)
        }
        continue
      }
      begun.insert(line.strand)
      if let before = byDigest[prev], log.lines[before].strand == line.strand { continue }
      if hasLaterVersion(line.strand, below: line.n) { continue }
      let before = log.lines[..<index].last { $0.strand == line.strand }
      let isBeside =
        before.map { $0.file == line.file && log.number(of: $0) + 1 == log.number(of: line) }
        ?? false
      if let before, isBeside {
        add(
          before,
          "this line was changed, or a line after it is missing: line \(log.number(of: line)) was"
            + " written after another", remedy)
      } else {
        add(line, "the line before this one is missing", remedy)
      }
    }
  }

  private let remedy = "put the file back from a copy, of a colleague or a backup"

  private func isFork(_ prev: String, _ strand: StrandID) -> Bool {
    log.forks(of: strand).contains { $0.after == prev }
  }

  /// Lines of a later version may be chained in another way.
  private func hasLaterVersion(_ strand: StrandID, below n: Int) -> Bool {
    log.lines.contains { $0.strand == strand && $0.n < n && $0.version != LogLine.version }
  }

  /// What writers saw of other strands must still be there, as far as those strands are here at all.
  private mutating func checkSeen() {
    var checked: Set<LogDraft.Seen> = []
    let last = Dictionary(grouping: log.lines, by: \.strand).mapValues { $0.last?.n ?? 0 }
    for line in log.lines {
      for head in seen(by: line) where checked.insert(head).inserted {
        guard let present = last[head.strand], byDigest[head.digest] == nil else { continue }
        add(
          line,
          present < head.n
            ? "\(line.coder) saw line \(head.n) of strand \(head.strand), which ends at \(present) here"
            : "\(line.coder) saw another line \(head.n) of strand \(head.strand) than is here now",
          remedy)
      }
    }
  }

  private func seen(by line: LogLine) -> [LogDraft.Seen] {
    var cursor = LogCursor(log.files[line.file].bytes, line.parts.seen)
    return (try? cursor.heads()) ?? []
  }

  /// Words are erased only by a line that says so.
  private mutating func checkErased() {
    let rewritten = log.lines.indices.filter { index in
      log.files[log.lines[index].file].isRewritten(log.lines[index])
    }
    if rewritten.isEmpty { return }
    let told = Set(log.lines.flatMap(\.erasedLines))
    for index in rewritten where !told.contains(digests[index]) {
      add(log.lines[index], "the words of this line were replaced, and no line says why", remedy)
    }
  }

  private mutating func checkForks() {
    for fork in log.openForks() {
      let sides = fork.sides.map { log.lines[$0] }
      let places = sides.map { "\(log.files[$0.file].path):\(log.number(of: $0))" }
      add(
        sides[0],
        "a fork: \(places.joined(separator: " and ")) were written after the same line; both are read",
        "if a backup was put back, and both sides hold, say draad log accept-fork")
    }
  }

  private mutating func add(_ line: LogLine, _ message: String, _ fix: String) {
    faults.append(log.at(line, .error, message, fix: fix))
  }
}

extension LogCursor {
  /// What stands in `seen`: strand, number and digest.
  fileprivate mutating func heads() throws(LogSyntaxFault) -> [LogDraft.Seen] {
    guard index < end else { return [] }
    var heads: [LogDraft.Seen] = []
    try enterObject()
    var isFirst = true
    while let strand = try nextText(isFirst: &isFirst) {
      try enterArray()
      var isFirst = true
      guard try nextElement(isFirst: &isFirst) else { throw fault("no number") }
      let n = try integer()
      guard try nextElement(isFirst: &isFirst) else { throw fault("no digest") }
      let digest = try string()
      while try nextElement(isFirst: &isFirst) { _ = try skip() }
      if let strand = StrandID(strand) { heads.append(.init(strand: strand, n: n, digest: digest)) }
    }
    return heads
  }
}
