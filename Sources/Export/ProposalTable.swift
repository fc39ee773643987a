public import CodingEngine
import Corpus

/// What the rules propose, turn by turn: one row for each stretch and code, or, when explained, one
/// for each of its rules.
public struct ProposalTable: Sendable {
  /// The rows, in the order of transcripts, turns and codebook.
  public let table: Table

  /// Lists the proposals that `selection` lets through; what moderators say is listed too.
  ///
  /// - Parameters:
  ///   - corpus: With evidence, if the proposals are to be explained.
  ///   - selection: Filters.
  ///   - explaining: Whether to give each rule that matched, its line, and the words it found, marked
  ///     in the passage by `»…«`.
  ///   - language: Of the headings.
  public init(
    of corpus: CodedCorpus, selection: Selection = Selection(), explaining: Bool = false,
    in language: Language
  ) {
    var selection = selection
    selection.includesModerators = true
    let talk = Talk(of: corpus, selection: selection)
    let codes = Set(talk.codesAndBelow)
    var rows: [Table.Row] = []
    for coded in talk.transcripts {
      let transcript = coded.transcript
      let points = CodePoints(of: transcript)
      for proposal in coded.proposals where codes.contains(proposal.code) {
        let speaker = transcript.speakers[transcript.turns[proposal.turn].speaker]
        guard selection.counts(speaker, in: transcript) else { continue }
        let row = ProposalRow(
          proposal: proposal, coded: coded, code: corpus.codebook.codes[proposal.code],
          inTurn: points.inTurn(proposal.span.text, turn: proposal.turn), speaker: speaker)
        rows += explaining ? row.explained() : [row.plain()]
      }
    }
    table = Table(
      shape: explaining ? "proposals-explained" : "proposals", title: language.say(.proposals),
      language: language,
      columns: Self.columns(explaining: explaining, in: language), rows: rows,
      notes: talk.footNotes(in: language))
  }

  private static func columns(explaining: Bool, in language: Language) -> [Table.Column] {
    [
      Table.Column("transcript", language.say(.transcript), .text),
      Table.Column("turn", language.say(.turn), .number),
      Table.Column("start", "start", .number, for: .programs),
      Table.Column("end", "end", .number, for: .programs),
      Table.Column("speaker", language.say(.speaker), .text),
      Table.Column("code", language.say(.code), .text),
      Table.Column("level", language.say(.level), .text),
    ]
      + (explaining
        ? [
          Table.Column("line", language.say(.ruleLine), .number),
          Table.Column("rule", language.say(.rule), .text),
        ] : []) + [Table.Column("passage", language.say(.passage), .text)]
  }
}

/// One proposal on its way into a table.
private struct ProposalRow {
  let proposal: Proposal
  let coded: CodedTranscript
  let code: Code
  let inTurn: Range<Int>
  let speaker: Speaker

  func plain() -> Table.Row {
    Table.Row(head() + [.text(passage(marking: []))])
  }

  /// A row for each rule that matched.
  func explained() -> [Table.Row] {
    let byRule = Dictionary(grouping: coded.evidence[proposal.evidence], by: \.match)
    return byRule.keys.sorted().map { match in
      let words = byRule[match, default: []].map(\.text)
      return Table.Row(
        head() + [
          .count(code.matches[match].position.line), .text(code.matches[match].source),
          .text(passage(marking: words)),
        ])
    }
  }

  private func head() -> [Table.Cell] {
    let level: Table.Cell =
      switch proposal.level {
      case .none: .blank
      case .mixed: .text("(mixed)")
      case .level(let level): .text(code.scale[level].id)
      }
    return [
      .text(coded.transcript.id), .count(proposal.turn + 1), .count(inTurn.lowerBound),
      .count(inTurn.upperBound), .text(speaker.label), .text(code.id.description), level,
    ]
  }

  /// The words of the passage, those of `words` between `»` and `«`.
  private func passage(marking words: [Range<Int>]) -> String {
    let range = proposal.span.text
    var text = ""
    var next = range.lowerBound
    for word in words.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      text += coded.transcript.string(next..<word.lowerBound)
      text += "»" + coded.transcript.string(word) + "«"
      next = word.upperBound
    }
    return text + coded.transcript.string(next..<range.upperBound)
  }
}
