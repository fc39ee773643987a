import Corpus
import FileSystem
import SHA2

/// The folder of a study's reports: it knows the files it made, and touches no others.
///
/// What it made stands in `.manifest`, with digests: `sha256sum -c .manifest` can check it.
struct ReportFolder {
  /// A file that `report` makes.
  struct Report: Sendable {
    /// The way from the folder, without `..`: `tables/frequencies.csv`.
    let name: String
    let bytes: [UInt8]
  }

  /// What a run did; names in the order of the reports.
  struct Changes: Equatable {
    var written: [String] = []
    var removed: [String] = []
  }

  let path: String

  private var manifestPath: String { Path.join(path, ".manifest") }

  /// Makes the folder hold these reports: writes those that differ, removes those it made before
  /// and that are not among them.
  ///
  /// Nothing changes unless all can be written. When the program is stopped halfway, every file is
  /// whole and still known as its own.
  ///
  /// - Parameters:
  ///   - reports: With different names.
  ///   - force: Whether to replace files that were edited or that it did not make. A file that was
  ///     edited and is no longer made stays, and is no longer its own.
  /// - Returns: What was done; empty when the reports stood there already.
  /// - Throws: `Failure` that names every such file when `force` is false; `FileError`.
  func replace(with reports: [Report], force: Bool) async throws -> Changes {
    let old = try readManifest(force: force)
    let plan = try self.plan(reports, old, force: force)
    if !force, !plan.conflicts.isEmpty { throw Failure(plan.conflicts) }
    let names = reports.map(\.name)
    if plan.written.isEmpty, plan.removed.isEmpty, old.ownsOnce(names) { return Changes() }
    let new = Manifest(await digests(of: reports))
    try carryOut(plan, old: old, new: new)
    return Changes(written: plan.written.map(\.name), removed: plan.removed)
  }

  /// The names and digests of the reports, in any order, computed on as many threads as there are.
  private func digests(of reports: [Report]) async -> [(name: String, digest: String)] {
    await withTaskGroup(of: (name: String, digest: String).self) { group in
      for report in reports {
        group.addTask { (report.name, SHA256.hexDigest(of: report.bytes)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  // MARK: Planning

  private struct Plan {
    var written: [Report] = []
    var removed: [String] = []
    var conflicts: [Diagnostic] = []
  }

  /// What is to be done; with `force` it does not matter whether a file that is replaced was edited.
  private func plan(_ reports: [Report], _ old: Manifest, force: Bool) throws -> Plan {
    var plan = Plan()
    for report in reports {
      guard let present = try read(report.name) else {
        plan.written.append(report)
        continue
      }
      if isSame(present, report.bytes) { continue }
      plan.written.append(report)
      if !force, !old.owns(report.name, SHA256.hexDigest(of: present)) {
        plan.conflicts.append(conflict(report.name, isKnown: old.digests[report.name] != nil))
      }
    }
    let names = Set(reports.map(\.name))
    for name in old.names where !names.contains(name) {
      guard let present = try read(name) else { continue }
      if old.owns(name, SHA256.hexDigest(of: present)) {
        plan.removed.append(name)
      } else {
        plan.conflicts.append(conflict(name, isKnown: true))
      }
    }
    return plan
  }

  /// Compares without a look at each byte whether it is time to stop, which takes far longer.
  private func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    let (one, other) = (one.span, other.span)
    var difference: UInt8 = 0
    for index in one.indices { difference |= one[index] ^ other[index] }
    return difference == 0
  }

  private func conflict(_ name: String, isKnown: Bool) -> Diagnostic {
    let message =
      isKnown
      ? "was edited after draad made it" : "is in the way: draad did not make this file"
    return Diagnostic(
      .error, path: Path.join(path, name), message,
      fix: "move it elsewhere to keep it, or give --force to lose it; nothing was written")
  }

  private func read(_ name: String) throws(FileError) -> [UInt8]? {
    do {
      return try File.read(Path.join(path, name))
    } catch {
      if error.reason == .notFound { return nil }
      throw error
    }
  }

  // MARK: Writing

  private func carryOut(_ plan: Plan, old: Manifest, new: Manifest) throws {
    var staged: [StagedFile] = []
    do {
      // Between the first and the last commit both the old and the new files are its own.
      staged.append(try stage(new.bytes, at: manifestPath))
      for report in plan.written {
        staged.append(try stage(report.bytes, at: Path.join(path, report.name)))
      }
      staged.append(try stage(old.joined(with: new).bytes, at: manifestPath))
      while staged.count > 1 { try staged.removeLast().commit() }
      for name in plan.removed { try remove(name) }
      try staged.removeLast().commit()
    } catch {
      for file in staged { file.discard() }
      throw error
    }
  }

  private func stage(_ bytes: [UInt8], at path: String) throws -> StagedFile {
    try Folder.create(Path.folder(of: path))
    return try StagedFile(bytes, for: path)
  }

  /// Removes a file, and the folder it stood in when that is now empty.
  private func remove(_ name: String) throws {
    try File.remove(Path.join(path, name))
    guard name.utf8.contains(47) else { return }
    do {
      try Folder.removeEmpty(Path.folder(of: Path.join(path, name)))
    } catch  where error.reason == .isNotEmpty {
      return
    }
  }

  // MARK: The manifest

  private func readManifest(force: Bool) throws -> Manifest {
    guard let bytes = try read(".manifest") else { return Manifest([]) }
    if let manifest = Manifest(bytes: bytes) { return manifest }
    if force { return Manifest([]) }
    throw Failure(
      "is damaged, so it is not clear which reports are draad's own", about: manifestPath,
      fix: "give --force to replace the reports and the list")
  }
}
