/// The rows of a transcript's turns, kept so that none has to be cut again.
public struct RowTable: Sendable {
  private var places: [Row.Place] = []
  private var sentences: [Row.Sentence] = []
  private var transcribers: [Int] = []
  /// Where each turn's begin, and one more.
  private var starts: [(place: Int, sentence: Int, transcriber: Int)] = [(0, 0, 0)]

  /// Cuts all turns of a transcript.
  public init(of transcript: Transcript) {
    // A word and what follows it take some six bytes.
    places.reserveCapacity(transcript.text.count / 5)
    var row = Row()
    for turn in transcript.turns {
      row.cut(turn, of: transcript)
      append(row)
    }
  }

  init() {}

  /// Adds the row of the next turn.
  mutating func append(_ row: Row) {
    places += row.places
    sentences += row.sentences
    transcribers += row.transcribers
    starts.append((places.count, sentences.count, transcribers.count))
  }

  /// Puts the row of a turn into `row`.
  public func fill(_ row: inout Row, turn: Int) {
    let (start, end) = (starts[turn], starts[turn + 1])
    row.places.removeAll(keepingCapacity: true)
    row.places += places[start.place..<end.place]
    row.sentences.removeAll(keepingCapacity: true)
    row.sentences += sentences[start.sentence..<end.sentence]
    // Nearly no turn has one.
    if row.transcribers.isEmpty, start.transcriber == end.transcriber { return }
    row.transcribers.removeAll(keepingCapacity: true)
    row.transcribers += transcribers[start.transcriber..<end.transcriber]
  }
}
