public import FileSystem
import SHA2

/// What another copy of the log holds that this one does not, on its way in.
///
/// Lines are told by their digests, so a line comes in once, whatever files hold it; what somebody
/// erased there is erased here, and never comes back.
public struct LogJoin: Sendable {
  /// What one coder's lines bring.
  public struct Share: Sendable, Hashable {
    /// The full name.
    public let coder: String
    /// Lines that are new here.
    public fileprivate(set) var lines = 0
    /// Lines that were here already.
    public fileprivate(set) var known = 0
    /// Codings in the new lines.
    public fileprivate(set) var codings = 0
    /// Memos in the new lines.
    public fileprivate(set) var memos = 0
    /// Verdicts in the new lines.
    public fileprivate(set) var verdicts = 0
  }

  /// Lines of one strand that go to one file, in order.
  private struct Piece {
    let coder: String
    let strand: StrandID
    /// Indices into the lines of the copy.
    var lines: [Int]
  }

  /// By coder, in the order of names.
  public private(set) var shares: [Share] = []
  /// The transcripts that new codings stand on.
  public private(set) var transcripts: [String] = []
  /// The codes of new codings, `book:id`.
  public private(set) var codes: [String] = []
  /// Lines whose words are erased in the copy, and not yet here.
  private var erasures: [String: [UInt8]] = [:]
  private var pieces: [Piece] = []
  private let log: CodingLog
  private let copy: CodingLog

  /// How many lines lose words that were erased in the copy.
  public var erasedCount: Int { erasures.count }

  /// Compares a copy with the log that is here.
  ///
  /// - Complexity: O(*n*) in the bytes of both: every line is hashed.
  public init(_ copy: CodingLog, into log: CodingLog) {
    self.log = log
    self.copy = copy
    var known: [String: LogLine] = [:]
    for line in log.lines { known[log.digest(of: line)] = line }
    let told = Set((log.lines + copy.lines).flatMap(\.erasedLines))
    var byCoder: [String: Share] = [:]
    var (places, codes): (Set<String>, Set<String>) = ([], [])
    for (index, line) in copy.lines.enumerated() {
      var share = byCoder[line.coder] ?? Share(coder: line.coder)
      let digest = copy.digest(of: line)
      if let own = known[digest] {
        share.known += 1
        if told.contains(digest) { erase(own, as: line, digest) }
      } else {
        share.count(line, &places, &codes)
        add(index, line)
      }
      byCoder[line.coder] = share
    }
    shares = byCoder.values.sorted { $0.coder.utf8.lexicographicallyPrecedes($1.coder.utf8) }
    transcripts = places.sorted()
    self.codes = codes.sorted()
  }

  /// Takes out of a line the words that its copy does not have any more.
  private mutating func erase(_ own: LogLine, as other: LogLine, _ digest: String) {
    let (file, otherFile) = (log.files[own.file], copy.files[other.file])
    guard otherFile.isRewritten(other), let words = file.words(of: own) else { return }
    let left = otherFile.words(of: other) ?? []
    let common = words.enumerated().map { index, word in
      index < left.count && left[index] != nil ? word : nil
    }
    if common != words { erasures[digest] = file.rewriting(own, words: common) }
  }

  /// Puts a line behind lines of its strand that come before it; the sides of a fork part.
  private mutating func add(_ index: Int, _ line: LogLine) {
    let place = pieces.firstIndex { piece in
      piece.strand == line.strand && piece.coder == line.coder
        && (piece.lines.last.map { copy.lines[$0].n < line.n } ?? true)
    }
    if let place {
      pieces[place].lines.append(index)
    } else {
      pieces.append(Piece(coder: line.coder, strand: line.strand, lines: [index]))
    }
  }
}

// Carrying it out
extension LogJoin {
  /// Two coders whose names give one folder; nil when there are none.
  public var sharedFolder: (folder: String, names: [String])? {
    var names: [String: Set<String>] = [:]
    for line in log.lines + copy.lines {
      names[Coder.folderInLog(of: line.coder), default: []].insert(line.coder)
    }
    return names.filter { $0.value.count > 1 }.min { $0.key < $1.key }
      .map { ($0.key, $0.value.sorted()) }
  }

