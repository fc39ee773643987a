import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let read = Command(
    name: "read",
    summary: "Read a transcript, with the numbers of its turns",
    arguments: .optional("TARGET"),
    names: [.transcripts],
    ownOptions: [.showCodings, .codes, .status, .origin, .byCoder, .codebook, .skipUnreadable]
      + Option.writing,
    details: [
      "TARGET is a transcript (FG07), a turn (FG07:12) or several (FG07:12-15). Codes are not shown"
        + " unless you ask for them: whoever codes by hand reads first. ° marks what rules propose and"
        + " nobody has looked at.",
      "As CSV it has a column code to be filled in, for draad code --from.",
    ],
    examples: [
      .init("draad read FG07", "Read FG07."),
      .init("draad read FG07:12-20 --codings", "With all codes, and who gave them."),
      .init("draad read FG07 --coder Anna", "With what Anna coded."),
      .init("draad read FG07 --csv -o FG07.csv", "Make a sheet to code in."),
    ]
  ) { options, output in
    let destination = try Destination(options)
    guard let target = options.arguments.first else {
      throw Failure("read needs a transcript", fix: "write draad read FG07")
    }
    let showsCodings = [Option.showCodings, .codes, .status, .origin, .byCoder]
      .contains(where: options.contains)
    let study = try await Study.open(options, needsCodes: showsCodings)
    let isWhole = !target.contains(":")
    let passage =
      isWhole
      ? nil : try CodingTarget(target, quotation: nil) { try study.transcript($0).transcript }
    let coded = try study.transcript(passage?.transcript.id ?? target)
    let reading = Reading(
      of: coded, in: passage?.range, study.corpus, showsCodings ? study.selection : nil)
    guard try options.format() == .text else {
      try reading.table(in: study.language).write(options, on: &output)
      return .done
    }
    let text = reading.text(width: min(options.textWidth ?? 100, 100))
    try destination.write(Array(text.utf8), on: &output)
    return .done
  }
}

extension Option {
  static let showCodings = Option(
    "codings", .flag, "also the codes of each turn; so do --codes, --coder, --origin and --status")
}
