import CodingEngine
import Corpus
import Export
import FileSystem
import Review

extension Command {
  static let adjudicate = Command(
    name: "adjudicate",
    summary: "Go through what coders differ on, and write down what they agree on",
    ownOptions: [.coders, .comparedUnit, .codes, .agreedAs, .agreedFrom] + Option.talk
      + Option.reading,
    details: [
      "In a terminal: one unit at a time, with both codings and what the codes mean. Each answer is"
        + " written to the log at once, under a coder of its own; stop and go on as you like."
        + " What the coders agree on anyway is written down first. draad undo --coder consensus"
        + " takes the last answer back.",
      "--from reads the file of draad agreement --disagreements --csv, with the column agreed"
        + " filled in: a coder's name, both, none, or codes with semicolons between. An empty cell"
        + " leaves the unit open.",
      "Without a terminal and without --from: lists what is open, with exit status 1 when anything"
        + " is.",
    ],
    examples: [
      .init("draad adjudicate --coders first,second", "Go through what they differ on."),
      .init(
        "draad adjudicate --coders first,second --from differ.csv",
        "Take over what they agreed on in a spreadsheet."),
    ]
  ) { options, output in
    let unit = options.value(of: .comparedUnit) ?? "turn"
    guard unit == "turn" || unit == "sentence" else {
      throw Failure("coders agree on turns or sentences", fix: "write --unit turn or sentence")
    }
    var work = try await Adjudication(try await Study.open(options), options)
    let isQuiet = options.contains(.quiet)
    if let file = options.value(of: .agreedFrom) {
      let agreed = try work.agreed(in: file)
      let common = try work.recordCommonGround()
      try work.record(agreed)
      try output.write("agreed on \(agreed.count), \(work.open.count) left")
      try output.write(common == 0 ? "\n" : "; \(common) codings they had in common\n")
    } else if ThisProcess.canBeAsked, Output.Stream.output.isTerminal {
      let common = try work.recordCommonGround()
      if common > 0 {
        Messages.say("wrote down \(common) codings they have in common", isQuiet: isQuiet)
      }
      try work.ask(&output)
    } else {
      if work.open.isEmpty {
        try output.write("nothing is left\n")
        return .done
      }
      let settled = work.settled
      let table = work.comparison.disagreements { !settled.contains($0.unit) }
      try output.write(table.text(width: options.textWidth))
      return .found
    }
    return .done
  }
}

extension Adjudication {
  /// Asks about one unit after the other, until the user stops or nothing is left.
  fileprivate mutating func ask(_ output: inout Output) throws {
    let waiting = open
    for (index, unit) in waiting.enumerated() {
      try output.write("\n\(index + 1) of \(waiting.count)  " + text(of: unit))
      guard try ask(about: unit, &output) else { break }
    }
    let left = open.count
    try output.write(
      left == 0
        ? "\nnothing is left\n" : "\n\(left) left: the same command goes on where you stopped\n")
  }

  /// Asks about a unit until there is an answer.
  ///
  /// - Returns: False when the user stops.
  private mutating func ask(about unit: DifferingUnit, _ output: inout Output) throws -> Bool {
    while true {
      try output.write("> ")
      try output.flush()
      guard let line = readLine() else { return false }
      let answer = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      switch answer {
      case "q": return false
      case "s": return true
      case "", "?":
        try output.write(visible(keys) + "\n")
      default:
        do {
          let codes = try agreed(answer, on: unit)
          try record([(unit, codes)])
          let names = codes.map { comparison.codebook.codes[$0.code].id.description }
          try output.write(
            "  agreed: \(names.isEmpty ? "(none)" : names.joined(separator: "; "))\n")
          return true
        } catch let failure as Failure {
          Messages.show(failure.diagnostics)
        }
      }
    }
  }

  /// What can be answered.
  private var keys: String {
    let coders = comparison.raters.enumerated().map { "\($0 + 1) as \($1.name)" }
    let rest = ["b both", "n none", "codes with commas", "s later", "q stop"]
    return (coders + rest).joined(separator: " · ")
  }

  /// A unit with the turns around it, both codings, what the codes mean, and the keys.
  private func text(of unit: DifferingUnit) -> String {
    let transcript = comparison.transcripts[unit.text.transcript].transcript
    var lines: [String] = [unit.text.position]
    if let turn = unit.text.turn {
      for near in max(0, turn - 1)...min(transcript.turns.count - 1, turn + 1) {
        let speaker = transcript.speakers[transcript.turns[near].speaker]
        let words = near == turn ? unit.text.words : transcript.string(transcript.turns[near].text)
        let name = ([speaker.label] + (speaker.role.map { [$0] } ?? [])).joined(separator: ", ")
        lines.append("\(near == turn ? "▸" : " ") \(name): \(words)")
      }
    }
    for (index, rater) in comparison.raters.enumerated() {
      let codes = unit.codings[index]
      lines.append("  \(index + 1) \(rater.name): \(codes.isEmpty ? "(none)" : codes)")
    }
    lines += unit.codes.map { "    " + comparison.definition(of: $0) } + [keys]
    let width = Output.Stream.output.columns ?? 80
    return lines.flatMap { line in
      let indent = String(line.prefix { $0 == " " })
      return wrapped(visible(line), to: max(20, width - indent.count)).map {
        indent + $0.drop { $0 == " " } + "\n"
      }
    }.joined()
  }
}

extension Option {
  static let agreedAs = Option(
    "as", .text("NAME"), "the coder of what is agreed on (default: consensus)")
  static let agreedFrom = Option(
    "from", .file("FILE"), "read what was agreed on from a CSV file; - is standard input")
}
