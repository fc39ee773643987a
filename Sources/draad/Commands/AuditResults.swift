import CodingEngine
import Corpus
import Export
import FileSystem
import Review

extension Command {
  static let auditSheet = Command(
    name: "audit sheet",
    summary: "Write the places of an audit as a table to be filled in",
    arguments: .optional("NAME"),
    ownOptions: [.coder, .codebook, .skipUnreadable] + Option.writing,
    details: [
      "Fill in verdict (accept, reject, recode, resize, unsure), to (the code, for recode), words (for"
        + " resize) and reason; in a blind audit chosen (a code or none), and verdict only where it"
        + " says something else. Leave place and check as they are."
    ],
    examples: [
      .init("draad audit sheet first -o audit.csv", "Make a file for a spreadsheet.")
    ]
  ) { options, output in
    _ = try Destination(options)
    let audited = try await AuditedStudy.open(options)
    let reviewer = try? CoderIdentity(options).coder.name
    try Table.auditSheet(
      audited.audit, in: audited.study.corpus, by: reviewer, audited.study.language
    ).write(options, on: &output)
    return .done
  }

  static let auditImport = Command(
    name: "audit import",
    summary: "Take up the decisions that the page of an audit saved",
    arguments: .any("NAME FILE"),
    ownOptions: [.coder, .codebook, .skipUnreadable],
    details: [
      "The file is checked against the sample. With one fault in it, nothing is taken up. What you"
        + " decided already is passed over, so that a file can be taken up again."
    ],
    examples: [
      .init(
        "draad audit import first decisions.csv --coder \"Noor de Wit\"",
        "Take up what Noor decided on the page.")
    ]
  ) { options, output in
    guard options.arguments.count == 2, let path = options.arguments.last else {
      throw Failure(
        "an audit and a file are needed", fix: "write draad audit import NAME FILE.csv")
    }
    try await AuditedStudy.open(options).take(path, options, on: &output)
    return .done
  }

  static let auditStatus = Command(
    name: "audit status",
    summary: "Show how far an audit is, and what was found",
    arguments: .optional("NAME"),
    ownOptions: [.codebook, .skipUnreadable] + Option.writing,
    details: [
      "Precision and recall are estimated from the strata by their sizes, with Wilson's 95% intervals,"
        + " and only from ten judged units on. Without NAME, of several audits all are listed."
    ],
    examples: [.init("draad audit status first --csv", "Give the numbers of one audit as CSV.")]
  ) { options, output in
    _ = try Destination(options)
    let study = try await Study.open(options)
    if options.arguments.isEmpty, study.state.audits.count != 1 {
      let all = study.state.audits.map {
        Audit($0, in: study.corpus, study.log, study.state)
      }
      try Table.audits(all, in: study.language).write(options, on: &output)
      return .done
    }
    let audited = try AuditedStudy(study, options)
    try Table.audit(audited.audit, in: study.corpus, study.language).write(options, on: &output)
    return .done
  }

  static let auditReport = Command(
    name: "audit report",
    summary: "Write what an audit found, for a method section",
    arguments: .optional("NAME"),
    ownOptions: [.codebook, .skipUnreadable, .reportFormat, .output, .force, .language],
    examples: [
      .init("draad audit report first -o audit.md", "Write it as Markdown."),
      .init("draad audit report first -o audit.html", "Write it as one HTML page."),
    ]
  ) { options, output in
    let destination = try Destination(options)
    let audited = try await AuditedStudy.open(options)
    let report = AuditReport(audited.audit, in: audited.study.corpus, audited.study.language)
    let isHTML =
      options.value(of: .reportFormat).map { $0 == "html" }
      ?? (options.value(of: .output)?.lowercased().hasSuffix(".html") ?? false)
    try destination.write(Array((isHTML ? report.html() : report.markdown()).utf8), on: &output)
    return .done
  }

  static let auditPage = Command(
    name: "audit page",
    summary: "Make one HTML page on which a reviewer without Draad can judge",
    arguments: .optional("NAME"),
    ownOptions: [.codebook, .skipUnreadable, .output, .force, .language],
    details: [
      "The page works from a disk, asks nothing of any network, keeps decisions in the browser, and"
        + " saves them as a file that draad audit import takes up. It holds the words of the"
        + " sample's places and the turns around them: pass it on as carefully as transcripts. In a"
        + " blind audit the codes are hidden from readers, not from who looks into the file."
    ],
    examples: [.init("draad audit page first -o audit.html", "Make the page.")]
  ) { options, output in
    let destination = try Destination(options)
    let audited = try await AuditedStudy.open(options)
    let page = AuditPage(audited.audit, in: audited.study.corpus, audited.study.language)
    try destination.write(page.html(), on: &output)
    return .done
  }

  static let trail = Command(
    name: "trail",
    summary: "Show who made, judged and changed the codings of a passage",
    arguments: .optional("TARGET"),
    names: [.passages],
    ownOptions: [.quote, .codebook, .skipUnreadable] + Option.writing,
    examples: [.init("draad trail FG07:12", "Show what happened to every coding in turn 12.")]
  ) { options, output in
    _ = try Destination(options)
    guard let target = options.arguments.first else {
      throw Failure("trail needs a passage", fix: "write draad trail FG07:12")
    }
    let study = try await Study.open(options, evidence: true)
    let passage = try CodingTarget(target, quotation: options.value(of: .quote)) { id in
      try study.transcript(id).transcript
    }
    let coded = try study.transcript(passage.transcript.id)
    let trail = Trail(of: passage.range, in: coded, of: study.corpus, study.log, study.state)
    try Table.trail(trail, in: coded, of: study.codebook, study.language)
      .write(options, on: &output)
    return .done
  }
}

extension Option {
  static let reportFormat = Option(
    "format", .choice(["markdown", "html"]), "how to write it (default: by the name after -o)")
}
