/// The name of an element or attribute, with its namespace (Namespaces in XML 1.0).
public struct XMLName: Sendable, Hashable {
  /// The namespace's address; empty when the name is in none.
  public let namespace: String
  /// What stands after the prefix.
  public let local: String

  /// Makes a name; in no namespace if none is given.
  public init(_ local: String, in namespace: String = "") {
    self.namespace = namespace
    self.local = local
  }
}

/// An attribute of an element.
public struct XMLAttribute: Sendable, Hashable {
  /// In no namespace when it is written without a prefix.
  public let name: XMLName
  /// With references resolved, and line ends and tabs as blanks.
  public let value: String
}

/// An element at its start: its name and attributes.
public struct XMLTag: Sendable, Hashable {
  /// The element's name.
  public let name: XMLName
  /// In the order of the file, without declarations of namespaces.
  public let attributes: [XMLAttribute]

  /// The value of the attribute with this name, in no namespace or, if there is none, in any.
  public subscript(local: String) -> String? {
    let named = attributes.filter { $0.name.local == local }
    return (named.first { $0.name.namespace.isEmpty } ?? named.first)?.value
  }
}

/// What comes next in an XML file.
public enum XMLEvent: Sendable, Hashable {
  case start(XMLTag)
  /// Every start has its end, also where the file writes `<a/>`.
  case end(XMLName)
  /// All characters up to the next tag, across comments and CDATA sections; never empty, and never
  /// outside of the root element.
  case text(String)
}

/// Why a file is no XML that is read here.
public struct XMLError: Error, Hashable {
  /// From 1.
  public let line: Int
  /// In code points, from 1.
  public let column: Int
  /// What is wrong: lower case, no full stop.
  public let message: String
}
