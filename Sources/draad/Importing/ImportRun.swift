import CodingEngine
import Corpus
import Export
import FileSystem

/// Brings files from elsewhere into a study, one after the other.
struct ImportRun {
  /// The largest file that is read, in bytes.
  private static let largest = 1 << 30

  private(set) var outcomes: [ImportOutcome] = []
  /// What a dry run shows people.
  private(set) var previews: [String] = []

  private let options: Options
  private let folder: StudyFolder
  private let importOptions: ImportOptions
  private let wishes: ImportedFile.Wishes
  private var place: ImportPlace
  private var seenLabels: Set<String> = []

  private let showsPreviews: Bool
  private var isDry: Bool { options.contains(.dryRun) }
  private var isQuiet: Bool { options.contains(.quiet) }

  init(_ options: Options) throws {
    self.options = options
    folder = try StudyFolder(options)
    showsPreviews = try options.contains(.dryRun) && options.format() == .text
    importOptions = try ImportOptions(options)
    wishes = try ImportedFile.Wishes(options)
    place = try ImportPlace(folder, isForced: options.contains(.force))
  }

  /// Whether any file could not be brought in.
  var hasFailed: Bool { outcomes.contains { $0.kind == .failed } }

  /// Goes through all files, and goes on after one that fails.
  mutating func run() throws {
    let files = try listFiles()
    if wishes.id != nil, files.count > 1 {
      throw Failure("--id names one transcript, and there are \(files.count) files")
    }
    var progress = Progress("importing", total: files.count, isQuiet: isQuiet)
    for (index, file) in files.enumerated() {
      bring(file.path, isFromFolder: file.isFromFolder)
      progress.advance(to: index + 1)
    }
    progress.finish()
    reportUnusedRules()
  }

  private func reportUnusedRules() {
    if hasFailed { return }
    let used = Set(seenLabels.compactMap { wishes.renaming.rule(for: $0)?.from })
    let faults = wishes.renaming.rules.filter { !used.contains($0.from) }.map { rule in
      Diagnostic(
        .warning, path: "draad", "nobody is called \"\(rule.from)\" in these files",
        fix: "look at the labels with --dry-run")
    }
    Messages.show(faults, isQuiet: isQuiet)
  }

  // MARK: Files

  private func listFiles() throws -> [(path: String, isFromFolder: Bool)] {
    var files: [(path: String, isFromFolder: Bool)] = []
    for argument in options.arguments {
      guard argument != "-", Folder.exists(argument) else {
        files.append((argument, false))
        continue
      }
      for entry in try Folder.contents(of: argument) {
        let inside = entry.path.utf8.dropFirst(argument.utf8.count).split(separator: 0x2F)
        let isHidden = inside.contains { $0.first == 0x2E || $0.first == 0x5F }
        if isHidden || entry.kind == .folder { continue }
        files.append((entry.path, true))
      }
    }
    if files.isEmpty {
      throw Failure(
        options.arguments.isEmpty ? "there is nothing to import" : "there are no files in it",
        fix: "write draad import FILE… , a folder, or - for standard input")
    }
    return files
  }

  // MARK: One file

  private mutating func bring(_ path: String, isFromFolder: Bool) {
    do {
      let bytes =
        try path == "-"
        ? File.readStandardInput(limit: Self.largest) : File.read(path, limit: Self.largest)
      if isFromFolder, isNoTranscript(bytes, path) {
        outcomes.append(ImportOutcome(path: path, format: nil, kind: .skipped))
        return
      }
      try bring(bytes, path)
    } catch let error as FileError {
      fail(path, nil, [Diagnostic(.error, path: error.path, error.reason.message)])
    } catch {
      fail(path, nil, [Diagnostic(.error, path: path, "\(error)")])
    }
  }

  /// A recording, a picture or the like that lies among transcripts.
  private func isNoTranscript(_ bytes: [UInt8], _ path: String) -> Bool {
    let detection = ImportDetection(bytes, path: path)
    return detection.format == nil && detection.fix != nil && !detection.isDocument
      || Path.name(of: path).lowercased().hasPrefix("readme")
  }

  private mutating func bring(_ bytes: [UInt8], _ path: String) throws {
    let source = ImportSource(bytes, path: path, options: importOptions)
    let file = ImportedFile(source, wishes: wishes)
    seenLabels.formUnion(file.originalLabels)
    Messages.show(file.diagnostics, isQuiet: isQuiet)
    guard !file.hasError else { return fail(path, file.detection.format, []) }
    if !file.losses.isEmpty, !isDry {
      Messages.show(
        [
          Diagnostic(
            .note, path: path, "not carried over: \(ImportPreview.list(file.losses))")
        ], isQuiet: isQuiet)
    }
    if file.results.isEmpty {
      outcomes.append(ImportOutcome(path: path, format: file.detection.format, kind: .empty))
    }
    try write(file, bytes, path)
  }

  private mutating func fail(_ path: String, _ format: ImportFormat?, _ reasons: [Diagnostic]) {
    Messages.show(reasons, isQuiet: isQuiet)
    outcomes.append(ImportOutcome(path: path, format: format, kind: .failed))
  }

  // MARK: Writing

  /// Writes all transcripts of a file, or none.
  private mutating func write(_ file: ImportedFile, _ bytes: [UInt8], _ path: String) throws {
    let plans = try file.results.map { try place.plan($0, from: path) }
    var refusals = plans.compactMap { plan in
      if case .refuse(let reason) = plan { reason } else { nil }
    }
    let keeps = options.contains(.keepOriginal) && !file.results.isEmpty
    if keeps, let reason = try place.refusesOriginal(bytes, path) { refusals.append(reason) }
    if showsPreviews {
      previews.append(ImportPreview(path: path, file: file, places: plans.map(words)).text)
    } else if !isDry, refusals.isEmpty {
      try commit(file, plans, original: keeps ? (bytes, path) : nil)
    }
    if !refusals.isEmpty { return fail(path, file.detection.format, refusals) }
    for (result, plan) in zip(file.results, plans) {
      var kind = isDry ? ImportOutcome.Kind.ready : .written
      if case .unchanged = plan { kind = .unchanged }
      place.take(result.id, from: path)
      outcomes.append(
        ImportOutcome(
          path: path, format: file.detection.format, kind: kind, id: result.id,
          turns: result.transcript.turns.count, labels: result.transcript.speakers.count))
    }
  }

  private func words(_ plan: ImportPlace.Plan) -> String {
    switch plan {
    case .write(let path): "would go to \(path)"
    case .unchanged(let path): "stands in \(path) already"
    case .refuse(let reason): "cannot be written: \(reason.path): \(reason.message)"
    }
  }

  private func commit(
    _ file: ImportedFile, _ plans: [ImportPlace.Plan], original: (bytes: [UInt8], path: String)?
  ) throws {
    var staged: [StagedFile] = []
    do {
      for (result, plan) in zip(file.results, plans) {
        guard case .write(let path) = plan else { continue }
        // What people said, and often their names: for the owner's eyes.
        staged.append(try StagedFile(result.bytes, for: path, permissions: 0o600))
      }
      if let original {
        let path = place.original(original.path)
        try Folder.create(Path.folder(of: path))
        staged.append(try StagedFile(original.bytes, for: path, permissions: 0o600))
      }
      while let first = staged.first {
        staged.removeFirst()
        try first.commit()
      }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
  }
}
