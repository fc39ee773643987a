import CodingEngine
import Export
import FileSystem

extension Command {
  static let report = Command(
    name: "report",
    summary: "Write all tables and quotations to Reports/",
    ownOptions: Option.reading + [.speakers, .status, .origin, .byCoder, .language, .force],
    details: [
      "Makes the study's reports, replaces those it made before, and removes those it no longer"
        + " makes. If one of them was edited by hand, it names it and writes nothing; --force"
        + " replaces it all the same."
    ],
    examples: [
      .init("draad report", "Make or renew the reports."),
      .init("draad report --codebook zorglijn --language en", "Choose codebook and language."),
      .init("draad report --status decided", "Only what somebody has looked at."),
      .init("draad report --force", "Replace reports that were edited, too."),
    ]
  ) { options, output in
    let study = try await Study.open(options, evidence: true)
    let report = await Report(
      title: study.codebook.title, of: study.corpus, selection: study.selection,
      showingPrivate: study.showsPrivate, in: study.language)
    Study.keep(report)
    let folder = ReportFolder(path: study.folder.reports)
    let files = await report.files().map {
      ReportFolder.Report(name: $0.name, bytes: $0.bytes)
    }
    let changes = try await folder.replace(with: files, force: options.contains(.force))
    try output.write(
      report.overview(
        folder: study.folder.reports, files: files.map(\.name), width: options.textWidth))
    Messages.say(
      "wrote \(changes.written.count) files, removed \(changes.removed.count), left"
        + " \(files.count - changes.written.count) that were up to date",
      isQuiet: options.contains(.quiet))
    return .done
  }
}
