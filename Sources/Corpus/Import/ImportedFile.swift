/// What becomes of one file from elsewhere: transcripts in the home format, not yet written.
public struct ImportedFile: Sendable {
  /// A transcript that can be written.
  public struct Result: Sendable {
    /// The id that it gets.
    public let id: String
    /// What will be written, for people to look at.
    public let transcript: HomeTranscript
    /// What will be written, to the byte.
    public let bytes: [UInt8]
  }

  /// What the user says about the transcripts.
  public struct Wishes: Sendable {
    /// What labels become.
    public var renaming = SpeakerRenaming()
    /// Variables for the front matter.
    public var variables: [ImportedVariable] = []
    /// The id; nil to make it of the file's name.
    public var id: String?
    /// The format; nil to find out.
    public var format: ImportFormat?

    /// Makes wishes that leave everything to the file.
    public init() {}
  }

  /// Which format it has, and why.
  public let detection: ImportDetection
  /// Transcripts with at least one turn; empty when nothing is said in the file.
  public private(set) var results: [Result] = []
  /// Every fault, and all that was assumed.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The labels as they are in the file, before anything is renamed.
  public private(set) var originalLabels: Set<String> = []
  /// What the home format has no place for.
  public private(set) var losses: [ImportLoss] = []

  /// Whether the file cannot be used.
  public var hasError: Bool { diagnostics.contains { $0.severity == .error } }

  private let path: String

  /// Reads a file and settles what is in it.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public init(_ source: ImportSource, wishes: Wishes = Wishes()) {
    path = source.path
    if let format = wishes.format {
      detection = ImportDetection(format, "you say so")
    } else {
      detection = ImportDetection(source.bytes, path: source.path)
    }
    guard let format = detection.format else {
      report(.error, "cannot be imported: \(detection.reason)", fix: detection.fix)
      return
    }
    let read = format.read(source)
    diagnostics = read.diagnostics
    guard let transcripts = read.value else { return }
    var ids: Set<[UInt8]> = []
    let spoken = transcripts.filter { !$0.turns.isEmpty }
    for imported in spoken {
      settle(imported, wishes, isAlone: spoken.count == 1, &ids)
    }
    if spoken.isEmpty {
      for transcript in transcripts { keepLosses(of: transcript.losses) }
    }
    if hasError { results = [] }
  }

  private mutating func report(_ severity: Diagnostic.Severity, _ message: String, fix: String?) {
    diagnostics.append(Diagnostic(severity, path: path, message, fix: fix))
  }

  private mutating func keepLosses(of more: [ImportLoss]) {
    for loss in more { losses.add(loss.count, loss.one, loss.many) }
  }

  private mutating func settle(
    _ imported: ImportedTranscript, _ wishes: Wishes, isAlone: Bool, _ ids: inout Set<[UInt8]>
  ) {
    var imported = imported
    let labels = Set(imported.turns.lazy.compactMap(\.label))
    let parted = SpeakerRoles.split(
      &imported, labels, except: Set(wishes.renaming.rules.map { SpeakerRenaming.key($0.from) }))
    originalLabels.formUnion(labels)
    originalLabels.formUnion(parted)
    if imported.turns.contains(where: { $0.label == nil }) {
      originalLabels.formUnion([HomeLabels.unknown, HomeLabels.nobody])
    }
    let home = HomeTranscript(
      imported, renaming: wishes.renaming, variables: wishes.variables, path: path)
    diagnostics += home.diagnostics
    keepLosses(of: home.losses)
    guard !hasError, !home.turns.isEmpty, let id = id(imported, wishes, isAlone: isAlone) else {
      return
    }
    guard ids.insert(TranscriptID.key(id)).inserted else {
      report(
        .error, "two transcripts in it would get the id \(id)",
        fix: "give them names that differ in more than case, accents and signs")
      return
    }
    let bytes = TranscriptWriter.bytes(of: home)
    if let turn = TranscriptWriter.firstDifference(bytes, from: home) {
      report(
        .error, "turn \(turn) of \(id) would not read back as it was", fix: "change it in the file")
      return
    }
    pointOutLabels(home)
    results.append(Result(id: id, transcript: home, bytes: bytes))
  }

  private mutating func id(
    _ imported: ImportedTranscript, _ wishes: Wishes, isAlone: Bool
  ) -> String? {
    if let id = wishes.id {
      if isAlone { return id }
      report(
        .error, "holds several transcripts, and --id names one",
        fix: "leave --id away: each gets the id that stands in the file")
      return nil
    }
    let name = isAlone ? nil : imported.name
    let id = name.map { TranscriptID.made(from: $0) } ?? TranscriptID.made(fromPath: path)
    guard path != "-" || name != nil, !id.isEmpty else {
      report(.error, "there is no name to make an id of", fix: "give one with --id")
      return nil
    }
    if let name, name != id {
      report(.note, "\"\(name)\" becomes the id \(id)", fix: nil)
    } else if name == nil, !path.utf8.contains(elementsOf: id.utf8) {
      report(.note, "the id becomes \(id)", fix: "give another with --id")
    }
    return id
  }

  /// Labels that differ in case, accents or blanks only are probably one speaker's.
  private mutating func pointOutLabels(_ home: HomeTranscript) {
    var first: [String: String] = [:]
    for speaker in home.speakers {
      let key = SpeakerRenaming.key(speaker.label)
      guard let other = first[key] else {
        first[key] = speaker.label
        continue
      }
      report(
        .warning, "\"\(speaker.label)\" and \"\(other)\" differ in case or blanks only",
        fix: "make them one with --speaker \"\(speaker.label)=\(other)\"")
    }
  }
}

extension String.UTF8View {
  /// Whether a text stands in it.
  fileprivate func contains(elementsOf other: String.UTF8View) -> Bool {
    let (all, part) = (Array(self), Array(other))
    guard part.count <= all.count else { return false }
    return (0...(all.count - part.count)).contains { all[$0...].starts(with: part) }
  }
}
