import CodingEngine
import Corpus
import Export
import FileSystem
import Review

extension Command {
  static let audit = deciding("audit")
  static let auditDecide = deciding("audit decide")

  /// The same under two names, so that an audit can be called by its name alone.
  private static func deciding(_ name: String) -> Command {
    Command(
      name: name,
      summary: "Judge the places of an audit, one at a time or from a file",
      arguments: .optional("NAME"),
      ownOptions: [.decisions, .coder, .codebook, .skipUnreadable],
      details: [
        "Shown are the turn with one before and one after, the definition, when and when not to use"
          + " the code, and the evidence. Every decision is written at once: stop when you like, and"
          + " go on later. A decision holds for the coding wherever it is counted.",
        "--from takes a CSV file as draad audit sheet and the page of an audit make it: all of it, or"
          + " nothing when there is a fault in it.",
      ],
      examples: [
        .init("draad \(name) first", "Go through what you have not judged yet."),
        .init("draad \(name) first --from audit.csv", "Take up decisions from a spreadsheet."),
      ]
    ) { options, output in
      if options.value(of: .decisions) == nil {
        try Walk.requireTerminal(fix: "use --from FILE.csv; draad audit sheet makes the file")
      }
      let audited = try await AuditedStudy.open(options)
      if let path = options.value(of: .decisions) {
        try audited.take(path, options, on: &output)
      } else {
        try AuditWalk(audited, options).run()
      }
      return .done
    }
  }

  static let auditStart = Command(
    name: "audit start",
    summary: "Draw a sample of codings to be judged",
    arguments: .optional("NAME"),
    ownOptions: [
      .codes, .sampleSize, .auditSeed, .division, .includeUncoded, .blind, .coder, .codebook,
      .skipUnreadable,
    ],
    details: [
      "Codings go to the sample in proportion to how many each stratum has, and at least one of each."
        + " The same seed draws the same sample. Turns without any of the codes are drawn so that"
        + " misses can be found. The sample is kept in your log.",
      "In a blind audit the reviewer chooses a code before the one that stands there is shown.",
    ],
    examples: [
      .init("draad audit start first", "Draw 50 codings by code, and 20 turns without a code."),
      .init(
        "draad audit start blind --codes zorgpeuters --size 30 --blind",
        "Draw 30 codings of one code, to be judged blind."),
    ]
  ) { options, output in
    guard let name = options.arguments.first else {
      throw Failure("an audit needs a name", fix: "write draad audit start NAME")
    }
    try checkName(name)
    let study = try await Study.open(options)
    let desk = try Desk(options)
    if let other = desk.state.audits.first(where: { $0.audit.name == name }) {
      throw Failure(
        "\(other.coder) began an audit \"\(name)\" on \(other.at)", fix: "take another name")
    }
    let request = AuditRequest(
      name: name, codes: study.selection.codes, size: options.number(of: .sampleSize) ?? 50,
      uncoded: options.number(of: .includeUncoded) ?? 20,
      seed: options.number(of: .auditSeed) ?? 7,
      division: options.value(of: .division).flatMap(AuditRequest.Division.init(rawValue:))
        ?? .code, isBlind: options.contains(.blind))
    let draw = AuditDraw(request, from: study.corpus, desk.log, desk.state)
    guard draw.codings.drawn + draw.uncoded.drawn > 0 else {
      throw Failure("there is nothing to draw from", fix: "choose other codes, or a larger size")
    }
    try desk.write(draw.entry, saying: said(draw, request), on: &output)
    return .done
  }

  private static func said(_ draw: AuditDraw, _ request: AuditRequest) -> [String] {
    func share(_ part: (drawn: Int, whole: Int)) -> String {
      let tenths = part.whole == 0 ? 0 : (part.drawn * 1000 + part.whole / 2) / part.whole
      return "\(part.drawn) of \(part.whole) (\(tenths / 10).\(tenths % 10)%)"
    }
    var lines = [
      "drawn for \(request.name): \(share(draw.codings)) codings from \(draw.strataCount)\(draw.strataCount == 1 ? " stratum" : " strata") by"
        + " \(request.division.rawValue), \(share(draw.uncoded)) turns without these codes; seed"
        + " \(request.seed)\(request.isBlind ? ", blind" : "")"
    ]
    if draw.emptyStrataCount > 0 {
      lines.append(
        "\(draw.emptyStrataCount) strata gave nothing, since there are more strata than places:"
          + " say --size \(draw.strataCount) or more to have something of each")
    }
    return lines + ["go on with draad audit \(request.name), or draad audit page \(request.name)"]
  }

  private static func checkName(_ name: String) throws {
    let isPlain =
      !name.isEmpty && name.utf8.count <= 40
      && name.utf8.allSatisfy { byte in
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x5F
      }
    let isTaken = CommandTable.family("audit").contains { $0.name == "audit \(name)" }
    guard isPlain, !name.hasPrefix("-"), !isTaken else {
      throw Failure(
        "an audit cannot be called \"\(name)\"",
        fix: isTaken ? "that is a command" : "use letters, digits, - and _, at most 40")
    }
  }
}

extension Option {
  static let decisions = Option(
    "from", .file("FILE"), "take decisions from a CSV file; - is standard input")
  static let sampleSize = Option(
    "size", .number(0...100_000), "how many codings to draw (default: 50)")
  static let auditSeed = Option(
    "seed", .number(0...Int(Int32.max)), "of what is drawn by chance (default: 7)")
  static let division = Option(
    "by", .choice(AuditRequest.Division.allCases.map(\.rawValue)),
    "what the strata are (default: code)")
  static let includeUncoded = Option(
    "include-uncoded", .number(0...100_000),
    "how many turns without any of the codes to draw (default: 20)")
  static let blind = Option("blind", .flag, "choose a code before the one there is shown")
}
