import XML
import Zip

/// Reads OpenDocument text, packed (.odt) and flat (.fodt) (OpenDocument 1.3, part 3).
///
/// What was deleted while changes were tracked is out; a text frame stands after the paragraph it is
/// anchored to.
enum ODTReader {
  /// Reads a file of one conversation.
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    do throws(OfficePackage.Fault) {
      var body = OpenDocumentBody()
      var isText = false
      if ZipArchive.isLikely(source.bytes) || !source.bytes.contains(UInt8(ascii: "<")) {
        let package = try OfficePackage(source, kind: "OpenDocument text (.odt)")
        try refuseEncrypted(package, path: source.path)
        try package.read("styles.xml") { reader throws(XMLError) in
          _ = try body.read(&reader)
        }
        try package.read("content.xml") { reader throws(XMLError) in
          isText = try body.read(&reader)
        }
      } else {
        isText = try readFlat(source, &body)
      }
      guard isText else {
        throw OfficePackage.Fault(
          source.path, "this file holds no OpenDocument text",
          fix: "bring in an .odt file that a word processor can open")
      }
      return DocumentTurns.read(body.document, of: source)
    } catch {
      return Read(nil, [error.diagnostic])
    }
  }

  private static func readFlat(
    _ source: ImportSource, _ body: inout OpenDocumentBody
  ) throws(OfficePackage.Fault) -> Bool {
    do {
      var reader = try XMLReader(source.bytes)
      return try body.read(&reader)
    } catch {
      throw OfficePackage.Fault(
        source.path, "line \(error.line), column \(error.column): \(error.message)",
        fix: "open it in the program that made it, and save it again")
    }
  }

  private static func refuseEncrypted(
    _ package: OfficePackage, path: String
  ) throws(OfficePackage.Fault) {
    var isEncrypted = false
    try package.read("META-INF/manifest.xml") { reader throws(XMLError) in
      while let event = try reader.next() {
        if case .start(let tag) = event, tag.name.local == "encryption-data" { isEncrypted = true }
      }
    }
    if isEncrypted {
      throw OfficePackage.Fault(
        path, "this file is protected with a password",
        fix: "open it in a word processor and save it without a password")
    }
  }
}
