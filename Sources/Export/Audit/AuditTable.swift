public import CodingEngine
import Corpus
public import Review

extension Table {
  /// What reviewers found: a row for each code, and one for all.
  ///
  /// - Parameters:
  ///   - audit: As it stands.
  ///   - corpus: With the codebook.
  ///   - language: Of headings and notes.
  /// - Returns: Counts and estimates, with what they stand on.
  public static func audit(
    _ audit: Audit, in corpus: CodedCorpus, _ language: Language
  ) -> Table {
    let names = corpus.codebook.namesInLog()
    let findings = audit.findings.sorted { left, right in
      (left.code.flatMap { names[$0] } ?? .max, left.code ?? "")
        < (right.code.flatMap { names[$0] } ?? .max, right.code ?? "")
    }
    let rows = (findings + [audit.finding]).map { finding in
      row(finding, finding.code.flatMap { names[$0] }.map { corpus.codebook.codes[$0] })
    }
    return Table(
      shape: "audit", title: "\(language.say(.audit)) \(audit.name)", language: language,
      columns: columns(language), rows: rows,
      notes: notes(audit, isByCode: !findings.contains { $0.precision == nil }, corpus, language))
  }

  private static func columns(_ language: Language) -> [Column] {
    [
      Column("code", language.say(.code), .text),
      Column("title", language.say(.title), .text, isOptional: true),
      Column("whole", "N", .number), Column("drawn", language.say(.drawnOfCode), .number),
      Column("decided", language.say(.decided), .number),
      Column("open", language.say(.open), .number),
      Column("accepted", language.say(.accepted), .share),
      Column("rejected", "rejected", .number, for: .programs),
      Column("recoded", "recoded", .number, for: .programs),
      Column("resized", "resized", .number, for: .programs),
      Column("unsure", "unsure", .number, for: .programs),
      Column("contested", "contested", .number, for: .programs),
      Column("judged", "n", .number),
      Column("precision_people", language.say(.precision), .number, for: .people),
      Column("recall_people", language.say(.recall), .number, for: .people),
      Column("precision", "precision", .number, for: .programs),
      Column("precision_low", "precision_low", .number, for: .programs),
      Column("precision_high", "precision_high", .number, for: .programs),
      Column("recall", "recall", .number, for: .programs),
      Column("recall_low", "recall_low", .number, for: .programs),
      Column("recall_high", "recall_high", .number, for: .programs),
    ]
  }

  private static func row(_ finding: AuditFinding, _ code: Code?) -> Row {
    let name = finding.code.map { String($0.split(separator: ":").last ?? "") }
    func count(_ verdict: Verdict) -> Cell { .count(finding.verdicts[verdict, default: 0]) }
    return Row(
      [
        name.map { .text($0) } ?? .label(.allCodings),
        code.map { .text($0.title) } ?? (name == nil ? .blank : .label(.removedCode)),
        finding.whole.map { .count($0) } ?? .blank, .count(finding.drawn), .count(finding.decided),
        .count(finding.open),
        .share(part: finding.verdicts[.accept, default: 0], whole: finding.decided),
        count(.reject), count(.recode), count(.resize), count(.unsure), .count(finding.contested),
        finding.precision.map { .count($0.judged) } ?? .blank,
        inWords(finding.precision?.estimate), inWords(finding.recall),
      ] + cells(finding.precision?.estimate) + cells(finding.recall))
  }

  /// An estimate with its interval in one cell.
  private static func inWords(_ estimate: Estimate?) -> Cell {
    guard let estimate else { return .blank }
    guard case .success(let value) = estimate.value,
      case .success(let interval) = estimate.interval
    else { return .undefined }
    func say(_ language: Language) -> String {
      let numbers = [value, interval.lowerBound, interval.upperBound]
        .map { language.decimal($0, places: 2) ?? "–" }
      return "\(numbers[0]) (\(numbers[1])–\(numbers[2]))"
    }
    return .label(Phrase(say(.nl), say(.en)))
  }

  /// Value and ends of an estimate.
  private static func cells(_ estimate: Estimate?) -> [Cell] {
    guard let estimate else { return [.blank, .blank, .blank] }
    guard case .success(let value) = estimate.value,
      case .success(let interval) = estimate.interval
    else { return [.undefined, .undefined, .undefined] }
    return [
      .coefficient(value), .coefficient(interval.lowerBound), .coefficient(interval.upperBound),
    ]
  }

