import CodingEngine
import Corpus
import Export
import FileSystem

/// A coding whose words do not stand where it was put.
struct MovedCoding {
  /// How surely its words were found.
  enum Standing: String {
    case found
    /// Most of them are there.
    case uncertain
    case gone
  }

  let coding: LoggedCoding
  let standing: Standing
  /// Nil when it is not here.
  let transcript: Transcript?
  /// Where its words are, or most of them; nil when they are gone.
  let range: Range<Int>?
  /// The words that it was put on; nil when they were erased.
  let words: String?

  private var before: String { words ?? "(erased)" }

  private var now: String {
    if coding.isGone { return "gone for good, as was said" }
    guard let transcript else { return "gone: the transcript is not here" }
    guard let range else { return "gone: its words are not found" }
    return "\(transcript.position(of: range)) \(transcript.excerpt(range, isWhole: true))"
  }

  private var place: String { "\(coding.anchor.transcript):\(coding.anchor.span.firstTurn)" }

  /// For people: what it is, and its words before and now; each in one line, but in a terminal.
  var text: String {
    let name = coding.code.split(separator: ":").last ?? ""
    let width = Output.Stream.output.isTerminal ? Walk.width : Int.max
    func line(_ label: String, _ words: String) -> String {
      let margin = "\n" + String(repeating: " ", count: label.count)
      return label + wrapped(visible(words), to: width - label.count).joined(separator: margin)
        + "\n"
    }
    return line("", "\(coding.id)  \(place) \(name) by \(coding.coder)")
      + line("  before: ", before)
      + line("  now:    ", now + (standing == .uncertain ? " (uncertain)" : ""))
  }

  /// A row of the table that a user can fill in.
  var row: [String] {
    [
      coding.id.description, place, coding.code, coding.coder, standing.rawValue, before, now, "",
    ]
  }
}

/// The codings of a study that do not stand where they were put.
struct MovedCodings {
  /// Those whose words are there, elsewhere or in a changed turn.
  private(set) var found: [MovedCoding] = []
  /// Those that are uncertain or gone.
  private(set) var lost: [MovedCoding] = []
  /// Those that somebody said to be gone for good.
  private(set) var givenUp: [MovedCoding] = []

  var all: [MovedCoding] { lost + found + givenUp }

  init(in folder: StudyFolder, _ log: CodingLog, _ state: LogState) throws {
    let listed = try CorpusFolder.list(folder.corpus).transcripts
    for id in Set(state.codings.map(\.anchor.transcript)).sorted() {
      let transcript = listed.first { $0.id == id }?.read().value
      func moved(
        _ coding: LoggedCoding, _ standing: MovedCoding.Standing, _ range: Range<Int>?
      ) -> MovedCoding {
        MovedCoding(
          coding: coding, standing: standing, transcript: transcript, range: range,
          words: log.quotation(of: coding))
      }
      let all = state.moved(id, in: transcript, log)
      found += all.found.map { moved($0.coding, .found, $0.range) }
      for unplaced in all.unplaced {
        let coding = moved(
          unplaced.coding, unplaced.text == nil ? .gone : .uncertain, unplaced.text)
        if unplaced.coding.isGone { givenUp.append(coding) } else { lost.append(coding) }
      }
    }
  }

  /// How many were found again, by transcript, a line for each.
  var foundCounts: String {
    let counts = Dictionary(grouping: found, by: \.coding.anchor.transcript).mapValues(\.count)
    return counts.keys.sorted().map { id in
      let count = counts[id, default: 0]
      return visible("\(id): \(count) coding\(count == 1 ? "" : "s") found again") + "\n"
    }.joined()
  }
}
