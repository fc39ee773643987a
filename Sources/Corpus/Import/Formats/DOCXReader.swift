import XML

/// Reads Word files (ECMA-376 part 1, WordprocessingML; transitional and strict).
///
/// What is inserted is in, what is deleted is out; a text box stands after the paragraph it is
/// anchored to.
enum DOCXReader {
  /// Reads a file of one conversation.
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    do throws(OfficePackage.Fault) {
      let package = try OfficePackage(source, kind: "Word file (.docx)")
      let main = try relationship("officeDocument", of: "", in: package) ?? "word/document.xml"
      var styles = WordStyles()
      let stylesName = try relationship("styles", of: main, in: package) ?? "word/styles.xml"
      try package.read(stylesName) { reader throws(XMLError) in styles = try WordStyles(&reader) }
      var document: Document?
      let isThere = try package.read(main) { reader throws(XMLError) in
        guard case .start(let root)? = try reader.next(), root.name.local == "document",
          WordName.isWord(root.name)
        else { return }
        var body = WordBody(styles: styles)
        document = try body.read(&reader)
      }
      if let document { return DocumentTurns.read(document, of: source) }
      throw OfficePackage.Fault(
        source.path,
        isThere
          ? "this file of an Office program is no text" : "this zip archive holds no Word text",
        fix: "bring in a .docx file that a word processor can open")
    } catch {
      return Read(nil, [error.diagnostic])
    }
  }

  /// The name of the part that another part refers to as being of a kind; the package's own main
  /// part for the empty name.
  private static func relationship(
    _ kind: String, of part: String, in package: OfficePackage
  ) throws(OfficePackage.Fault) -> String? {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    var found: String?
    try package.read("\(folder)_rels/\(name).rels") { reader throws(XMLError) in
      while let event = try reader.next() {
        guard case .start(let tag) = event, tag["Type"]?.hasSuffix("/\(kind)") == true,
          let target = tag["Target"], found == nil
        else { continue }
        found = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      }
    }
    return found
  }
}

/// Names of WordprocessingML.
enum WordName {
  private static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  static func isWord(_ name: XMLName) -> Bool { namespaces.contains(name.namespace) }

  /// Whether a switch such as `<w:b/>` or `<w:b w:val="0"/>` is on.
  static func isOn(_ tag: XMLTag) -> Bool {
    switch tag["val"] {
    case "0", "false", "off", "none": false
    default: true
    }
  }
}
