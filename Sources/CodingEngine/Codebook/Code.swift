public import Corpus

/// The id of a code, unique in its codebook: `[a-z0-9]+(-[a-z0-9]+)*`.
public struct CodeID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The id as it is written.
  public let description: String

  /// Wraps an id; whoever reads one from outside checks its form first.
  public init(_ description: String) {
    self.description = description
  }

  /// Orders by code points.
  public static func < (left: CodeID, right: CodeID) -> Bool {
    left.description < right.description
  }
}

/// A theme that a passage can be about, with what a coder needs to know to apply it.
public struct Code: Sendable, Hashable {
  /// What is coded.
  public enum Unit: String, Sendable, Hashable {
    case sentence
    case turn
  }

  /// Whose words are looked at.
  public enum Speakers: Sendable, Hashable {
    case participants
    case all
    /// Speakers with one of these roles.
    case roles([String])
  }

  /// A level of a scale.
  public struct Level: Sendable, Hashable {
    /// What stands after an arrow; of the form of a code's id.
    public let id: String
    /// As printed; the id where the codebook gives none.
    public let title: String
  }

  /// A line `match:`: a rule and, for a code with a scale, the level it stands for.
  public struct Match: Sendable, Hashable {
    /// What to look for.
    public let rule: Rule
    /// The rule as written in the codebook, without backticks and arrow.
    public let source: String
    /// An index into the code's scale.
    public let level: Int?
    /// Where the rule begins.
    public let position: FilePosition
  }

  /// A line `example:` or `counterexample:`.
  public struct Example: Sendable, Hashable {
    /// What is said, without arrow and level.
    public let text: String
    /// The level the example must get: an index into the code's scale.
    public let level: Int?
    /// Where the text begins.
    public let position: FilePosition
  }

  /// Unique in the codebook.
  public let id: CodeID
  /// As printed.
  public let title: String
  /// The prose under the heading, as written; empty when there is none.
  public let definition: String
  /// The lines `when:`.
  public let when: [String]
  /// The lines `not when:`.
  public let notWhen: [String]
  /// The lines `example:`.
  public let examples: [Example]
  /// The lines `counterexample:`.
  public let counterexamples: [Example]
  /// The lines `match:`; empty for a code that only people apply.
  public let matches: [Match]
  /// The lines `except:`.
  public let exceptions: [Match]
  /// What is coded, said here or inherited.
  public let unit: Unit
  /// Whether rules look through the whole turn although sentences are coded; said here or inherited.
  public let looksThroughTurn: Bool
  /// Whose words are looked at, said here or inherited.
  public let speakers: Speakers
  /// The levels from low to high; empty when the code has no scale.
  public let scale: [Level]
  /// `#RRGGBB`.
  public let color: String?
  /// Earlier ids, newest first, through which old codings are read.
  public let was: [CodeID]
  /// The identity of a code that came from a REFI-QDA file.
  public let guid: String?
  /// The index of the code above this one in the codebook's `codes`.
  public let parent: Int?
  /// 1 for a code at the top.
  public let depth: Int
  /// Where the heading stands.
  public let position: FilePosition
}
