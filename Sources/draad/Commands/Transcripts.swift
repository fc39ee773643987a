import Export
import FileSystem

extension Command {
  static let transcripts = Command(
    name: "transcripts",
    summary: "List the transcripts, with who speaks and how much",
    ownOptions: [Option.labels] + Option.filters + Option.reading + Option.writing,
    details: [
      "One row for each transcript: its variables, turns, words and participants. With --labels,"
        + " one row for each speaker instead."
    ],
    examples: [
      .init("draad transcripts", "Show all transcripts of the study."),
      .init("draad transcripts --labels --transcript FG07", "Show who speaks in FG07."),
      .init("draad transcripts -o transcripts.csv", "Write the list for a spreadsheet."),
    ]
  ) { options, output in
    _ = try Destination(options)
    let study = try await Study.open(options, needsCodes: false)
    let talk = Talk(of: study.corpus, selection: study.selection)
    let table =
      options.contains(.labels)
      ? talk.speakerSummary(in: study.language)
      : talk.transcriptSummary(showingPrivate: study.showsPrivate, in: study.language)
    try table.write(options, on: &output)
    return .done
  }
}

extension Option {
  static let labels = Option("labels", .flag, "one row for each speaker, with label and role")
}
