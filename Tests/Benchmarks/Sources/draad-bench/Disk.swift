#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few calls for files that a measurement needs.
///
/// Foundation is left out on purpose: on Linux a child's peak memory is never less than that of the
/// program that started it.
enum Disk {
  struct Failure: Error {
    let path: String
    let reason: String

    init(_ path: String) {
      self.path = path
      reason = String(cString: strerror(errno))
    }
  }

  static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o755) < 0 { throw Failure(path) }
  }

  static func makeTemporaryFolder() throws -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/draad-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(parent) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  static func link(_ path: String, to destination: String) throws {
    if symlink(destination, path) < 0 { throw Failure(path) }
  }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure(path) }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    if fclose(file) != 0 || written < bytes.count { throw Failure(path) }
  }

  /// The files of a folder with their sizes, in the order of their names.
  static func files(in folder: String) throws -> [(path: String, size: Int)] {
    guard let stream = opendir(folder) else { throw Failure(folder) }
    defer { closedir(stream) }
    var files: [(path: String, size: Int)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var info = stat()
      let path = "\(folder)/\(name)"
      guard name.first != ".", stat(path, &info) == 0 else { continue }
      files.append((path, Int(info.st_size)))
    }
    return files.sorted { $0.path < $1.path }
  }
}
