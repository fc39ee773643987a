import CodingEngine
import Export

/// A codebook as `draad codebook show` prints it.
struct CodebookListing {
  private let codebook: Codebook

  init(_ codebook: Codebook) {
    self.codebook = codebook
  }

  /// One line for each code, indented as the tree, with how many rules it has.
  func tree() -> String {
    let rows = codebook.outline(of: codebook.codes.indices).map { entry in
      let code = codebook.codes[entry.code]
      let rules = code.matches.count
      let count = rules == 0 ? "" : "  (\(rules) rule\(rules == 1 ? "" : "s"))"
      let indent = String(repeating: "  ", count: entry.depth - 1)
      return "\(indent)\(code.id)  \(code.title)\(count)"
    }
    let head = "\(codebook.id) \(codebook.version): \(codebook.title)"
    return ([head, ""] + rows).map { visible($0) + "\n" }.joined()
  }

  /// All that the book says of some codes.
  func details(_ codes: [Int]) -> String {
    let entries = codes.flatMap { codebook.outline(of: $0..<$0 + 1) }
    return entries.map { $0.lines.map { visible($0) + "\n" }.joined() }.joined(separator: "\n")
  }

  /// The codes as a JSON object: `codes` holds an object for each, fields by their names.
  func json(_ codes: [Int]) -> String {
    var writer = JSONWriter()
    writer.object(tall: true) { writer in
      writer.header(shape: "codebook")
      for (key, value) in [
        ("id", codebook.id), ("title", codebook.title), ("version", codebook.version),
        ("sha256", codebook.digest),
      ] {
        writer.key(key)
        writer.value(value)
      }
      writer.key("codes")
      writer.array(tall: true) { writer in
        for entry in codes.flatMap({ codebook.outline(of: $0..<$0 + 1) }) { writer.entry(entry) }
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func entry(_ entry: OutlineEntry) {
    object { writer in
      for (key, value) in [
        ("path", entry.path), ("title", entry.title),
        ("definition", entry.definition.joined(separator: "\n")),
      ] {
        writer.key(key)
        writer.value(value)
      }
      var names: [String] = []
      for field in entry.fields where !names.contains(field.name) { names.append(field.name) }
      for name in names {
        writer.key(name)
        writer.array { writer in
          for field in entry.fields where field.name == name { writer.value(field.value) }
        }
      }
    }
  }
}
