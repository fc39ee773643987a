public import CodingEngine
import Corpus
public import Review

/// The words that a reviewer judges: the turns that were drawn, with one before and one after.
public struct AuditPassage: Sendable {
  /// Some words of a turn.
  public struct Piece: Sendable, Hashable {
    /// As said.
    public let text: String
    /// Whether they are what was drawn.
    public let isDrawn: Bool
    /// Whether they made the rules propose the code.
    public let isEvidence: Bool
  }

  /// A turn, or a part of one.
  public struct Said: Sendable, Hashable {
    /// Label and role.
    public let speaker: String
    /// In the order of the text.
    public let pieces: [Piece]

    /// All its words.
    public var text: String { pieces.map(\.text).joined() }
  }

  /// As people write where it is: `FG07:12.10-85`.
  public let position: String
  /// The turn before.
  public let before: Said?
  /// The turns of the place.
  public let turns: [Said]
  /// The turn after.
  public let after: Said?
  /// The words that made the rules propose the code, each once.
  public let evidence: [String]

  /// The words of a place; nil when they are not in the study any more.
  ///
  /// - Parameters:
  ///   - place: Of an audit.
  ///   - corpus: With evidence, if that is to be shown.
  public init?(of place: AuditPlace, in corpus: CodedCorpus) {
    guard let found = place.place else { return nil }
    let coded = corpus.transcripts[found.transcript]
    let transcript = coded.transcript
    let own = transcript.turns(in: found.range)
    guard let first = own.first, let last = own.last else { return nil }
    position = transcript.position(of: found.range)
    var words: [Range<Int>] = []
    if place.coder == nil, let code = place.code, !coded.evidence.isEmpty {
      for proposal in coded.proposals
      where proposal.code == code && proposal.span.text.overlaps(found.range) {
        words += coded.evidence[proposal.evidence].map(\.text)
      }
    }
    words.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var seen: Set<String> = []
    evidence = words.map(transcript.string).filter { seen.insert($0).inserted }
    before = first > 0 ? Said(transcript, first - 1) : nil
    after = last + 1 < transcript.turns.count ? Said(transcript, last + 1) : nil
    turns = own.map { Said(transcript, $0, drawn: found.range, words) }
  }
}

extension AuditPassage.Said {
  fileprivate init(
    _ transcript: Transcript, _ turn: Int, drawn: Range<Int>? = nil, _ evidence: [Range<Int>] = []
  ) {
    let speaker = transcript.speakers[transcript.turns[turn].speaker]
    self.speaker = speaker.role.map { "\(speaker.label), \($0)" } ?? speaker.label
    let text = transcript.turns[turn].text
    let ends = [drawn].compactMap(\.self) + evidence
    let cuts = Set(
      [text.lowerBound, text.upperBound]
        + ends.flatMap { [$0.lowerBound, $0.upperBound] }.filter(text.contains)
    ).sorted()
    pieces = zip(cuts, cuts.dropFirst()).map { start, end in
      AuditPassage.Piece(
        text: transcript.string(start..<end), isDrawn: drawn?.contains(start) ?? false,
        isEvidence: evidence.contains { $0.contains(start) })
    }
  }
}
