import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let importFiles = Command(
    name: "import",
    summary: "Bring transcripts in from other programs and services",
    arguments: .any("FILE"),
    ownOptions: [
      .dryRun, .speaker, .speakerTable, .id, .set, .importFormat, .encoding, .repair, .columns,
      .keepOriginal, .json, .csv, .markdown, .force, .language,
    ],
    details: [
      "Reads captions (WebVTT, SubRip), documents (Word, OpenDocument, HTML, RTF, PDF), plain text in"
        + " the shapes of transcription services, tables, JSON of recognisers, and ELAN, CHAT,"
        + " Transcriber and Praat files; a folder stands for all files in it, - for standard input."
        + " Writes transcripts to Corpus/ that only you can read.",
      "Nothing is overwritten without --force, and nothing at all while codings stand on it.",
    ],
    examples: [
      .init("draad import --dry-run interviews/", "Show what is in the files of a folder."),
      .init(
        "draad import zoom.vtt --id FG23 --speaker Kim=MOD:moderator",
        "Bring in one file, with an id and a label of your own."),
      .init("draad import talk.csv --columns speaker=Wie,text=Wat", "Say what columns hold."),
    ]
  ) { options, output in
    _ = try options.format()
    var run = try ImportRun(options)
    try run.run()
    if !run.previews.isEmpty { try output.write(run.previews.joined(separator: "\n") + "\n") }
    let table = Table.imports(run.outcomes, in: Language(of: options))
    try table.write(options, on: &output)
    return run.hasFailed ? .failed : .done
  }
}

extension Language {
  /// The language that the options name, else that of the study's codebook, else English.
  init(of options: Options) {
    let name = options.value(of: .language) ?? StudyFolder.language(options)
    self = name.flatMap(Language.init(rawValue:)) ?? .en
  }
}

extension StudyFolder {
  /// The language of the default codebook; nil when there is none that can be read.
  fileprivate static func language(_ options: Options) -> String? {
    do {
      return try StudyFolder(options).readCodebooks().value?.codebook(nil).language
    } catch {
      // A codebook with faults is no reason not to import: its own commands show them.
      return nil
    }
  }
}

extension Option {
  static let dryRun = Option(
    "dry-run", short: "n", .flag, "show formats, labels and faults, and write nothing")
  static let speaker = Option(
    "speaker", .pair("LABEL=NEW[:ROLE]"), isRepeatable: true,
    "rename a label, give its speaker a role, or both")
  static let speakerTable = Option(
    "speakers", .file("FILE"), "rename by a CSV with the columns label, new, role, and variables")
  static let id = Option("id", .text("ID"), "the id of the transcript (default: the file's name)")
  static let set = Option(
    "set", .pair("KEY=VALUE"), isRepeatable: true, "a variable for the front matter")
  static let importFormat = Option(
    "as", .choice(ImportFormat.allCases.map(\.rawValue)), "the format, where it is not recognised")
  static let encoding = Option(
    "encoding", .text("NAME"), "how bytes stand for letters, such as windows-1252")
  static let repair = Option("repair", .flag, "put right letters that were encoded twice")
  static let columns = Option(
    "columns", .list("LIST"), isRepeatable: true,
    "which column of a table is which: speaker=Wie,text=Wat, or numbers")
  static let keepOriginal = Option(
    "keep-original", .flag, "keep the file as it is under Corpus/_originals/")
}
