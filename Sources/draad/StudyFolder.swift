import FileSystem

/// The folder of a study, as the user's paths see it.
struct StudyFolder {
  /// Empty for the current folder, so that paths in messages stay as short as they can be.
  let path: String

  var corpus: String { Path.join(path, "Corpus") }
  var codebooks: String { Path.join(path, "Codebooks") }
  /// What people decided.
  var codings: String { Path.join(corpus, "Codings") }
  var reports: String { Path.join(path, "Reports") }

  /// The folder that `--study` names, else the current one or the nearest above it that is a study.
  init(_ options: Options) throws(Failure) {
    if let given = options.value(of: .study) {
      path = given
      for folder in [given, corpus, codebooks] where !Folder.exists(folder) {
        throw Failure(
          "no such folder", about: folder,
          fix: "a study is a folder with Corpus/ and Codebooks/; give it with --study DIR")
      }
      return
    }
    var candidate = ""
    while !Self.isStudy(candidate) {
      let above = candidate.isEmpty ? ".." : "../" + candidate
      guard !Folder.areSame(candidate.isEmpty ? "." : candidate, above) else {
        throw Failure(
          "there is no study here: no folder Corpus and Codebooks, in this folder or above it",
          fix: "go to the study's folder, or give it with --study DIR; to begin one, make both"
            + " folders")
      }
      candidate = above
    }
    path = candidate
  }

  private static func isStudy(_ path: String) -> Bool {
    Folder.exists(Path.join(path, "Corpus")) && Folder.exists(Path.join(path, "Codebooks"))
  }
}
