import Corpus
import Testing
import Zip

private func read(_ format: ImportFormat, _ bytes: [UInt8]) -> Read<[ImportedTranscript]> {
  format.read(ImportSource(bytes, path: "x.\(format.rawValue)"))
}

private func word(_ document: String, besides: [(String, [UInt8])] = []) throws -> [UInt8] {
  var zip = ZipWriter()
  try zip.add("word/document.xml", Array(document.utf8))
  for (name, bytes) in besides { try zip.add(name, bytes) }
  return zip.finish()
}

private let start =
  #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#
private let end = "</w:body></w:document>"

@Suite struct `Hostile documents` {
  @Test(arguments: ImportFormat.allCases) func `that are something else get one error`(
    format: ImportFormat
  ) {
    guard [.docx, .odt, .rtf, .eaf, .trs, .pdf].contains(format) else { return }
    for bytes in [[], Array("geen document".utf8), [0, 1, 2, 3], Array("<a/>".utf8)] {
      let result = read(format, bytes)
      #expect(result.value == nil)
      #expect(result.diagnostics.count == 1)
      #expect(result.diagnostics.first?.fix != nil)
    }
  }

  @Test func `in Word that are old or protected are named so`() {
    let result = read(.docx, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
    #expect(
      result.diagnostics.map(\.message) == [
        "this is an old Word file, or one that is protected with a password"
      ])
  }

  @Test func `with an entry outside of the archive's folder are refused`() throws {
    let bytes = try word(start + end, besides: [("../../x", Array("weg".utf8))])
    #expect(
      read(.docx, bytes).diagnostics.map(\.message) == [
        "the zip archive holds the name \"../../x\", which leads out of its folder"
      ])
  }

  @Test func `that unpack to gigabytes are refused`() throws {
    let bytes = try word(
      start + end, besides: [("bomb", [UInt8](repeating: 0x20, count: 64 << 20))])
    #expect(
      read(.docx, bytes).diagnostics.first?.message.hasPrefix("the zip archive unpacks to more")
        == true)
  }

  @Test(arguments: [
    #"<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>"#,
    #"<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#,
  ])
  func `that declare entities are refused`(type: String) throws {
    for format in [ImportFormat.docx, .odt, .eaf, .trs] {
      let bytes =
        format == .docx
        ? try word(type + start + "<w:p>&a;</w:p>" + end) : Array("\(type)<w>&a;</w>".utf8)
      let result = read(format, bytes)
      #expect(result.value == nil)
      #expect(
        result.diagnostics.first?.message.contains(
          "the file declares entities, which are not read here") == true)
    }
  }

  @Test func `that are deep get an error or are read, whatever the depth`() throws {
    let deepTables = String(repeating: "<w:tbl><w:tr><w:tc>", count: 100_000)
    #expect(read(.docx, try word(start + deepTables)).value == nil)
    #expect(
      read(.rtf, Array((#"{\rtf1 "# + String(repeating: "{", count: 1_000_000)).utf8)).value == nil)
    for tag in ["<div>", "<table><tr><td>", "<b>", "<!--x-->", "<![x]>", "<script></script>"] {
      let bytes = Array((String(repeating: tag, count: 5_000) + "A: ja").utf8)
      #expect(read(.html, bytes).value != nil, "\(tag)")
    }
  }

  @Test(arguments: [
    ("libreoffice.docx", ImportFormat.docx), ("libreoffice.odt", .odt), ("libreoffice.fodt", .odt),
    ("word.rtf", .rtf), ("elan.eaf", .eaf), ("transcriber.trs", .trs),
  ])
  func `that are cut off anywhere get an error`(name: String, format: ImportFormat) throws {
    let bytes = try DocumentFixture(name).bytes
    let last = bytes.count - (bytes.last == 0x0A ? 2 : 1)
    for part in 0..<20 {
      let result = read(format, Array(bytes[..<(last * part / 20)]))
      #expect(result.value == nil, "cut at \(part)/20")
      #expect(result.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test(arguments: [
    ("libreoffice.html", ImportFormat.html), ("word.rtf", .rtf), ("elan.eaf", .eaf),
    ("transcriber.trs", .trs), ("libreoffice.docx", .docx), ("libreoffice.fodt", .odt),
  ])
  func `with bytes changed are read or refused, and nothing worse`(
    name: String, format: ImportFormat
  ) throws {
    var random = SeededRandom(seed: 7)
    let bytes = try DocumentFixture(name).bytes
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        damaged[Int.random(in: damaged.indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let result = read(format, damaged)
      #expect(result.value != nil || !result.diagnostics.isEmpty)
    }
  }
}
