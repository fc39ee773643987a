public import CodingEngine
import Corpus

/// What a reviewer says of one place of an audit, before it is in the log.
public struct AuditAnswer: Sendable, Hashable {
  /// The place's number, from 1.
  public let number: Int
  /// What is said.
  public let verdict: Verdict
  /// An index into the codebook's codes: what it should have been.
  public let newCode: Int?
  /// UTF-8 byte offsets into the text: what should have been coded.
  public let newRange: Range<Int>?
  /// Why.
  public let reason: String?
  /// `book:id` of what was chosen before the code was shown; empty for none; nil when not blind.
  public let chosen: String?

  /// A verdict as it was typed or written in a file.
  public struct Typed: Sendable, Hashable {
    /// `accept`, `reject`, `recode`, `resize` or `unsure`; empty in a blind audit when only a code was
    /// chosen.
    public var verdict = ""
    /// For `recode`: the code it should have been.
    public var newCode = ""
    /// For `resize`: the words that should have been coded.
    public var words = ""
    /// Why.
    public var reason = ""
    /// In a blind audit: the code that was chosen, or `none`.
    public var chosen = ""

    /// Nothing typed yet.
    public init() {}

    /// Whether nothing is said.
    public var isEmpty: Bool { verdict.isEmpty && chosen.isEmpty }
  }