  private static func notes(
    _ audit: Audit, isByCode: Bool, _ corpus: CodedCorpus, _ language: Language
  ) -> [String] {
    var phrases: [Phrase] = [.sample(of: audit), .verdictCounts(audit.finding)]
    if !audit.uncoded.isEmpty { phrases.append(.missed(audit)) }
    phrases.append(.reviewedBy(audit.reviewers))
    let lost = audit.places.count { $0.place == nil }
    if lost > 0 { phrases.append(.lostPlaces(lost)) }
    phrases.append(.howEstimated)
    if let precision = audit.finding.precision, 0 < precision.covered,
      precision.covered < precision.whole
    {
      phrases.append(.coversOnly(precision.covered, of: precision.whole))
    }
    if !audit.uncoded.isEmpty { phrases.append(.howRecalled) }
    if !isByCode { phrases.append(.codesOverall) }
    phrases.append(.notIndependent)
    return phrases.map(language.say) + corpus.transcripts.demonstration(in: language)
  }
}

extension Table {
  /// All audits of a study: a row for each.
  public static func audits(_ audits: [Audit], in language: Language) -> Table {
    Table(
      shape: "audits", title: language.say(.audit), language: language,
      columns: [
        Column("audit", language.say(.audit), .text),
        Column("places", language.say(.places), .number),
        Column("decided", language.say(.decided), .number),
        Column("open", language.say(.open), .number),
        Column("reviewers", language.say(.judgedBy), .text),
        Column("begun_by", language.say(.madeBy), .text),
        Column("begun_at", language.say(.madeAt), .text),
      ],
      rows: audits.map { audit in
        let open = audit.places.count { $0.judgement == .open }
        return Row([
          .text(audit.name), .count(audit.places.count), .count(audit.places.count - open),
          .count(open), .text(audit.reviewers.joined(separator: "; ")), .text(audit.logged.coder),
          .text(audit.logged.at),
        ])
      }, notes: [])
  }

  /// The places of an audit, with empty columns for verdicts: for a spreadsheet.
  ///
  /// - Parameters:
  ///   - audit: As it stands.
  ///   - corpus: Where the places are.
  ///   - reviewer: Whose verdicts stand in it already.
  ///   - language: Of the headings.
  /// - Returns: A row for each place that is in the text; what a blind audit hides is left out.
  public static func auditSheet(
    _ audit: Audit, in corpus: CodedCorpus, by reviewer: String?, _ language: Language
  ) -> Table {
    let keys = [
      "place", "check", "position", "speaker", "before", "passage", "after", "code", "title",
      "verdict", "to", "words", "reason", "chosen",
    ]
    let isBlind = audit.logged.audit.isBlind
    let rows = audit.places.compactMap { place -> Row? in
      guard let passage = AuditPassage(of: place, in: corpus) else { return nil }
      let code = isBlind ? nil : place.code.map { corpus.codebook.codes[$0] }
      let said = place.verdicts.first { $0.reviewer == reviewer }
      func id(_ name: String?) -> String {
        name.map { $0.isEmpty ? "none" : String($0.split(separator: ":").last ?? "") } ?? ""
      }
      let isResized = said?.verdict == .resize
      return Row(
        [
          String(place.number), place.check, passage.position,
          passage.turns.first?.speaker ?? "",
          passage.before.map { "\($0.speaker): \($0.text)" } ?? "",
          passage.drawnText,
          passage.after.map { "\($0.speaker): \($0.text)" } ?? "",
          code?.id.description ?? "", code?.title ?? "",
          // What words a coding was put on stands in the log, not here.
          isResized ? "" : said?.verdict.rawValue ?? "", id(said?.newCode), "",
          isResized ? "" : said?.reason ?? "", isResized ? "" : id(said?.chosen),
        ].map { $0.isEmpty ? .blank : .text($0) })
    }
    return Table(
      shape: "audit-sheet", title: "\(language.say(.audit)) \(audit.name)", language: language,
      columns: keys.map { Column($0, $0, .text) }, rows: rows, notes: [])
  }
}

extension AuditPassage {
  /// The words that were drawn, of each turn.
  public var drawnText: String {
    turns.map { $0.pieces.filter(\.isDrawn).map(\.text).joined() }.joined(separator: " / ")
  }
}
