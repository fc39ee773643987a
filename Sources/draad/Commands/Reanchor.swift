import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let reanchor = Command(
    name: "reanchor",
    summary: "Show codings whose words changed, and say where they stand now",
    arguments: .any("ID here|gone"),
    ownOptions: [.coder, .codebook],
    details: [
      "Without arguments: every coding that is uncertain or detached, with its words before and after."
        + " Exit status 1 when there are any.",
      "With the id of one and here: it stands where it is shown. With a position instead (FG07:12): it"
        + " stands there. With gone: its words are gone.",
    ],
    examples: [
      .init("draad reanchor", "Show what is uncertain or detached."),
      .init("draad reanchor 1a2b3c4d-7-1-00000000 here", "The words shown are the right ones."),
    ]
  ) { options, output in
    let desk = try Desk(options)
    let lost = try desk.unplaced()
    guard let id = options.arguments.first else {
      for (coding, transcript, range) in lost {
        try output.write(visible(desk.describe(coding, transcript, range)) + "\n")
      }
      return lost.isEmpty ? .done : .found
    }
    guard let found = lost.first(where: { $0.coding.id.description == id }),
      options.arguments.count == 2
    else {
      throw Failure(
        "no uncertain or detached coding has the id \"\(id)\"", fix: "see draad reanchor")
    }
    var entry = LogEntry(
      command: "reanchor " + options.arguments.joined(separator: " "), codebook: desk.codebook)
    let (transcript, range): (Transcript?, Range<Int>?)
    switch options.arguments[1] {
    case "gone": (transcript, range) = (nil, nil)
    case "here":
      guard let text = found.range else {
        throw Failure("its words are nowhere", fix: "give a position, or say gone")
      }
      (transcript, range) = (found.transcript, text)
    default:
      let target = try CodingTarget(
        options.arguments[1], quotation: nil, transcript: desk.transcript)
      (transcript, range) = (target.transcript, target.range)
    }
    entry.reanchor(found.coding, at: range, in: transcript, knowing: desk.state, in: desk.log)
    let place = range.flatMap { range in transcript.map { $0.position(of: range) } } ?? "gone"
    try desk.write(
      entry, saying: ["\(desk.title(found.coding.code)) stands at \(place) now"], on: &output)
    return .done
  }
}

extension Desk {
  /// Codings that are uncertain or detached, and have not been said to be gone.
  fileprivate func unplaced() throws -> [(
    coding: LoggedCoding, transcript: Transcript?, range: Range<Int>?
  )] {
    let listed = try CorpusFolder.list(folder.corpus)
    var lost: [(coding: LoggedCoding, transcript: Transcript?, range: Range<Int>?)] = []
    let ids = Set(state.codings.map(\.anchor.transcript)).sorted()
    for id in ids {
      let transcript = listed.transcripts.first { $0.id == id }?.read().value
      lost += state.unplaced(id, in: transcript, log).map { ($0.coding, transcript, $0.text) }
    }
    return lost.filter { !$0.coding.isGone }
  }

  fileprivate func describe(
    _ coding: LoggedCoding, _ transcript: Transcript?, _ range: Range<Int>?
  ) -> String {
    let before = log.quotation(of: coding) ?? "(erased)"
    let head =
      "\(coding.id)  \(coding.anchor.transcript):\(coding.anchor.span.firstTurn)"
      + " \(title(coding.code)) by \(coding.coder)"
    guard let transcript, let range else { return head + "\n  before: \(before)\n  now:    gone" }
    return head + "\n  before: \(before)\n  now:    \(transcript.position(of: range))"
      + " \(excerpt(transcript, range))"
  }
}
