/// Which prefix stands for which namespace, at one place in a file.
struct XMLNamespaces {
  private static let xml = "http://www.w3.org/XML/1998/namespace"
  private static let declarations = "http://www.w3.org/2000/xmlns/"

  private var bindings: [(prefix: String, address: String)] = [("xml", xml)]
  private var elements: [String: XMLName] = [:]
  private var attributes: [String: XMLName] = [:]

  /// How many bindings are in force.
  var count: Int { bindings.count }

  /// Adds a binding, and returns what is wrong with it, if anything.
  ///
  /// The empty prefix is that of elements without one.
  mutating func bind(_ prefix: String, to address: String) -> String? {
    if prefix == "xml" ? address != Self.xml : address == Self.xml || prefix == "xmlns" {
      return "this prefix cannot be declared"
    }
    if address == Self.declarations { return "this namespace cannot have a prefix" }
    if address.isEmpty, !prefix.isEmpty { return "a prefix cannot stand for no namespace" }
    bindings.append((prefix, address))
    forgetNames()
    return nil
  }

  /// Takes bindings away again until `count` are left.
  mutating func forget(after count: Int) {
    guard count < bindings.count else { return }
    bindings.removeLast(bindings.count - count)
    forgetNames()
  }

  /// The name that is written with or without a prefix; nil when its prefix is not declared, or it
  /// has no form of a name.
  mutating func name(_ written: String, isAttribute: Bool) -> XMLName? {
    if let known = isAttribute ? attributes[written] : elements[written] { return known }
    guard let name = resolve(written, isAttribute: isAttribute) else { return nil }
    if isAttribute { attributes[written] = name } else { elements[written] = name }
    return name
  }

  private func resolve(_ written: String, isAttribute: Bool) -> XMLName? {
    let parts = written.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 1 {
      let address = isAttribute ? nil : bindings.last { $0.prefix.isEmpty }?.address
      return XMLName(written, in: address ?? "")
    }
    let local = String(parts[1])
    guard parts.count == 2, XMLCharacters.isName(local),
      let binding = bindings.last(where: { $0.prefix == parts[0] })
    else { return nil }
    return XMLName(local, in: binding.address)
  }

  private mutating func forgetNames() {
    elements.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
  }
}
