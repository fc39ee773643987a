import Testing
import XML

private func utf16(_ text: String, highByteFirst: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in text.utf16 {
    let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
    bytes += highByteFirst ? pair : pair.reversed()
  }
  return bytes
}

@Suite struct `Reading XML` {
  @Test func `gives tags, text and the names that prefixes stand for`() throws {
    let file = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <!-- before --><?go on?>
      <a xmlns="n" xmlns:p='q' p:x="1" x="2&#9;3
      4">één<!-- c --> &amp; <![CDATA[<twee>&amp;]]>&#x4E2D;<p:b/><c xmlns=""/></a><!-- after -->

      """
    #expect(
      try Events.of(file) == [
        #"<{n}a x="2\t3 4" {q}x="1">"#, #""één & <twee>&amp;中""#, "<{q}b>", "</{q}b>", "<c>",
        "</c>",
        "</{n}a>",
      ])
  }

  static let encodings: [String: [UInt8]] = [
    "UTF-8": Array("<a>é</a>".utf8),
    "Latin-1": Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>\u{0}</a>".utf8)
      .map { $0 == 0 ? 0xE9 : $0 },
    "with a byte order mark": Array("\u{FEFF}<a>é</a>".utf8),
    "UTF-16LE": utf16("\u{FEFF}<a>é</a>", highByteFirst: false),
    "UTF-16BE": utf16("\u{FEFF}<a>é</a>", highByteFirst: true),
    "UTF-16LE alone": utf16("<?xml version='1.0'?><a>é</a>", highByteFirst: false),
  ]

  @Test(arguments: encodings.keys.sorted())
  func `knows the encoding`(name: String) throws {
    let bytes = try #require(Self.encodings[name])
    #expect(try Events.of(bytes) == ["<a>", "\"é\"", "</a>"])
  }

  @Test func `takes the signs of Windows-1252 for what they are`() throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>".utf8)
    let bytes = head + [0x93, 0xE9, 0x94, 0x85] + Array("</a>".utf8)
    #expect(try Events.of(bytes)[1] == "\"“é”…\"")
  }

  @Test func `reads astral characters in UTF-16`() throws {
    let bytes = utf16("\u{FEFF}<a>🙂x</a>", highByteFirst: true)
    #expect(try Events.of(bytes)[1] == "\"🙂x\"")
  }

  @Test(arguments: [
    ("", "1:1", "the file holds no XML element"),
    ("<a>", "1:4", "the file ends inside <a>"),
    ("<a>\n<b></a>", "2:4", "</a> stands where </b> is expected"),
    ("é<a/>", "1:1", "text outside of the root element"),
    ("<a/><b/>", "1:5", "a second element beside the first"),
    ("<a b=1/>", "1:6", "the value of b needs quotes"),
    ("<a b='1' b='2'/>", "1:10", "the attribute b is here twice"),
    ("<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "1:36", "the attribute q:b is here twice"),
    ("<p:a/>", "1:1", "the prefix in <p:a> is not declared"),
    ("<a>&nbsp;</a>", "1:4", "the entity &nbsp; is not known, and no other file is asked"),
    ("<a>&#0;</a>", "1:4", "&#0; is no character"),
    ("<a>&#xD800;</a>", "1:4", "&#xD800; is no character"),
    ("<a>&#-5;</a>", "1:4", "&#-5; is no character"),
    ("<a>x & y</a>", "1:6", "& begins a reference without end; by itself it is written &amp;"),
    ("<a b='<'/>", "1:7", "< cannot stand in a value; it is written &lt;"),
    ("<a>]]></a>", "1:4", "]]> cannot stand in text; it is written ]]&gt;"),
    ("<a><!-- -- --></a>", "1:9", "-- cannot stand inside a comment"),
    ("<a><?xml?></a>", "1:4", "<?xml can only stand at the very beginning of the file"),
    ("<a>\u{1}</a>", "1:4", "a character that XML does not allow"),
    ("<a b='1'c='2'/>", "1:9", "a blank is missing before an attribute"),
    ("<?xml version='2.0'?><a/>", "1:7", "this is XML 2.0, and only XML 1 is read here"),
    (
      "<?xml version='1.0' encoding='utf-7'?><a/>", "1:1",
      "the file says its encoding is utf-7, which is not read here"
    ),
  ])
  func `says where and why a file is no XML`(file: String, place: String, message: String) throws {
    let error = try #require(throws: XMLError.self) { try Events.of(file) }
    #expect("\(error.line):\(error.column)" == place)
    #expect(error.message == message)
  }

  @Test func `says on which line an event begins`() throws {
    var reader = try XMLReader(Array("<a>\r\n\r<b/>\n</a>".utf8))
    _ = try reader.next()
    _ = try reader.next()
    #expect(reader.line() == 3)
    _ = try reader.next()
    #expect(reader.line() == 3)
  }

  @Test func `skips an element, and reads one as text`() throws {
    var reader = try XMLReader(Array("<a><b>x<c/>y</b><d>1<e>2</e>3</d></a>".utf8))
    _ = try reader.next()
    _ = try reader.next()
    try reader.skipElement()
    _ = try reader.next()
    #expect(try reader.readText() == "123")
    #expect(try reader.next() == .end(XMLName("a")))
    #expect(try reader.next() == nil)
  }
}
