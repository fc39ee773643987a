public import FileSystem

/// A transcript's file in a study.
public struct TranscriptFile: Sendable, Hashable {
  public let id: String
  public let path: String

  public func read() -> Read<Transcript> {
    do {
      return TranscriptReader.read(try File.read(path), id: id, path: path)
    } catch {
      return Read(nil, [Diagnostic(.error, path: path, error.reason.message)])
    }
  }
}

public enum CorpusFolder {
  public static func list(
    _ path: String
  ) throws(FileError) -> (transcripts: [TranscriptFile], diagnostics: [Diagnostic]) {
    var files: [TranscriptFile] = []
    for entry in try Folder.contents(of: path) {
      let name = Path.name(of: entry.path)
      guard entry.kind == .file, name.hasSuffix(".md") || name.hasSuffix(".txt"),
        !name.hasPrefix("README"), !name.hasPrefix("."), !name.hasPrefix("_")
      else { continue }
      files.append(TranscriptFile(id: String(name.dropLast(name.hasSuffix(".md") ? 3 : 4)), path: entry.path))
    }
    return (files.sorted { $0.id < $1.id }, [])
  }
}
