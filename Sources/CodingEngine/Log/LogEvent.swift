/// Something that a line of the log does: adds, changes or removes what somebody decided.
///
/// Codes are named `book:id`, as they were when the line was written.
enum LogEvent: Hashable, Sendable {
  /// The first writing on a version of a transcript.
  case text(TextVersion)
  case code(code: String, level: String?, Anchor)
  case uncode(LogReference)
  case recode(LogReference, code: String, level: String?)
  case resize(LogReference, Anchor)
  /// Says where a coding stands now that its transcript has changed; nil: its words are gone.
  case reanchor(LogReference, Anchor?)
  /// A memo; its text is at this index of the line's words.
  case memo(MemoTarget, words: Int)
  /// A code made while reading.
  case newCode(code: String, title: String)
  /// Codes that were taken into the codebook.
  case adopt(codes: [String])
  /// "I have been through this transcript with these codes"; no codes means all.
  case done(transcript: String, codes: [String])
  indirect case decide(LogDecision)
  /// Coders who differed on some words have agreed on them, with these codes in view; what they
  /// agreed on stands beside it.
  case settle(codes: [String], Anchor)
  /// A change to the codebook's file.
  indirect case edit(CodebookEdit)
  /// Words of a speaker were taken out of lines.
  indirect case erase(LogErasureEvent)
  /// A fork whose two sides both hold: the digest after which they part.
  case acceptFork(after: String)
  /// A line whose digest is a fingerprint of all that was there.
  case seal
  /// Takes back the line of the own strand with this number.
  case undo(n: Int)
  /// Takes back the undoing of the line with this number.
  case redo(n: Int)
  /// An event of a later version of the tool.
  case unknown(String)
}

/// What a memo is about.
public enum MemoTarget: Sendable, Hashable {
  case study
  case transcript(String)
  /// `book:id`.
  case code(String)
  case coding(LogReference)
}

/// A reviewer's verdict on a proposal of the rules, or on somebody's coding.
struct LogDecision: Hashable, Sendable {
  let verdict: Verdict
  /// The code of what is decided on.
  let code: String
  /// The words that the decision is about; for a verdict on a person's coding, where it stood.
  let anchor: Anchor
  /// The person's coding; nil for a proposal.
  let coding: LogReference?
  /// For `recode`: the code it should have been.
  let to: String?
  let level: String?
  /// For `resize`: the words it should have been.
  let span: Anchor?
  /// Where the reason is among the words of the line.
  let reason: Int?
}

/// What a reviewer says of a coding.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case accept
  case reject
  case recode
  case resize
  case unsure
}

/// A change to a codebook's file, as `draad codebook rename` and its likes make it.
struct CodebookEdit: Hashable, Sendable {
  /// `rename`, `move`, `merge`, `split`, `delete`, `add` or `adopt`.
  let kind: String
  /// The book's id.
  let book: String
  /// What the command was about.
  let codes: [String]
  /// The SHA-256 of the whole file before.
  let sha256: String
  /// The replaced part of the file, before and after, and the byte at which it begins.
  let at: Int
  let old: String
  let new: String
}
