import Corpus

extension CodeID {
  /// Whether a text has the form of an id: `[a-z0-9]+(-[a-z0-9]+)*`.
  static func isWellFormed(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy(isOfIDs) }
  }

  /// What to write instead of a text that is no id.
  static func advice(for text: String) -> String {
    let form = "small letters a to z, digits and single hyphens"
    guard !text.isEmpty else { return "write one: \(form)" }
    return slug(of: text).map { "write for example \($0): \(form)" } ?? "write \(form)"
  }

  /// An id made of the words of a title; nil when that leaves letters out.
  static func slug(of title: String) -> String? {
    guard title.unicodeScalars.allSatisfy({ $0.isASCII || RuleSign($0) == .other }) else {
      return nil
    }
    let words = title.lowercased().utf8.split { !isOfIDs($0) }
    return words.isEmpty
      ? nil : words.map { String(Substring($0)) }.joined(separator: "-")
  }

  private static func isOfIDs(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  /// The id that a title gives, accents and other signs aside; nil when nothing is left of it.
  public init?(title: String) {
    let words = Folding.fold(title.utf8).split { !Self.isOfIDs($0) }
    if words.isEmpty { return nil }
    self.init(words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-"))
  }
}
