import XML
import Zip

/// The zip archive that a Word or OpenDocument file is, with errors that people can use.
struct OfficePackage {
  private let archive: ZipArchive
  private let path: String

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - kind: As people call it: `Word file (.docx)`.
  /// - Throws: A `Fault` that says what to do.
  init(_ source: ImportSource, kind: String) throws(Fault) {
    path = source.path
    // The head of Microsoft's compound files: old .doc files, and new ones with a password.
    if source.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw Fault(
        path, "this is an old Word file, or one that is protected with a password",
        fix: "open it in a word processor and save it as .docx without a password")
    }
    do {
      archive = try ZipArchive(source.bytes)
    } catch {
      let isNone = error == .notAnArchive
      throw Fault(
        path, isNone ? "this is no \(kind): it is no zip archive" : error.message,
        fix: isNone
          ? "look at what it is, and give it the extension of its format"
          : "open it in the program that made it, and save it again")
    }
  }

  /// The bytes of an entry; nil when there is none of that name.
  func contents(_ name: String) throws(Fault) -> [UInt8]? {
    guard let entry = archive.entry(named: name, ignoringCase: true) else { return nil }
    do {
      return try archive.contents(of: entry)
    } catch {
      throw Fault(
        path, error.message, fix: "open it in the program that made it, and save it again")
    }
  }

  /// Goes through the XML of an entry; nothing happens when there is none of that name.
  ///
  /// - Returns: Whether there is one.
  @discardableResult
  func read(
    _ name: String, _ body: (inout XMLReader) throws(XMLError) -> Void
  ) throws(Fault) -> Bool {
    guard let bytes = try contents(name) else { return false }
    do {
      var reader = try XMLReader(bytes)
      try body(&reader)
    } catch {
      throw Fault(
        path,
        "\(name) in it is damaged: line \(error.line), column \(error.column): \(error.message)",
        fix: "open it in the program that made it, and save it again")
    }
    return true
  }

  /// An error with what to do, about a file as a whole.
  struct Fault: Error {
    let diagnostic: Diagnostic

    init(_ path: String, _ message: String, fix: String) {
      diagnostic = Diagnostic(.error, path: path, message, fix: fix)
    }
  }
}