  /// Checks what was typed against the place.
  ///
  /// - Parameters:
  ///   - typed: By the reviewer, or read from a file: nothing in it is trusted.
  ///   - place: What it is about.
  ///   - isBlind: Whether a code was to be chosen first.
  ///   - corpus: Where the place is.
  /// - Throws: What is wrong, and what to do.
  public init(
    _ typed: Typed, on place: AuditPlace, isBlind: Bool, in corpus: CodedCorpus
  ) throws(AuditFault) {
    number = place.number
    let book = corpus.codebook
    let choice = try Self.choice(typed.chosen, book)
    guard isBlind || choice == nil else {
      throw AuditFault("nothing is chosen first here", fix: "leave chosen empty: it is not blind")
    }
    if isBlind, choice == nil {
      throw AuditFault("the code was not chosen", fix: "choose a code, or none")
    }
    chosen = choice.map { $0.map(book.name) ?? "" }
    var newCode = try typed.newCode.isEmpty ? nil : Self.code(typed.newCode, book)
    if typed.verdict.isEmpty, let choice {
      verdict = Self.verdict(for: choice, on: place)
      if verdict == .recode { newCode = choice }
    } else {
      guard let known = Verdict(rawValue: typed.verdict.lowercased()) else {
        throw AuditFault(
          "there is no verdict \"\(typed.verdict.prefix(40))\"",
          fix: "write \(Verdict.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      verdict = known
    }
    self.newCode = newCode
    try Self.check(verdict, newCode, typed, on: place)
    newRange =
      verdict == .resize ? try Self.range(of: typed.words, at: place, in: corpus) : nil
    guard typed.reason.utf8.count <= Self.longestReason else {
      throw AuditFault("the reason is longer than \(Self.longestReason) bytes", fix: "shorten it")
    }
    reason = typed.reason.isEmpty ? nil : typed.reason
  }

  private static let longestReason = 10_000

  /// What follows from a choice made before the code was shown.
  public static func verdict(for choice: Int?, on place: AuditPlace) -> Verdict {
    if choice == place.code { return .accept }
    return choice == nil ? .reject : .recode
  }

  /// Nil when nothing was chosen; a nil in it for the choice of no code.
  private static func choice(_ text: String, _ book: Codebook) throws(AuditFault) -> Int?? {
    if text.isEmpty { return .none }
    if text.lowercased() == "none" { return .some(nil) }
    return .some(try code(text, book))
  }

  private static func code(_ name: String, _ book: Codebook) throws(AuditFault) -> Int {
    do {
      return try book.code(named: name)
    } catch {
      throw AuditFault(error.description, fix: "draad codebook show lists the codes")
    }
  }

  private static func check(
    _ verdict: Verdict, _ newCode: Int?, _ typed: Typed, on place: AuditPlace
  ) throws(AuditFault) {
    if place.isUncoded, verdict == .reject || verdict == .resize {
      throw AuditFault(
        "nothing is coded here, and so nothing can be \(verdict == .reject ? "rejected" : "resized")",
        fix: "accept says that no code belongs here, recode names the one that does")
    }
    if verdict == .recode, newCode == nil {
      throw AuditFault("recode needs the code that it should have been", fix: "name it")
    }
    if verdict == .recode, newCode == place.code {
      throw AuditFault("it has that code already", fix: "accept it, or name another")
    }
    if verdict != .recode, !typed.newCode.isEmpty {
      throw AuditFault("only recode takes a code", fix: "write recode, or leave the code out")
    }
    if verdict != .resize, !typed.words.isEmpty {
      throw AuditFault("only resize takes words", fix: "write resize, or leave the words out")
    }
  }

  private static func range(
    of words: String, at place: AuditPlace, in corpus: CodedCorpus
  ) throws(AuditFault) -> Range<Int> {
    guard let found = place.place else {
      throw AuditFault("the words of the place are not there any more", fix: "leave it open")
    }
    let transcript = corpus.transcripts[found.transcript].transcript
    let turns = transcript.turns(in: found.range)
    guard !words.isEmpty, let first = turns.first, let last = turns.last else {
      throw AuditFault("resize needs the words that should have been coded", fix: "give them")
    }
    // The turns around are on the screen, and the right words may reach into them.
    let around = max(1, first)...min(transcript.turns.count, last + 2)
    let inside = transcript.ranges(ofWords: words, inTurns: first + 1...last + 1)
    let ranges = inside.isEmpty ? transcript.ranges(ofWords: words, inTurns: around) : inside
    guard let only = ranges.first, ranges.count == 1 else {
      throw AuditFault(
        ranges.isEmpty
          ? "these words do not stand there" : "these words stand there \(ranges.count) times",
        fix: "give the words as they are said, once; case and accents do not matter")
    }
    guard only != found.range else {
      throw AuditFault("these are the words that are coded", fix: "accept it, or give others")
    }
    return only
  }
}

/// What is wrong with a verdict, and what to do.
public struct AuditFault: Error, Sendable, Hashable {
  /// Lower case, no full stop.
  public let message: String
  /// One clause.
  public let fix: String

  init(_ message: String, fix: String) {
    self.message = message
    self.fix = fix
  }
}

extension LogEntry {
  /// Adds an answer: a decision on the place's coding.
  ///
  /// - Returns: Whether it is news: the reviewer may have said so already.
  public mutating func decide(
    _ answer: AuditAnswer, in audit: Audit, by reviewer: String, _ corpus: CodedCorpus,
    knowing state: LogState, in log: CodingLog
  ) -> Bool {
    let place = audit.places[answer.number - 1]
    guard let found = place.place else { return false }
    let newCode = answer.newCode.map(corpus.codebook.name)
    let newSpan = answer.newRange.map {
      corpus.transcripts[found.transcript].transcript.turnPositions(of: $0)
    }
    let isSaid = place.verdicts.contains {
      $0.reviewer == reviewer && $0.verdict == answer.verdict && $0.newCode == newCode
        && $0.reason == answer.reason && $0.chosen == answer.chosen && $0.newSpan == newSpan
    }
    if isSaid { return false }
    let coding = place.drawn.coding.flatMap { id in
      state.codings.first { $0.id.withoutLineCheck == id.withoutLineCheck }
    }
    decide(
      answer.verdict, code: place.drawn.code, found.range,
      in: corpus.transcripts[found.transcript].transcript, coding: coding, newCode: newCode,
      newRange: answer.newRange, reason: answer.reason,
      on: AuditedPlace(audit: audit.logged.id, number: answer.number, chosen: answer.chosen),
      knowing: state, in: log)
    return true
  }
}
