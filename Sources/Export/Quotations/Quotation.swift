public import Corpus

/// The words under a place, with who said them and where.
///
/// Offsets count Unicode code points from 0, end exclusive.
public struct Quotation: Sendable, Hashable {
  /// What it is, whatever it is coded with and wherever it moves: `FG07:q4f2ab`.
  public let id: String
  /// An index into the codebook's `codes`.
  public let code: Int
  /// The id of the level on the code's scale; `(mixed)` where the rules disagree.
  public let level: String?
  /// The id of the transcript.
  public let transcript: String
  /// The number of the turn in its transcript, from 1.
  public let turn: Int
  /// Where it stands in the text of its turn.
  public let inTurn: Range<Int>
  /// Where it stands in the text of its transcript.
  public let inText: Range<Int>
  /// Whether it is all that is said in the turn.
  public let isWholeTurn: Bool
  /// Who says it.
  public let speaker: Speaker
  /// The variables of the transcript.
  public let variables: [Variable]
  /// Word for word as it stands in the transcript.
  public let text: String
  /// The words that made the engine propose the code: where they stand in the text of the turn.
  public let evidence: [Range<Int>]
  /// What has become of it.
  let standing: Standing
  /// Whether a part of it is there that no person has looked at.
  let isUnreviewed: Bool
  /// Who had a hand in it; nobody in what rules propose and nobody has looked at.
  let people: PlacePeople
  /// Whether tables count it: a participant says it, and it holds at least one word.
  public let counts: Bool
  /// The turns before it, as many as were asked for.
  public let before: [ContextTurn]
  /// The turns after it, as many as were asked for.
  public let after: [ContextTurn]

  /// A turn near a quotation.
  public struct ContextTurn: Sendable, Hashable {
    /// The number of the turn in its transcript, from 1.
    public let turn: Int
    /// The label of who says it.
    public let speaker: String
    /// Word for word as it stands in the transcript.
    public let text: String
  }

  /// Where it is now: `FG07:12.10-85`, or `FG07:12` for a whole turn.
  public var position: String {
    var bytes: [UInt8] = []
    appendTurn(to: &bytes)
    if !isWholeTurn {
      bytes.append(UInt8(ascii: "."))
      Digits.append(inTurn.lowerBound, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      Digits.append(inTurn.upperBound, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Who says it and where, as a paper names it: `PM2, pedagogisch medewerker, FG07:12`.
  public var attribution: String {
    var bytes: [UInt8] = []
    bytes.append(speaker.label)
    bytes.append(", ")
    if let role = speaker.role {
      bytes.append(role)
      bytes.append(", ")
    }
    appendTurn(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the turn it stands in: `FG07:12`.
  private func appendTurn(to bytes: inout [UInt8]) {
    bytes.append(transcript)
    bytes.append(UInt8(ascii: ":"))
    Digits.append(turn, to: &bytes)
  }
}
