import CodingEngine
import Corpus
import FileSystem

/// A version of a codebook as the user names it: a file, or a revision in git.
struct BookVersion {
  let book: Codebook

  /// Reads it.
  ///
  /// - Parameters:
  ///   - name: A file; `HEAD~1:Codebooks/x.md`; or a revision such as `HEAD~1`, of the study's book.
  ///   - folder: The study's.
  ///   - options: Which book is the study's.
  /// - Throws: `Failure` when there is no such version, or it has faults; `FileError`.
  init(_ name: String, _ folder: StudyFolder, _ options: Options) throws {
    let bytes = File.exists(name) ? try File.read(name) : try Self.inGit(name, folder, options)
    let read = CodebookReader.read(bytes: bytes, path: name)
    guard let book = read.value else { throw Failure(read.diagnostics) }
    self.book = book
  }

  private static func inGit(
    _ name: String, _ folder: StudyFolder, _ options: Options
  ) throws -> [UInt8] {
    // Git would take it for an option.
    guard !name.hasPrefix("-"), !name.isEmpty else {
      throw Failure("there is no file \"\(name)\"", fix: "name a file, or a revision in git")
    }
    var name = name
    if !name.contains(":") {
      guard !name.hasSuffix(".md") else { throw Failure("no such file", about: name) }
      name += ":./" + Path.join("Codebooks", Path.name(of: try folder.codebook(options).path))
    }
    let place = folder.path.isEmpty ? "." : folder.path
    let outcome: ChildProcess.Outcome
    do {
      outcome = try ChildProcess.run(
        "git", ["-C", place, "cat-file", "blob", name], input: [], seconds: 60, limit: 1 << 28)
    } catch ChildError.notInstalled {
      throw Failure(
        "there is no file \"\(name)\", and git is not installed to look for a revision")
    } catch {
      throw Failure("git gave no answer: \(error)")
    }
    guard outcome.status == 0 else {
      let words = String(decoding: outcome.errors.prefix { $0 != 0x0A }, as: UTF8.self)
      throw Failure(
        "there is no such file, and git knows no such revision: \(words)", about: name,
        fix: "name a file, a revision such as HEAD~1, or HEAD~1:Codebooks/NAME.md")
    }
    return outcome.output
  }
}
