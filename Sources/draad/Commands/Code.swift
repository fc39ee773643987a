import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let code = Command(
    name: "code",
    summary: "Code a passage by hand",
    arguments: .any("TARGET CODE"),
    names: [.passages, .codes],
    ownOptions: [.quote, .level, .memoText, .newCode, .inVivo, .from, .coder, .codebook],
    details: [
      "TARGET is a turn (FG07:12), part of one (FG07:12.10-85: code points from 0), or several"
        + " (FG07:12-15): draad read FG07 shows the numbers. With --quote it is the words given,"
        + " which must stand there once; “the first … the last” leaves out those between.",
      "--from reads a CSV file with the columns position, code and, if you like, quote, level and"
        + " memo; - is standard input. All its lines are coded, or none. draad read FG07 --csv makes"
        + " such a file, to fill in the column code; turns without one are left.",
    ],
    examples: [
      .init("draad code FG07:12 zorgpeuters", "Code the whole of turn 12."),
      .init("draad code FG07:12 zorgpeuters --quote korte", "Code a word in it."),
      .init("draad code FG07:12 ouders,zorgpeuters --quote 'Ik … niet'", "Two codes on a passage."),
      .init("draad code FG07:12 --new Lijntjes", "Make a code while reading, and use it."),
      .init("draad code --from codings.csv", "Code many passages at once."),
    ]
  ) { options, output in
    let desk = try Desk(options)
    let work =
      if let file = options.value(of: .from) {
        try CodingWork(
          desk,
          rows: NamedRows(
            file, needed: ["position", "code"],
            known: ["position", "code", "quote", "level", "memo"] + Reading.columns), options)
      } else {
        try CodingWork(desk, options)
      }
    try desk.write(work.entry, saying: work.lines, on: &output)
    return .done
  }
}

extension Option {
  static let quote = Option(
    "quote", .text("WORDS"), "words of the passage, which must stand there once")
  static let level = Option("level", .text("LEVEL"), "the level of the code's scale")
  static let memoText = Option("memo", .text("TEXT"), "a note on the coding")
  static let newCode = Option(
    "new", .text("TITLE"), isRepeatable: true, "make a code with this title, and use it")
  static let inVivo = Option(
    "in-vivo", .text("WORDS"), "make a code called by words of the passage, and code them")
  static let from = Option("from", .file("FILE"), "code what a CSV file says; - is standard input")
}
