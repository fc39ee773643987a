import CodingEngine
import Corpus
import FileSystem

/// What people decided about a study, read while the transcripts are.
struct Decided: Sendable {
  let log: CodingLog
  let state: LogState
  let diagnostics: [Diagnostic]

  init(_ folder: StudyFolder) throws {
    let read = try CodingLog.read(folder.codings)
    log = read.log
    state = read.log.state()
    diagnostics = read.diagnostics + read.log.forkWarnings
  }
}

extension CodedCorpus {
  /// Says on standard error which transcripts changed under codings.
  func sayWhatChanged(isQuiet: Bool) {
    for coded in transcripts {
      // What somebody said to be gone is no news.
      let lost = coded.unplaced.filter { !$0.coding.isGone }
      let uncertain = lost.count { $0.text != nil }
      let gone = lost.count - uncertain
      if coded.foundAgain + uncertain + gone == 0 { continue }
      let found = "\(coded.foundAgain) coding\(coded.foundAgain == 1 ? "" : "s") found again"
      let rest = lost.isEmpty ? "" : ", \(uncertain) uncertain, \(gone) gone"
      Messages.say(
        "\(coded.transcript.id) changed: \(found)\(rest): see draad reanchor", isQuiet: isQuiet)
    }
    let missing = unplaced.filter { !$0.coding.isGone }
    if missing.isEmpty { return }
    let names = Set(missing.map(\.coding.anchor.transcript)).sorted().joined(separator: ", ")
    Messages.say(
      "\(missing.count) \(missing.count == 1 ? "coding stands" : "codings stand") in transcripts"
        + " that are not here: \(names)", isQuiet: isQuiet)
  }
}
