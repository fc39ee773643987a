import XML

/// What a reader makes of a file, one event per line, for tests to look at.
enum Events {
  static func of(_ bytes: [UInt8]) throws(XMLError) -> [String] {
    var reader = try XMLReader(bytes)
    var lines: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let tag):
        let attributes = tag.attributes.map { " \(written($0.name))=\($0.value.debugDescription)" }
        lines.append("<\(written(tag.name))\(attributes.sorted().joined())>")
      case .end(let name): lines.append("</\(written(name))>")
      case .text(let text): lines.append(text.debugDescription)
      }
    }
    return lines
  }

  static func of(_ text: String) throws(XMLError) -> [String] { try of(Array(text.utf8)) }

  static func written(_ name: XMLName) -> String {
    name.namespace.isEmpty ? name.local : "{\(name.namespace)}\(name.local)"
  }
}
