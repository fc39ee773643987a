public import CodingEngine
import Corpus
public import Review

extension Table {
  /// What happened to the codings of a passage: a row for each verdict, or for a coding without one.
  ///
  /// - Parameters:
  ///   - trail: Of the passage.
  ///   - coded: The transcript.
  ///   - codebook: Of the codes.
  ///   - language: Of the headings.
  /// - Returns: In the order of the text.
  public static func trail(
    _ trail: Trail, in coded: CodedTranscript, of codebook: Codebook, _ language: Language
  ) -> Table {
    let points = CodePoints(of: coded.transcript)
    let rows = trail.steps.flatMap { step -> [Row] in
      let turn = coded.transcript.turns(in: step.range).first ?? 0
      let place = points.inTurn(
        step.range.clamped(to: coded.transcript.turns[turn].text), turn: turn)
      let coding: [Cell] = [
        .text(coded.transcript.position(of: step.range)),
        .count(turn + 1), .count(place.lowerBound), .count(place.upperBound),
        step.code.map { .text(codebook.codes[$0].id.description) }
          ?? step.idleCode.map { .text($0) } ?? .label(.noCodeHere),
        step.coder.map { .text($0) }
          ?? (step.code == nil && step.idleCode == nil ? .blank : .label(.rules)),
        step.at.map { .text($0) } ?? .blank,
        step.rules.isEmpty ? .blank : .text(step.rules.joined(separator: "; ")),
        step.evidence.isEmpty ? .blank : .text(step.evidence.joined(separator: ", ")),
        .label(
          step.removed.map(Phrase.takenOff)
            ?? (step.idleCode == nil
              ? Phrase(nl(step.statuses), en(step.statuses)) : .noLongerProposed)),
      ]
      if step.verdicts.isEmpty { return [Row(coding + [.blank, .blank, .blank, .blank, .blank])] }
      return step.verdicts.map { verdict in
        Row(
          coding + [
            .label(.verdict(verdict.decision.verdict)),
            verdict.decision.newCode.map { .text(String($0.split(separator: ":").last ?? "")) }
              ?? .blank,
            .text(verdict.decision.coder), .text(verdict.at),
            .text(
              [verdict.reason, verdict.audit.map { "[\($0)]" }].compactMap(\.self).joined(
                separator: " ")),
          ])
      }
    }
    return Table(
      shape: "trail", title: language.say(.trail), language: language,
      columns: columns(language), rows: rows,
      notes: (rows.isEmpty ? [language.say(.nothingCodedHere)] : [])
        + [coded].demonstration(in: language))
  }

  private static func columns(_ language: Language) -> [Column] {
    [
      Column("position", language.say(.position), .text),
      Column("turn", "turn", .number, for: .programs),
      Column("start", "start", .number, for: .programs),
      Column("end", "end", .number, for: .programs),
      Column("code", language.say(.code), .text),
      Column("made_by", language.say(.madeBy), .text),
      Column("made_at", language.say(.madeAt), .text),
      Column("rules", "rules", .text, for: .programs),
      Column("evidence", language.say(Phrase("om deze woorden", "for these words")), .text),
      Column("status", language.say(.outcome), .text),
      Column("verdict", language.say(.verdict), .text),
      Column("to", language.say(Phrase("naar", "to")), .text),
      Column("judged_by", language.say(.judgedBy), .text),
      Column("judged_at", language.say(.judgedAt), .text),
      Column("reason", language.say(.reason), .text),
    ]
  }

  private static func nl(_ statuses: [Coding.Status]) -> String {
    statuses.map { phrase($0).nl }.joined(separator: ", ")
  }

  private static func en(_ statuses: [Coding.Status]) -> String {
    statuses.map { phrase($0).en }.joined(separator: ", ")
  }

  private static func phrase(_ status: Coding.Status) -> Phrase {
    switch status {
    case .open: .open
    case .accepted: Standing.accepted.phrase
    case .rejected: Standing.rejected.phrase
    case .contested: Standing.contested.phrase
    case .unsure: Standing.unsure.phrase
    }
  }
}
