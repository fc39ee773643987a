import Export

// The options that several commands share, each defined once.

extension Option {
  // MARK: Every command

  static let study = Option(
    "study", .folder("DIR"),
    "the study's folder (default: this folder, or the nearest one above it with Corpus/ and"
      + " Codebooks/)")
  static let quiet = Option(
    "quiet", short: "q", .flag, "say nothing on standard error but errors")
  static let help = Option("help", short: "h", .flag, "show this help")
  static let version = Option("version", .flag, "show the version")

  static let everyCommand = [study, quiet, help, version]

  // MARK: Reading the study

  static let codebook = Option(
    "codebook", .text("NAME"), "the codebook to use (default: the study's only or default one)")
  static let skipUnreadable = Option(
    "skip-unreadable", .flag,
    "go on without files that have errors, and say so under every table")
  static let privateVariables = Option(
    "private", .flag, "show variables that the transcripts keep private")

  static let reading = [codebook, skipUnreadable, privateVariables]

  // MARK: Choosing talk

  static let codes = Option(
    "codes", .list("LIST"), isRepeatable: true, names: .codes,
    "only these codes: ids or paths with commas between; lines/* is the codes under lines")
  static let role = Option(
    "role", .text("ROLE"), isRepeatable: true, "only what speakers with this role say")
  static let participant = Option(
    "participant", .text("WHO"), isRepeatable: true,
    "only what this person says: P031, or FG07:PM1 when the transcript names no person")
  static let transcript = Option(
    "transcript", .text("ID"), isRepeatable: true, names: .transcripts, "only this transcript")
  static let filter = Option(
    "where", .pair("KEY=VALUE"), isRepeatable: true,
    "only transcripts and speakers with this variable")
  static let speakers = Option(
    "speakers", .choice(["participants", "all"]),
    "whose words count: participants (default), or moderators too")

  static let status = Option(
    "status", .choice(StatusChoice.allCases.map(\.rawValue)),
    "which codings count: accepted ones, all that somebody decided on, or rejected ones too"
      + " (default: all but rejected)")
  static let origin = Option(
    "origin", .choice(OriginChoice.allCases.map(\.rawValue)),
    "only codings by hand, or only what rules propose")
  static let byCoder = Option(
    "coder", .text("NAME"), isRepeatable: true, "only what this coder coded by hand")

  static let talk = [role, participant, transcript, filter, speakers]
  static let filters = talk + [status, origin, byCoder]

  // MARK: Output

  static let format = Option(
    "format", .choice(OutputFormat.allCases.map(\.rawValue)),
    "how to write it (default: text, or what the name after -o ends in)")
  static let csv = Option("csv", .flag, "short for --format csv")
  static let json = Option("json", .flag, "short for --format json")
  static let markdown = Option("markdown", .flag, "short for --format markdown")
  static let output = Option(
    "output", short: "o", .file("FILE"), "write to a file instead of standard output (-)")
  static let force = Option("force", .flag, "replace files that exist")
  static let language = Option(
    "language", .choice(["nl", "en"]), "of headings and numbers (default: the study's)")

  static let writing = [format, csv, json, markdown, output, force, language]
}

/// How tables and lists can be written.
enum OutputFormat: String, CaseIterable {
  case text
  case csv
  case json
  case markdown

  /// What a file's name tells of its format.
  init?(fileName: String) {
    switch fileName.split(separator: ".").last?.lowercased() {
    case "csv": self = .csv
    case "json": self = .json
    case "md": self = .markdown
    case "txt": self = .text
    default: return nil
    }
  }
}
