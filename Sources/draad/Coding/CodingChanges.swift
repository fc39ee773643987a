import CodingEngine
import Corpus

/// What a command changed about codings, in words: by how they were, and how they are now.
struct CodingChanges {
  private(set) var lines: [String] = []
  private let desk: Desk

  /// Compares what the desk knew with what holds now.
  init(_ desk: Desk, now log: CodingLog, _ state: LogState) {
    self.desk = desk
    let before = Dictionary(uniqueKeysWithValues: desk.state.codings.map { ($0.id, $0) })
    let after = Set(state.codings.map(\.id))
    let gone = desk.state.codings.filter { !after.contains($0.id) }
    let other = state.codings.filter { now in
      guard let old = before[now.id] else { return true }
      return old.code != now.code || old.level != now.level || old.anchor != now.anchor
        || old.isGone != now.isGone
    }
    // One that stands as it stood, only noted on another version of the text, did not change.
    let stood = Set(
      say(other.compactMap { before[$0.id] }, desk.state, desk.log) { name in
        "coded again: \(name)"
      })
    lines =
      say(gone, desk.state, desk.log) { "\($0) is off again" }
      + say(other, state, log) { name in "coded again: \(name)" }
      .filter { !stood.contains($0) }
    let most = 5
    if lines.count > most {
      lines = lines.prefix(most) + ["… and \(lines.count - most) more codings"]
    }
  }

  private func say(
    _ codings: [LoggedCoding], _ state: LogState, _ log: CodingLog, _ words: (String) -> String
  ) -> [String] {
    let ids = Set(codings.map(\.id))
    return Set(codings.map(\.anchor.transcript)).sorted().flatMap { id in
      guard let transcript = try? desk.transcript(id) else {
        // It cannot be read now: said is what the log knows.
        return codings.filter { $0.anchor.transcript == id }.map { words("\(id) \(name($0))") }
      }
      return state.place(in: transcript, log) { ids.contains($0.id) }.map { coding, range in
        words("\(transcript.position(of: range)) \(name(coding))")
          + ": \(transcript.excerpt(range))"
      }
    }
  }

  private func name(_ coding: LoggedCoding) -> String {
    desk.title(coding.code) + (coding.level.map { " (\($0))" } ?? "")
  }
}
