/// What holds after everything in the log: codings, decisions, memos.
///
/// Adding is free of order; of two changes to one thing the later in the order of number and digest
/// holds; what is removed stays removed. So every order of copying gives the same state.
public struct LogState: Sendable {
  /// In the order of their lines; those that were removed are not among them.
  public internal(set) var codings: [LoggedCoding] = []
  /// Codings that were taken off again, in the order of their lines.
  public internal(set) var removed: [RemovedCoding] = []
  /// In the order in which they hold: the last verdict of a reviewer is the last.
  public internal(set) var decisions: [LoggedDecision] = []
  /// Samples drawn for review, in the order of their lines.
  public internal(set) var audits: [LoggedAudit] = []
  /// In the order of their lines.
  public internal(set) var memos: [Memo] = []
  /// Codes made while reading, that no codebook has taken in; the first title of each.
  public internal(set) var newCodes: [NewCode] = []
  /// What coders have been through.
  public internal(set) var done: [Done] = []
  /// Words on which coders who differed have agreed, in the order of their lines.
  public internal(set) var settled: [Settled] = []
  /// The versions of transcripts on which somebody wrote, by their key.
  public internal(set) var versions: [TextVersion] = []
  /// The lines taken back, by strand and number.
  var undone: Set<UInt64> = []
  /// Numbers for the names in `codings`.
  var names = CodingNames(of: [])
}

extension LogState {
  /// The same before anybody decided on anything: what each coder did alone.
  public var beforeDecisions: LogState {
    var state = self
    state.decisions = []
    return state
  }

  /// The same with the codings that were taken off again, and no others.
  public var takenOff: LogState {
    var state = self
    state.codings = removed.map(\.coding)
    state.names = CodingNames(of: state.codings)
    return state
  }

  /// Everybody who coded, called something done, noted, judged or began an audit.
  public var everybody: [String] {
    coders + memos.map(\.coder) + decisions.map(\.coder) + audits.map(\.coder)
  }

  /// Everybody who coded or called something done, in the order of code points.
  public var coders: [String] {
    Set(names.coders.names + done.map(\.coder)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

/// One code on one span, by one coder.
public struct LoggedCoding: Sendable, Hashable {
  /// Which event added it.
  public let id: LogReference
  /// The full name.
  public let coder: String
  /// `book:id`, as last said.
  public internal(set) var code: String
  /// A level of the code's scale.
  public internal(set) var level: String?
  /// Where it stood when that was last said.
  public internal(set) var anchor: Anchor
  /// Whether its coder said that its words are gone.
  public internal(set) var isGone = false
  /// The index in the log's lines of the line that holds the words of the anchor.
  var wordsLine: Int
}

/// A coding that was taken off again.
public struct RemovedCoding: Sendable, Hashable {
  /// As it was.
  public let coding: LoggedCoding
  /// Who took it off.
  public let coder: String
  /// When, in UTC.
  public let at: String
}

/// A verdict of a reviewer.
public struct LoggedDecision: Sendable, Hashable {
  /// Which event added it.
  public let id: LogReference
  /// The full name.
  public let coder: String
  /// What the reviewer says.
  public let verdict: Verdict
  /// `book:id` of what is decided on.
  public let code: String
  /// The words it is about.
  public let anchor: Anchor
  /// The coding it is about; nil for a proposal.
  public let coding: LogReference?
  /// What code it should have been, for `recode`.
  public let newCode: String?
  /// The level that goes with the new code or span.
  public let level: String?
  /// What words it should have been, for `resize`.
  public let newAnchor: Anchor?
  /// The place of an audit that it was made on.
  public let audited: AuditedPlace?
  /// Where the reason is among the words of the line.
  let reason: Int?
  /// The index in the log's lines of the line that holds the words.
  let wordsLine: Int
}

/// A note on a study, transcript, code or coding.
public struct Memo: Sendable, Hashable {
  /// Which event added it.
  public let id: LogReference
  /// The full name.
  public let coder: String
  /// What it is about.
  public let target: MemoTarget
  /// When, in UTC.
  public let at: String
  /// Nil when it was erased.
  public let text: String?
}

/// A code made while reading.
public struct NewCode: Sendable, Hashable {
  /// `book:id`.
  public let code: String
  /// As printed.
  public let title: String
  /// Who made it.
  public let coder: String
}

/// That a coder has been through a transcript with some codes.
public struct Done: Sendable, Hashable {
  /// The full name.
  public let coder: String
  /// The transcript's id.
  public let transcript: String
  /// `book:id`; empty for all.
  public let codes: [String]
}

/// That coders who differed on some words have agreed on them.
public struct Settled: Sendable, Hashable {
  /// Under whose name they agreed.
  public let coder: String
  /// `book:id`: the codes that they looked at; empty for all.
  public let codes: [String]
  /// The words.
  public let anchor: Anchor
  /// The index in the log's lines of the line that holds the words.
  let wordsLine: Int
}
