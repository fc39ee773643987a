import Corpus
import Export
import FileSystem

/// All transcripts of a study with the names of a key replaced, not yet written.
struct Pseudonymisation {
  private let key: PseudonymKeyFile
  private let results: [(file: TranscriptFile, transcript: PseudonymisedTranscript)]

  /// Replaces in memory.
  ///
  /// - Throws: `Failure` with every reason why it cannot be done.
  init(of files: [TranscriptFile], by key: PseudonymKeyFile, in study: StudyFolder) throws {
    self.key = key
    let finder = NameFinder(key.key)
    let codings = try StandingCodings(study.codings)
    var results: [(file: TranscriptFile, transcript: PseudonymisedTranscript)] = []
    var faults: [Diagnostic] = []
    for file in files {
      let read = PseudonymisedTranscript.make(
        of: file, try File.read(file.path), by: key.key, with: finder)
      faults += read.diagnostics
      guard let result = read.value else { continue }
      results.append((file, result))
      if !result.replaced.isEmpty, codings.standOn(file.id) {
        faults.append(
          Diagnostic(
            .error, path: file.path,
            "has codings, and the log would keep the names in what it quotes",
            fix: "pseudonymise before anything is coded; draad erase takes a speaker's words out of"
              + " the log"))
      }
    }
    if !faults.isEmpty { throw Failure(faults) }
    self.results = results
  }

  /// Writes every transcript that changed; all are on the disk before the first one is replaced.
  func write() throws {
    var staged: [StagedFile] = []
    do {
      for (file, transcript) in results where !transcript.replaced.isEmpty {
        staged.append(
          try StagedFile(
            transcript.bytes, for: file.path, permissions: File.permissions(of: file.path),
            synchronized: true))
      }
      while let first = staged.first {
        staged.removeFirst()
        try first.commit()
      }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
  }

  /// What was replaced where, with the line of the key and never the name.
  func table(isDry: Bool, in language: Language) -> Table {
    var rows: [Table.PseudonymRow] = []
    for (file, transcript) in results {
      for (index, entry) in key.key.entries.enumerated() {
        func lines(_ places: [PseudonymisedTranscript.Place]) -> [Int] {
          places.filter { $0.entry == index }.map(\.position.line)
        }
        let (replaced, left) = (lines(transcript.replaced), lines(transcript.doubtful))
        if replaced.isEmpty, left.isEmpty { continue }
        rows.append(
          .init(
            transcript: file.id, keyLine: entry.line, replacement: entry.replacement,
            replaced: replaced, left: left))
      }
    }
    return Table.pseudonyms(rows, isDry: isDry, in: language)
  }

  /// What is still to be done.
  var remarks: [Diagnostic] {
    var remarks = key.key.entries.filter { $0.replacement == nil }.map { entry in
      Diagnostic(
        .warning, path: key.path, at: FilePosition(line: entry.line, column: 1),
        "this name has no replacement, and was left", fix: "fill it in, or take the row out")
    }
    for (file, transcript) in results {
      for place in transcript.doubtful {
        remarks.append(
          Diagnostic(
            .warning, path: file.path, at: place.position,
            "may be the name on line \(key.key.entries[place.entry].line) of the key, and was left",
            fix: "change it by hand if it is"))
      }
    }
    return remarks
  }
}
