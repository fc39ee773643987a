/// What the user says that labels become, and what is known of who speaks under them.
public struct SpeakerRenaming: Sendable, Hashable {
  /// What becomes of one label.
  public struct Rule: Sendable, Hashable {
    /// As in the file.
    public var from: String
    /// The new label; nil when it stays.
    public var label: String?
    /// A role, where one is given.
    public var role: String?
    /// What else is given.
    public var variables: [ImportedVariable] = []

    /// Makes a rule.
    public init(from: String, label: String?, role: String? = nil) {
      self.from = from
      self.label = label
      self.role = role
    }
  }

  /// In the order in which they were given; of two for one label the later holds.
  public private(set) var rules: [Rule] = []
  private var indices: [String: Int] = [:]

  /// Makes a renaming that changes nothing.
  public init() {}

  /// Adds a rule.
  public mutating func add(_ rule: Rule) {
    indices[Self.key(rule.from)] = rules.count
    rules.append(rule)
  }

  /// What becomes of a label; blanks and case at the time of writing do not matter unless two rules
  /// differ by them.
  public func rule(for label: String) -> Rule? {
    if rules.isEmpty { return nil }
    return rules.last { $0.from == label } ?? indices[Self.key(label)].map { rules[$0] }
  }

  /// A label without what people do not see: case, accents, blanks.
  static func key(_ label: String) -> String {
    let folded = Folding.fold(label.utf8).filter { $0 != 0x20 }
    return String(decoding: folded, as: UTF8.self)
  }
}
