/// A value of JSON (RFC 8259), read from text that nobody vouches for.
public indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits.
  case integer(Int)
  /// Any other number.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// The members of an object, in the order in which they are written; no name stands twice.
public struct JSONObject: Sendable, Hashable {
  /// A name and what it stands for.
  public struct Member: Sendable, Hashable {
    /// As written, with escapes resolved.
    public let name: String
    /// What it stands for.
    public let value: JSONValue
  }

  /// In the order of the text.
  public let members: [Member]

  /// What a name stands for; nil when there is no such name.
  ///
  /// - Complexity: O(*n*) in the members.
  public subscript(name: String) -> JSONValue? {
    for member in members where member.name == name { return member.value }
    return nil
  }
}

extension JSONValue {
  /// What a name stands for, when this is an object that has it.
  public subscript(name: String) -> JSONValue? { object?[name] }

  /// The members, when this is an object.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The elements, when this is an array.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text, when this is one.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, when this is one without fraction.
  public var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  /// The number, when this is one.
  public var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// True or false, when this is one of the two.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }
}

/// What is wrong with a text that should be JSON, and where.
public struct JSONFault: Error, Hashable {
  /// Lower case, no full stop.
  public let message: String
  /// Bytes from the start of the text.
  public let offset: Int
  /// From 1.
  public let line: Int
  /// In code points, from 1.
  public let column: Int
}

/// How much a text may hold, so that no text takes more memory or stack than the caller wants.
public struct JSONLimits: Sendable, Hashable {
  /// How deep arrays and objects may nest.
  public var depth: Int
  /// How many values there may be in all.
  public var values: Int

  /// Makes limits; those that are not given leave room for any honest file.
  public init(depth: Int = 64, values: Int = 20_000_000) {
    self.depth = depth
    self.values = values
  }
}
