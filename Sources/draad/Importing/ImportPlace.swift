import Corpus
import FileSystem

/// Where transcripts from elsewhere go in a study, and what stands in their way.
struct ImportPlace {
  private let folder: StudyFolder
  private let isForced: Bool
  /// The transcripts that stand there, by id without case and accents.
  private var standing: [[UInt8]: TranscriptFile] = [:]
  /// Ids that files of this run have, with the file.
  private var taken: [[UInt8]: String] = [:]
  private let codings: StandingCodings

  init(_ folder: StudyFolder, isForced: Bool) throws {
    self.folder = folder
    self.isForced = isForced
    for file in try CorpusFolder.list(folder.corpus).transcripts {
      standing[TranscriptID.key(file.id)] = file
    }
    codings = try StandingCodings(Path.join(folder.corpus, "Codings"))
  }

  /// What will happen to one transcript.
  enum Plan {
    case write(path: String)
    case unchanged(path: String)
    case refuse(Diagnostic)
  }

  /// Looks whether a transcript of the file at `path` can be written.
  func plan(_ result: ImportedFile.Result, from path: String) throws -> Plan {
    if let other = taken[TranscriptID.key(result.id)] {
      return .refuse(
        Diagnostic(
          .error, path: path, "would get the id \(result.id), as \(other) did",
          fix: "import one of them on its own, with --id"))
    }
    guard let file = standing[TranscriptID.key(result.id)] else {
      let path = Path.join(folder.corpus, result.id + ".md")
      return File.exists(path) ? refuse(path, "is in the way") : .write(path: path)
    }
    if try File.read(file.path) == result.bytes { return .unchanged(path: file.path) }
    if codings.standOn(file.id) {
      return .refuse(
        Diagnostic(
          .error, path: file.path,
          "has codings, and a new text would pull the words from under them",
          fix: "give the new one an id of its own with --id"))
    }
    if isForced { return .write(path: file.path) }
    return refuse(file.path, FileError.Reason.exists.message)
  }

  private func refuse(_ path: String, _ message: String) -> Plan {
    .refuse(
      Diagnostic(
        .error, path: path, message, fix: "give another id with --id, or --force to replace it"))
  }

  /// Notes that a file of this run has an id.
  mutating func take(_ id: String, from path: String) {
    taken[TranscriptID.key(id)] = path
  }

  // MARK: Originals

  /// Where the file itself is kept.
  func original(_ path: String) -> String {
    Path.join(Path.join(folder.corpus, "_originals"), path == "-" ? "stdin" : Path.name(of: path))
  }

  /// Why a file cannot be kept beside the transcripts; nil when it can, or is there already.
  func refusesOriginal(_ bytes: [UInt8], _ path: String) throws -> Diagnostic? {
    let place = original(path)
    guard File.exists(place), !isForced, try File.read(place) != bytes else { return nil }
    return Diagnostic(
      .error, path: place, "another original with this name is kept already",
      fix: "rename the file, or give --force to replace it")
  }
}

/// What people coded, as far as an import must know: which transcripts have codings.
struct StandingCodings {
  private var logs: [[UInt8]] = []

  /// Reads the folder of codings, if there is one.
  init(_ path: String) throws {
    guard Folder.exists(path) else { return }
    for entry in try Folder.contents(of: path) where entry.kind == .file {
      logs.append(try File.read(entry.path))
    }
  }

  /// Whether a coding stands on a transcript: its id is in a log, between signs of no id.
  func standOn(_ id: String) -> Bool {
    let name = Array(id.utf8)
    return logs.contains { log in
      log.indices.contains { index in
        log[index] == name[0] && log[index...].starts(with: name)
          && Self.isEdge(log, index - 1) && Self.isEdge(log, index + name.count)
      }
    }
  }

  private static func isEdge(_ log: [UInt8], _ index: Int) -> Bool {
    guard log.indices.contains(index) else { return true }
    switch log[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...: return false
    default: return true
    }
  }
}
