import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let pseudonymise = Command(
    name: "pseudonymise",
    summary: "Replace names of people, places and organisations in the transcripts",
    ownOptions: [.key, .propose, .withoutWriting, .transcript, .json, .csv, .markdown, .language],
    details: [
      "The key is a CSV with the columns name and replacement, such as Anne Veld,[naam logopedist]."
        + " It tells who everybody is: it lies outside the study, and a key that others can read is"
        + " refused. --propose makes one, or adds to it, from labels and from words with a capital"
        + " inside sentences; fill in the replacements, and take out what is no name.",
      "Names are replaced in front matter, labels and words, with their accents or without. A name"
        + " that is written small or has an s behind it is pointed out and left. The report names the"
        + " line of the key, never the name. JSON and CSV have the columns transcript, key_line,"
        + " replacement, count, lines and left.",
      "Do this before anything is coded: a transcript with codings is refused, since its log would"
        + " keep the words.",
    ],
    examples: [
      .init("draad pseudonymise --propose --key ~/key.csv", "List what may be names in a key."),
      .init("draad pseudonymise --key ~/key.csv --dry-run", "Show what would be replaced."),
      .init("draad pseudonymise --key ~/key.csv --transcript FG23", "Replace names in one."),
    ]
  ) { options, output in
    _ = try options.format()
    let folder = try StudyFolder(options)
    let listed = try CorpusFolder.list(folder.corpus)
    let wanted = options.values(of: .transcript)
    let files = listed.transcripts.filter { wanted.isEmpty || wanted.contains($0.id) }
    for id in wanted where !files.contains(where: { $0.id == id }) {
      let near = Suggestion.nearest(to: id, in: listed.transcripts.map(\.id))
      throw Failure("there is no transcript \"\(id)\"", fix: Suggestion.sentence(near))
    }
    let isQuiet = options.contains(.quiet)
    if options.contains(.propose) {
      let transcripts = try files.map { try StudyFolder.usable($0.read(), options) }
      let proposals = try PseudonymProposals(transcripts, options, of: folder)
      try proposals.write()
      let count = proposals.count
      Messages.say(
        "\(count) possible name\(count == 1 ? "" : "s") added to \(options.value(of: .key) ?? ""):"
          + " fill in the replacements, and take out what is no name", isQuiet: isQuiet)
      return .done
    }
    let key = try PseudonymKeyFile(options, of: folder)
    let run = try Pseudonymisation(of: files, by: key, in: folder)
    let isDry = options.contains(.withoutWriting)
    if !isDry { try run.write() }
    try run.table(isDry: isDry, in: Language(of: options)).write(options, on: &output)
    Messages.show(run.remarks, isQuiet: isQuiet)
    return .done
  }
}

extension Option {
  static let propose = Option(
    "propose", .flag, "add words that may be names to the key, and replace nothing")
  static let withoutWriting = Option(
    "dry-run", short: "n", .flag, "show what would be replaced, and write nothing")
}
