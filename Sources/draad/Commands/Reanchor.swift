import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let reanchor = Command(
    name: "reanchor",
    summary: "Show codings whose words changed, and say where they stand now",
    arguments: .any("ID PLACE"),
    names: [.transcripts],
    ownOptions: [.allMoved, .foundAgain, .placesFrom, .coder, .codebook] + Option.writing,
    details: [
      "Every coding that is uncertain or gone, with its words before and after, and how many were"
        + " found again in each transcript; --all shows those one by one, too, and what was said to"
        + " be gone for good. In a terminal you are asked about each that is uncertain or gone, and"
        + " at the end about those that were found again; elsewhere they are listed, with exit"
        + " status 1 when any is uncertain or gone.",
      "PLACE is here (the words shown are the right ones), gone (its words are gone for good), or a"
        + " position (FG07:12). --from reads them from a CSV file with the columns id and place, such"
        + " as --csv writes; rows without a place are left. All of its lines are taken, or none.",
      "--found takes over where all words stand that were found again, or those in the transcripts"
        + " that you name: from then on no command speaks of them.",
    ],
    examples: [
      .init("draad reanchor", "Go through what is uncertain or gone."),
      .init("draad reanchor --all --csv -o moved.csv", "List them, to fill in the places."),
      .init("draad reanchor --from moved.csv", "Take the places from the file."),
      .init("draad reanchor 1a2b3c4d-7-1-00000000 here", "The words shown are the right ones."),
      .init("draad reanchor --found FG07", "Those that were found again in FG07 stand well."),
    ]
  ) { options, output in
    if let work = try ReanchorWork(asked: options) {
      try work.write(on: &output)
      return .done
    }
    let folder = try StudyFolder(options)
    let log = try CodingLog.read(folder.codings).log
    let moved = try MovedCodings(in: folder, log, log.state())
    let isQuiet = options.contains(.quiet)
    if moved.lost.isEmpty, moved.found.isEmpty {
      Messages.say("every coding stands on its words", isQuiet: isQuiet)
    }
    let isForPeople = try options.format() == .text && options.value(of: .output) == nil
    if isForPeople, Walk.isPossible { return try ReanchorWalk(moved, options).run(on: &output) }
    let shown = options.contains(.allMoved) ? moved.all : moved.lost
    if isForPeople {
      try output.write(shown.map(\.text).joined() + moved.foundCounts)
    } else {
      try Table.moved(shown.map(\.row)).write(options, on: &output)
    }
    if !moved.found.isEmpty {
      try output.flush()
      Messages.say(
        "draad reanchor --found takes over where those found again stand now"
          + (options.contains(.allMoved) ? "" : "; --all shows each"), isQuiet: isQuiet)
    }
    return moved.lost.isEmpty ? .done : .found
  }
}

extension Option {
  static let allMoved = Option(
    "all", .flag, "show also each coding that was found again, or said to be gone for good")
  static let foundAgain = Option(
    "found", .flag, "take over where codings stand that were found again")
  static let placesFrom = Option(
    "from", .file("FILE"), "take the places from a CSV file; - is standard input")
}

extension ReanchorWork {
  /// What the options decide; nil when they only ask.
  fileprivate init?(asked options: Options) throws {
    let (file, arguments) = (options.value(of: .placesFrom), options.arguments)
    if options.contains(.foundAgain) {
      guard file == nil else {
        throw Failure("--found takes no --from", fix: "leave one of the two out")
      }
      try self.init(options, command: (["--found"] + arguments).joined(separator: " "))
      try acceptFound(in: arguments)
    } else if let file {
      guard arguments.isEmpty else {
        throw Failure("--from stands alone, without ids", fix: "leave one of the two out")
      }
      let rows = try NamedRows(file, needed: ["id", "place"], known: nil)
      try self.init(options, command: "--from \(Path.name(of: rows.path))")
      try rows.forEach { row in
        guard let place = row["place"] else { return }
        try put(row["id"] ?? "", at: place)
      }
    } else if arguments.isEmpty {
      return nil
    } else {
      guard arguments.count == 2 else {
        throw Failure("reanchor needs an id and a place", fix: "write draad reanchor ID here")
      }
      try self.init(options, command: arguments.joined(separator: " "))
      try put(arguments[0], at: arguments[1])
    }
  }
}
