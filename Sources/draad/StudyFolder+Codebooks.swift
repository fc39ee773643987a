import CodingEngine
import Corpus
import FileSystem

extension StudyFolder {
  /// The study's codebooks, with every fault in and between them.
  func readCodebooks() throws -> Read<CodebookFolder> {
    CodebookFolder.read(try codebookFiles())
  }

  /// Every fault in and between the study's codebooks; that it has none yet is no fault, and is noted.
  func codebookFaults() throws -> [Diagnostic] {
    let read = try readCodebooks()
    guard read.diagnostics.isEmpty, read.value?.codebooks.isEmpty == true else {
      return read.diagnostics
    }
    return [
      Diagnostic(
        .note, path: codebooks, "there is no codebook yet",
        fix: "write one as a file NAME.md there, with an id and codes")
    ]
  }

  private func codebookFiles() throws -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for entry in try Folder.contents(of: codebooks)
    where entry.kind == .file && CodebookFolder.isCodebook(path: entry.path) {
      files.append((entry.path, try File.read(entry.path)))
    }
    return files
  }

  /// The codebook that `--codebook` names, by id or by file, else the study's default one.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - isNeeded: Whether a study that has none yet is refused; else its codebook is empty.
  /// - Returns: The codebook, after its warnings are shown.
  /// - Throws: `FileError`; `Failure` with its faults, or why there is none.
  func codebook(_ options: Options, isNeeded: Bool = true) throws -> Codebook {
    let name = options.value(of: .codebook)
    if let name, name.hasSuffix(".md") {
      let read = CodebookReader.read(bytes: try File.read(name), path: name)
      return try StudyFolder.usable(read, options)
    }
    let files = try codebookFiles()
    let read: Read<Codebook>
    do {
      read = try CodebookFolder.readOne(files, id: name)
    } catch {
      if case .noCodebooks = error, name == nil, !isNeeded { return .empty }
      throw Failure(
        error.description, about: codebooks,
        fix: "choose one with --codebook, or put one there: a file NAME.md with an id and codes")
    }
    return try StudyFolder.usable(read, options)
  }

  /// The same where it is needed for words alone: nil when it cannot be read, and nothing is said.
  func quietCodebook(_ options: Options) -> Codebook? {
    guard let files = try? codebookFiles() else { return nil }
    return (try? CodebookFolder.readOne(files, id: options.value(of: .codebook)))?.value
  }

  /// The value, after its warnings are shown; its errors end the command.
  static func usable<Value>(_ read: Read<Value>, _ options: Options) throws -> Value {
    guard let value = read.value else { throw Failure(read.diagnostics) }
    Messages.show(read.diagnostics, isQuiet: options.contains(.quiet))
    return value
  }
}

extension Codebook {
  /// The index of the one code that a name on the command line stands for.
  func index(
    named name: String, fix: String = "draad codebook show lists the codes"
  ) throws(Failure) -> Int {
    do {
      return try code(named: name)
    } catch {
      throw Failure(error.description, fix: fix)
    }
  }

  /// The codes that names on the command line stand for, in the order of the book.
  func codes(named names: [String]) throws -> [Int] {
    var faults: [Diagnostic] = []
    var found: Set<Int> = []
    for name in names {
      do {
        found.formUnion(try resolve(name))
      } catch {
        let fix = "draad codebook show lists the codes"
        faults.append(Diagnostic(.error, path: "draad", error.description, fix: fix))
      }
    }
    guard faults.isEmpty else { throw Failure(faults) }
    return found.sorted()
  }
}
