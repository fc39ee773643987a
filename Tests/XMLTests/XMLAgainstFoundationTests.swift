import Foundation
import Testing
import XML

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Collects what Foundation's parser says, in the form of `Events`.
private final class Twin: NSObject, XMLParserDelegate {
  var lines: [String] = []
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    flush()
    let attributes = attributes.map { " \($0)=\($1.debugDescription)" }
    lines.append("<\(name)\(attributes.sorted().joined())>")
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    flush()
    lines.append("</\(name)>")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    text += String(decoding: block, as: UTF8.self)
  }

  private func flush() {
    if !text.isEmpty { lines.append(text.debugDescription) }
    text = ""
  }

  /// Nil when the parser refuses the file.
  static func events(of bytes: [UInt8]) -> [String]? {
    let twin = Twin()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = twin
    return parser.parse() ? twin.lines : nil
  }
}

@Suite struct `XML against Foundation` {
  @Test(arguments: 0..<300) func `reads random documents alike`(seed: Int) throws {
    var random = RandomXML(seed: UInt64(seed))
    let file = random.document()
    let expected = try #require(Twin.events(of: Array(file.utf8)), "\(file)")
    #expect(try Events.of(file) == expected, "\(file)")
  }

  @Test(arguments: 0..<600) func `accepts nothing that Foundation refuses`(seed: Int) throws {
    var random = RandomXML(seed: UInt64(seed) + 1000)
    let bytes = random.damaged(Array(random.document(isPlain: true).utf8))
    guard let events = try? Events.of(bytes) else { return }
    #expect(Twin.events(of: bytes) == events, "\(String(decoding: bytes, as: UTF8.self))")
  }
}

/// Makes documents that show all that XML has, without namespaces, which Foundation's parser reports
/// in a way of its own.
private struct RandomXML {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func one(_ choices: [String]) -> String { choices[next(choices.count)] }

  /// Plain ones have no document type and no instructions: Foundation's parser crashes on an
  /// instruction without words.
  mutating func document(isPlain: Bool = false) -> String {
    one(["", "<?xml version='1.0'?>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"])
      + one(["", "<!-- x -->\n"] + (isPlain ? [] : ["<?p q ?>", "<!DOCTYPE a SYSTEM \"a.dtd\">"]))
      + element(depth: 0) + one(["", "\n", "<!-- y -->"])
  }

  private mutating func element(depth: Int) -> String {
    let name = one(["a", "b-c", "é", "_x.1", "W"])
    var attributes = ""
    for key in ["k", "l", "ñ"] where next(3) == 0 {
      attributes +=
        one([" ", "\n", "\t "]) + key + one(["=", " = "])
        + one(["\"\(value("'"))\"", "'\(value("\""))'"])
    }
    if next(4) == 0 { return "<\(name)\(attributes)\(one(["", " "]))/>" }
    var content = ""
    for _ in 0..<next(5) {
      content += next(3) == 0 && depth < 6 ? element(depth: depth + 1) : piece()
    }
    return "<\(name)\(attributes)>\(content)</\(name)\(one(["", " ", "\n"]))>"
  }

  private mutating func value(_ quote: String) -> String {
    (0..<next(4)).map { _ in
      one(["x", " ", "\n", "\t", "&amp;", "&#10;", "&#x20AC;", "&lt;", ">", "é", "🙂", quote])
    }.joined()
  }

  private mutating func piece() -> String {
    one([
      "tekst", " ", "\r\n", "\r", "é中🙂", "&lt;", "&#13;", "&#xe9;", "<![CDATA[<x>&]]>",
      "<!-- c -->",
      "] ]", ">", "&quot;&apos;", "<![CDATA[]]>", "\"'",
    ])
  }

  /// One to three bytes changed, put in or taken out.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...next(3) where !bytes.isEmpty {
      let place = next(bytes.count)
      let sign = Array("<>&;/!'\"= a[]-:x\u{1}".utf8)
      switch next(3) {
      case 0: bytes[place] = sign[next(sign.count)]
      case 1: bytes.insert(sign[next(sign.count)], at: place)
      default: bytes.remove(at: place)
      }
    }
    return bytes
  }
}