  /// Writes what is new into the folder: behind what it continues, else into files of its own.
  ///
  /// - Parameter codings: `Corpus/Codings` of the study.
  /// - Throws: `FileError`; what was written by then is whole, and joining again does the rest.
  public func carryOut(in codings: String) throws(FileError) {
    for piece in pieces { try write(piece, in: codings) }
    if !erasures.isEmpty { try log.replace(erasures) }
  }

  private func write(_ piece: Piece, in codings: String) throws(FileError) {
    let folder = Path.join(codings, Coder.folderInLog(of: piece.coder))
    let bytes = piece.lines.flatMap { index in
      let line = copy.lines[index]
      return copy.files[line.file].bytes[line.range] + [0x0A]
    }
    try Folder.create(folder)
    let path = Path.join(folder, "\(piece.strand).jsonl")
    let file = try AppendedFile(path)
    let present = LogFile(path: path, bytes: try file.read(), index: 0)
    if continues(piece, present) {
      try file.append(bytes)
    } else {
      let name = String(SHA256.hexDigest(of: bytes).prefix(8))
      try File.write(
        bytes, to: Path.join(folder, "\(piece.strand)-\(name).jsonl"), synchronized: true)
    }
  }

  /// Whether the lines follow on what a file holds.
  private func continues(_ piece: Piece, _ file: LogFile) -> Bool {
    guard file.torn.isEmpty, file.faults.isEmpty, let index = piece.lines.first else {
      return false
    }
    let first = copy.lines[index]
    guard let last = file.lines.last else { return file.bytes.isEmpty }
    return last.strand == piece.strand && last.n < first.n
      && file.digest(of: last) == copy.prev(of: first)
  }
}

extension CodingLog {
  /// Puts other bytes in the place of lines, told by their digests, in every file that holds them.
  ///
  /// Only for lines whose words are erased or replaced, and keep their digest.
  ///
  /// - Parameters:
  ///   - replacements: The new bytes of each line, under the digest of the old.
  ///   - held: The file of which the caller has the lock.
  /// - Throws: The error of a file that cannot be written.
  func replace(
    _ replacements: [String: [UInt8]], held: (path: String, file: AppendedFile)? = nil
  ) throws(FileError) {
    for file in files {
      let holds = file.lines.contains { line in
        replacements[file.digest(of: line)] != nil
      }
      guard holds else { continue }
      if let held, held.path == file.path {
        try Self.replace(replacements, in: file.path, held.file)
      } else {
        try Self.replace(replacements, in: file.path, try AppendedFile(file.path))
      }
    }
  }

  private static func replace(
    _ replacements: [String: [UInt8]], in path: String, _ held: AppendedFile
  ) throws(FileError) {
    // The lock keeps everybody from writing to the file until the new one has its name.
    let file = LogFile(path: path, bytes: try held.read(), index: 0)
    var bytes: [UInt8] = []
    var end = 0
    for line in file.lines {
      guard let new = replacements[file.digest(of: line)] else { continue }
      bytes += file.bytes[end..<line.range.lowerBound] + new
      end = line.range.upperBound
    }
    bytes += file.bytes[end...]
    try File.write(
      bytes, to: path, permissions: try File.permissions(of: path), synchronized: true)
  }
}

extension LogLine {
  /// The digests of lines whose words this one says are erased.
  var erasedLines: [String] {
    events.flatMap { event -> [String] in
      if case .erase(let erasure) = event { erasure.lines } else { [] }
    }
  }
}

extension LogJoin.Share {
  /// Counts what a new line brings, and notes the transcripts and codes of its codings.
  fileprivate mutating func count(
    _ line: LogLine, _ transcripts: inout Set<String>, _ codes: inout Set<String>
  ) {
    lines += 1
    for event in line.events {
      switch event {
      case .code(let code, _, let anchor):
        codings += 1
        codes.insert(code)
        transcripts.insert(anchor.transcript)
      case .memo: memos += 1
      case .decide: verdicts += 1
      default: break
      }
    }
  }
}
