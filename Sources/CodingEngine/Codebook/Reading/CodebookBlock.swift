import Corpus

/// A piece of a codebook's body, as its lines make it.
enum CodebookBlock {
  case heading(CodeHeading)
  /// Lines up to the next blank line, as written.
  case paragraph(String, FilePosition)
  case field(CodeField)
}

/// A line `## id: title`.
struct CodeHeading {
  /// How many `#` it has.
  let depth: Int
  /// Nil when it is faulty, which has been reported.
  let id: CodeID?
  let title: String
  let position: FilePosition
  let idPosition: FilePosition
}

/// A line `- name: value`, with the lines that go on with it.
struct CodeField {
  enum Name: String, CaseIterable {
    case when
    case notWhen = "not when"
    case example
    case counterexample
    case match
    case except
    case unit
    case within
    case speakers
    case scale
    case color
    case was
    case guid

    var canRepeat: Bool {
      switch self {
      case .when, .notWhen, .example, .counterexample, .match, .except: true
      case .unit, .within, .speakers, .scale, .color, .was, .guid: false
      }
    }

    /// Whether a list of rules may stand under it.
    var holdsRules: Bool { self == .match || self == .except }
  }

  let name: Name
  /// Where the name stands.
  let position: FilePosition
  /// One, or the items of a list of rules; none of them empty.
  let values: [PlacedText]
}
