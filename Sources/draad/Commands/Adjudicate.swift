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
        + " written to the log at once, under a coder of its own; stop and go on as you like. 1 and"
        + " 2 take over what one of them has, t both together, n none; b goes back, and another"
        + " answer takes the place of the first."
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
    } else if Walk.isPossible {
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
    var said: [Int: String] = [:]
    let keys = keys
    let walk = Walk(count: waiting.count, keys: { _ in keys })
    try walk.run { index in
      "\(index + 1) of \(waiting.count)  " + text(of: waiting[index]) + (said[index] ?? "")
    } answer: { index, answered in
      let codes = try agreed(answered.line, on: waiting[index])
      try record([(waiting[index], codes)])
      let names = codes.map { comparison.codebook.codes[$0.code].id.description }
      let words = "  agreed: \(names.isEmpty ? "(none)" : names.joined(separator: "; "))\n"
      said[index] = words
      try output.write(words)
      try output.flush()
      return .next
    }
    let left = open.count
    try output.write(
      left == 0
        ? "\nnothing is left\n" : "\n\(left) left: the same command goes on where you stopped\n")
  }

  /// What can be answered.
  private var keys: String {
    let coders = comparison.raters.enumerated().map { "\($0 + 1) as \($1.name)" }
    return (coders + ["t both together", "n none", "codes with commas"]).joined(separator: " · ")
  }

  /// A unit with the turns around it, both codings, and what the codes mean.
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
    lines += unit.codes.map { "    " + comparison.definition(of: $0) }
    return lines.map { line in
      let margin = String(line.prefix { $0 == " " || $0 == "▸" })
      let words = visible(String(line.dropFirst(margin.count)))
      let rest = "\n" + String(repeating: " ", count: margin.count)
      return margin
        + wrapped(words, to: Walk.width - margin.count).joined(separator: rest) + "\n"
    }.joined()
  }
}

extension Option {
  static let agreedAs = Option(
    "as", .text("NAME"), "the coder of what is agreed on (default: consensus)")
  static let agreedFrom = Option(
    "from", .file("FILE"), "read what was agreed on from a CSV file; - is standard input")
}
