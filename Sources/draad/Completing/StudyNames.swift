import CodingEngine
import Corpus

/// What of a study a shell can complete, by asking the tool.
enum StudyNames: String, CaseIterable {
  case transcripts
  /// The beginnings of passages: transcripts with the colon after which the turn comes.
  case passages
  case codes

  /// The names in the study that the user stands in; none where there is no study, or it cannot be
  /// read: nobody asked for words about that.
  func list() -> [String] {
    guard let folder = try? StudyFolder(Options()) else { return [] }
    switch self {
    case .transcripts: return Self.transcripts(in: folder)
    case .passages: return Self.transcripts(in: folder).map { $0 + ":" }
    case .codes:
      guard let book = folder.quietCodebook(Options()) else { return [] }
      let codes = (try? Decided(folder).state).map(book.extended) ?? book
      return codes.codes.map(\.id.description).filter(Self.isPlain)
    }
  }

  private static func transcripts(in folder: StudyFolder) -> [String] {
    ((try? CorpusFolder.list(folder.corpus))?.transcripts ?? []).map(\.id).filter(isPlain)
  }

  /// Whether a shell takes a name for nothing else.
  private static func isPlain(_ name: String) -> Bool {
    name.first != "-"
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
  }
}
