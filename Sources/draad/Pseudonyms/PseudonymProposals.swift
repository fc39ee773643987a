import CodingEngine
import Corpus
import FileSystem

/// Words in the transcripts that may be names, for a key to be filled in.
struct PseudonymProposals {
  private let path: String
  private let old: [UInt8]?
  private var rows: [[UInt8]] = []
  var count: Int { rows.count }

  /// Looks for names that the key does not have yet; without a key file, for all.
  init(_ transcripts: [Transcript], _ options: Options, of study: StudyFolder) throws {
    path = try PseudonymKeyFile.path(options, study)
    let file = try File.exists(path) ? PseudonymKeyFile(options, of: study) : nil
    old = file?.bytes
    let finder = NameFinder(file?.key ?? PseudonymKey(entries: []))
    var candidates = NameCandidates()
    var labels: [String] = []
    for transcript in transcripts {
      for turn in transcript.turns { candidates.add(transcript.string(turn.text)) }
      labels += transcript.speakers.map(\.label).filter(NameCandidates.mayIdentify)
    }
    let separator = old.flatMap { SeparatedText.read(bytes: $0, path: path).value?.separator }
    let columns = old.map { SeparatedText.read(bytes: $0, path: path).value?.rows.first ?? [] }
    let place = columns?.firstIndex { $0.text.lowercased() == PseudonymKey.columns[0] } ?? 0
    // Labels such as PM1 that people say aloud are no names.
    var seen = Set(
      transcripts.flatMap(\.speakers).map(\.label).filter { !labels.contains($0) }
        .map { Folding.fold($0.utf8) })
    for found in labels + candidates.found.map(\.name) {
      let isOwner = ["'s", "’s"].contains(found.suffix(2))
      let isQuoted = ["'", "’"].contains(found.suffix(1))
      let name = String(found.dropLast(isOwner ? 2 : isQuoted ? 1 : 0))
      let bytes = Array(name.utf8)
      guard seen.insert(Folding.fold(bytes)).inserted, finder.find(bytes).isEmpty else { continue }
      let before = [UInt8](repeating: separator ?? UInt8(ascii: ","), count: place)
      let cell = name.contains { ",;\"".contains($0) } ? "\"\(name.filter { $0 != "\"" })\"" : name
      rows.append(before + cell.utf8 + (old == nil ? [UInt8(ascii: ",")] : []) + [0x0A])
    }
  }

  /// Adds them to the key's file, which only its owner can read.
  func write() throws {
    var bytes = old ?? Array((PseudonymKey.columns.joined(separator: ",") + "\n").utf8)
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    try File.write(
      bytes + rows.joined(), to: path, permissions: 0o600, synchronized: true)
  }
}
