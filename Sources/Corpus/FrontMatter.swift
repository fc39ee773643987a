/// The settings at the head of a transcript or codebook, between two lines of `---`.
///
/// A small subset of YAML in which every value is text: `key: text`, maps nested by two blanks,
/// `[a, b]`, `{a: b}`, `"…"` with `\"` and `\\`, and `#` comments after a blank.
public struct FrontMatter: Sendable, Hashable {
  /// A value with the place where it begins.
  public struct Node: Sendable, Hashable {
    /// What the key holds, as written.
    public let value: Value
    /// Where the value begins.
    public let position: FilePosition
  }

  /// What a key can hold.
  public indirect enum Value: Sendable, Hashable {
    case text(String)
    case list([Node])
    case map([Entry])
  }

  /// A key and its value.
  public struct Entry: Sendable, Hashable {
    /// Without quotes.
    public let key: String
    /// Where the key begins.
    public let position: FilePosition
    /// The value after the colon.
    public let node: Node
  }

  /// The entries in the order of the file; empty when the file has no front matter.
  public let entries: [Entry]

  /// Makes front matter from entries in the order of the file.
  public init(entries: [Entry] = []) {
    self.entries = entries
  }

  /// The entry under `key`, if there is one.
  public subscript(key: String) -> Entry? {
    entries.first { $0.key == key }
  }
}

extension FrontMatter.Node {
  /// The text, when the value is one.
  public var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  /// A list of texts: the elements of `[a, b]`, or a text cut at its commas; nil for anything else.
  public var texts: [FrontMatter.Node]? {
    switch value {
    case .list(let nodes): nodes
    case .text(let text):
      text.split(separator: ",").map(\.trimmingBlanks).filter { !$0.isEmpty }.map { part in
        FrontMatter.Node(value: .text(part), position: position)
      }
    case .map: nil
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
