/// One recorded conversation: variables, speakers, turns.
public struct Transcript: Sendable {
  /// The file name without extension: `FG07`.
  public let id: String
  /// The file, as found.
  public let path: String
  /// The body after the front matter: UTF-8, no BOM, line ends LF, nothing else changed.
  public let text: [UInt8]
  /// The line of the file on which `text` begins, from 1.
  public let firstLine: Int
  /// What the front matter says besides participants and variables.
  public let details: Details
  /// The transcript's own variables, in the order of the file; reserved keys are not among them.
  public let variables: [Variable]
  /// Declared speakers in the order of the file, then the others in the order in which they speak.
  public let speakers: [Speaker]
  /// In the order of the text.
  public let turns: [Turn]

  /// The reserved keys of the front matter that describe the conversation as a whole.
  public struct Details: Sendable, Hashable {
    /// What people call the conversation.
    public var title: String?
    /// As written: year-month-day where it can be used for order.
    public var date: String?
    /// As written, for example `nl`.
    public var language: String?
    /// The words of `status:`, for example `invented` and `excerpt`.
    public var status: [String] = []
    /// The place in the order of collection.
    public var order: Double?
    /// `brackets: words`: what stands in square brackets is speech.
    public var bracketsAreWords = false

    /// Whether the conversation never took place.
    public var isInvented: Bool { status.contains("invented") }
  }
}

extension Transcript {
  /// A conversation of one turn, for words that stand in no file.
  public init(turn words: String, by speaker: Speaker) {
    let text = Array(words.utf8)
    let range = skipBlanks(text.span, from: 0, to: text.count)..<text.count
    self.init(
      id: "", path: "", text: text, firstLine: 1, details: Details(), variables: [],
      speakers: [speaker],
      turns: [
        Turn(
          speaker: 0, start: 0,
          text: range.lowerBound..<trimBlanks(text.span, from: range.lowerBound, to: text.count),
          time: nil)
      ])
  }

  /// The words at UTF-8 byte offsets into the text, as they stand.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }
}
