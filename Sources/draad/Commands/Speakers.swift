import Export
import FileSystem

extension Command {
  static let speakers = Command(
    name: "speakers",
    summary: "Show who speaks how much, and who follows whom",
    ownOptions: [.group, .follows] + Option.filters + Option.reading + Option.writing,
    details: [
      "A row for each speaker of each transcript: turns with at least one word, words and their share"
        + " of what participants say, and the longest turn in words. --by adds speakers together; a"
        + " participant is one person, also in several transcripts.",
      "--follows counts who speaks right after whom, by role unless --by says otherwise; moderators"
        + " are always in it. Turns of one speaker in a row are one.",
      "JSON and CSV have the columns transcript, speaker, role, person, declared, turns, words,"
        + " words_share and longest_turn; with --by the group's name, participants, turns, words,"
        + " words_share and longest_turn; with --follows GROUP_before, a column GROUP=VALUE for each"
        + " that follows, and total.",
    ],
    examples: [
      .init("draad speakers --transcript FG07", "Show who speaks how much in FG07."),
      .init("draad speakers --by role --speakers all", "Compare roles, moderators too."),
      .init(
        "draad speakers --follows --by participant --transcript FG07",
        "Show who follows whom in FG07."),
    ]
  ) { options, output in
    _ = try Destination(options)
    let study = try await Study.open(options, needsCodes: false)
    let group = try options.value(of: .group).map { try Grouping($0, in: study) }
    if group == .level {
      throw Failure("speakers have no level", fix: "--by takes role, participant or transcript")
    }
    var selection = study.selection
    let follows = options.contains(.follows)
    if follows {
      if group == .transcript {
        throw Failure(
          "nobody in one transcript follows somebody in another",
          fix: "write --by role, or --by participant with --transcript ID")
      }
      selection.includesModerators = true
    }
    let talk = Talk(of: study.corpus, selection: selection)
    let table =
      if follows {
        talk.following(
          by: group ?? .role, showingPrivate: study.showsPrivate, in: study.language)
      } else if let group {
        talk.speaking(by: group, showingPrivate: study.showsPrivate, in: study.language)
      } else {
        talk.speakerSummary(in: study.language)
      }
    try table.write(options, on: &output)
    return .done
  }
}

extension Option {
  static let group = Option(
    "by", .text("GROUP"),
    "a row for each role, participant or transcript, or for each value of a variable")
  static let follows = Option("follows", .flag, "count who speaks right after whom")
}
