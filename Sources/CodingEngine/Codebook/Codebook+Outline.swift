/// What a codebook says of one code, ready to be printed.
public struct OutlineEntry: Sendable, Hashable {
  /// A line such as `when: …`.
  public struct Field: Sendable, Hashable {
    /// The name of the field, as in the codebook.
    public let name: String
    /// As in the codebook, without backticks.
    public let value: String
  }

  /// An index into the codebook's `codes`.
  public let code: Int
  /// The ids from the top down, joined by `/`.
  public let path: String
  /// As printed.
  public let title: String
  /// 1 for a code at the top.
  public let depth: Int
  /// The prose under the heading, line by line.
  public let definition: [String]
  /// In the order in which a coder needs them.
  public let fields: [Field]
}

extension OutlineEntry {
  /// Lines of text: path and title, then the rest under it, indented by two blanks.
  ///
  /// They hold what the file holds, control characters too: whoever prints them takes care of that.
  public var lines: [String] {
    ["\(path): \(title)"]
      + (definition + fields.map { "\($0.name): \($0.value)" }).map { $0.isEmpty ? "" : "  \($0)" }
  }
}

extension Codebook {
  /// What the book says of the codes, one entry for each, in the order of the book.
  public func outline(of range: Range<Int>) -> [OutlineEntry] {
    range.map { index in
      let code = codes[index]
      return OutlineEntry(
        code: index, path: path(of: index), title: code.title, depth: code.depth,
        definition: code.definition.isEmpty
          ? []
          : code.definition.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init),
        fields: code.outlineFields)
    }
  }

  /// Id, version and title on one line, then the lines of all entries with a blank line before each.
  public var outlineLines: [String] {
    ["\(id) \(version): \(title)"] + outline(of: codes.indices).flatMap { [""] + $0.lines }
  }
}

extension Code {
  fileprivate var outlineFields: [OutlineEntry.Field] {
    func all(_ name: String, _ values: [String]) -> [OutlineEntry.Field] {
      values.map { OutlineEntry.Field(name: name, value: $0) }
    }
    func withLevel(_ text: String, _ level: Int?) -> String {
      level.map { "\(text) → \(scale[$0].id)" } ?? text
    }
    return all("when", when) + all("not when", notWhen)
      + all("example", examples.map { withLevel($0.text, $0.level) })
      + all("counterexample", counterexamples.map(\.text))
      + all("scale", scale.isEmpty ? [] : [scale.map(\.text).joined(separator: " < ")])
      + all("match", matches.map { withLevel($0.source, $0.level) })
      + all("except", exceptions.map(\.source)) + settingFields
  }

  /// What differs from a code that says nothing of it.
  private var settingFields: [OutlineEntry.Field] {
    var fields: [OutlineEntry.Field] = []
    func add(_ name: String, _ value: String) { fields.append(.init(name: name, value: value)) }
    if unit == .turn { add("unit", unit.rawValue) }
    if looksThroughTurn { add("within", "turn") }
    switch speakers {
    case .participants: break
    case .all: add("speakers", "all")
    case .roles(let roles): add("speakers", roles.joined(separator: ", "))
    }
    if !was.isEmpty { add("was", was.map(\.description).joined(separator: ", ")) }
    return fields
  }
}

extension Code.Level {
  fileprivate var text: String { title == id ? id : "\(id) \"\(title)\"" }
}
