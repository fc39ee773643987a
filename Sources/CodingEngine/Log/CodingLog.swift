public import Corpus
import Dispatch
public import FileSystem
import Synchronization

/// What people decided about a study: all lines of all strands, whatever files hold them.
///
/// Every order of files and lines gives the same log.
public struct CodingLog: Sendable {
  let files: [LogFile]
  /// Each line once, in the order of number, strand and digest.
  let lines: [LogLine]
  /// Where in `lines` those are that do more than code.
  let changing: [Int]
  /// Groups of lines with one strand and number that differ in more than erased words.
  let forks: [[LogLine]]
  /// What more than one line has as its `branch`: nearly always none.
  let twinBranches: Set<UInt64>
  /// Copies of one line of which some still hold words that others have erased.
  let unerased: [LogLine]

  /// Puts files together, in any order.
  init(files: [LogFile]) {
    self.files = files
    let chunks = files.flatMap(\.chunks)
    let order = Self.order(of: chunks)
    let lines = order.map { chunks[$0.chunk].lines[$0.index] }
    let hasTwins = zip(order, order.dropFirst()).contains { $0.key == $1.key }
    var branches = lines.map(\.branch)
    branches.sort()
    twinBranches = Set(zip(branches, branches.dropFirst()).filter { $0 == $1 }.map { $0.0 })
    (self.lines, forks, unerased) =
      hasTwins ? Self.withoutCopies(lines, files) : (lines, [], [])
    changing = self.lines.indices.filter { [lines = self.lines] in !lines[$0].isPlain }
  }

  /// Where a line is, and its number and strand as one number.
  private struct Place {
    let key: UInt64
    let chunk, index: Int
  }

  /// Lines by number and strand, of equal ones first what stands first.
  private static func order(of chunks: [LogChunk]) -> [Place] {
    var order: [Place] = []
    order.reserveCapacity(chunks.reduce(0) { $0 + $1.lines.count })
    for (chunk, content) in chunks.enumerated() {
      for index in content.lines.indices {
        let key = UInt64(content.lines[index].n) << 32
        order.append(
          Place(
            key: key | UInt64(content.lines[index].strand.number), chunk: chunk, index: index))
      }
    }
    let isSorted = zip(order, order.dropFirst()).allSatisfy { $0.key < $1.key }
    if !isSorted {
      order.sort { ($0.key, $0.chunk, $0.index) < ($1.key, $1.chunk, $1.index) }
    }
    return order
  }

  /// Lines in order, each once; of copies, the one whose words are erased.
  private static func withoutCopies(
    _ lines: [LogLine], _ files: [LogFile]
  ) -> (lines: [LogLine], forks: [[LogLine]], unerased: [LogLine]) {
    var kept: [LogLine] = []
    var (forks, unerased): ([[LogLine]], [LogLine]) = ([], [])
    kept.reserveCapacity(lines.count)
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].key == lines[start].key { end += 1 }
      if end == start + 1 {
        kept.append(lines[start])
      } else {
        let sides = sides(of: lines[start..<end], files, &unerased)
        kept += sides
        if sides.count > 1 { forks.append(sides) }
      }
      start = end
    }
    return (kept, forks, unerased)
  }

  private static func sides(
    of copies: ArraySlice<LogLine>, _ files: [LogFile], _ unerased: inout [LogLine]
  ) -> [LogLine] {
    func bytes(_ line: LogLine) -> ArraySlice<UInt8> { files[line.file].bytes[line.range] }
    var different: [LogLine] = []
    for line in copies where !different.contains(where: { bytes($0) == bytes(line) }) {
      different.append(line)
    }
    guard different.count > 1 else { return different }
    let digests = different.map { files[$0.file].digest(of: $0) }
    var sides: [String: LogLine] = [:]
    for (line, digest) in zip(different, digests) {
      guard let other = sides[digest] else {
        sides[digest] = line
        continue
      }
      // Words that were erased in one copy are erased; of two rewritings the first by bytes holds.
      let isErased = files[line.file].isRewritten(line)
      let wasErased = files[other.file].isRewritten(other)
      let comesFirst = bytes(line).lexicographicallyPrecedes(bytes(other))
      let holds = isErased != wasErased ? isErased : comesFirst
      sides[digest] = holds ? line : other
      if isErased != wasErased { unerased.append(isErased ? other : line) }
    }
    return sides.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The digest of a line: its identity.
  func digest(of line: LogLine) -> String { files[line.file].digest(of: line) }

  /// Whether there is nothing in the log.
  public var isEmpty: Bool { lines.isEmpty }
}

extension CodingLog {
  /// Reads every `*.jsonl` in a folder and below it; a folder that is missing holds none.
  ///
  /// - Parameter folder: `Corpus/Codings` of a study.
  /// - Returns: The log, and what is wrong with its files: an error for each line that cannot be read.
  /// - Throws: `FileError` when a folder or file cannot be read.
  public static func read(
    _ folder: String
  ) throws(FileError) -> (log: CodingLog, diagnostics: [Diagnostic]) {
    guard Folder.exists(folder) else { return (CodingLog(files: []), []) }
    var paths: [String] = []
    var diagnostics: [Diagnostic] = []
    for entry in try Folder.contents(of: folder) where entry.path.hasSuffix(".jsonl") {
      switch entry.kind {
      case .file: paths.append(entry.path)
      case .unreadable(let reason):
        diagnostics.append(Diagnostic(.error, path: entry.path, reason.message))
      case .folder, .other: break
      }
    }
    let log = CodingLog(try bytes(of: paths))
    return (log, diagnostics + log.diagnostics)
  }

  /// The bytes of files, read on all processors.
  private static func bytes(
    of paths: [String]
  ) throws(FileError) -> [(path: String, bytes: [UInt8])] {
    let read = Mutex([Result<[UInt8], FileError>?](repeating: nil, count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let bytes: Result<[UInt8], FileError>
      do throws(FileError) {
        bytes = .success(try File.read(paths[index]))
      } catch {
        bytes = .failure(error)
      }
      read.withLock { $0[index] = bytes }
    }
    var files: [(path: String, bytes: [UInt8])] = []
    for (path, bytes) in zip(paths, read.withLock { $0 }) {
      if let bytes { files.append((path, try bytes.get())) }
    }
    return files
  }

  /// Reads files that are in memory.
  public init(_ files: [(path: String, bytes: [UInt8])]) {
    self.init(files: LogFile.read(files))
  }
}
