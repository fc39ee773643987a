extension Command {
  static let report = Command(
    name: "report",
    summary: "Write all tables and quotations to Reports/",
    ownOptions: Option.reading + [.speakers, .language, .force],
    details: [
      "Makes the study's reports, replaces those it made before, and removes those it no longer"
        + " makes. If one of them was edited by hand, it names it and writes nothing; --force"
        + " replaces it all the same."
    ],
    examples: [
      .init("draad report", "Make or renew the reports."),
      .init("draad report --codebook zorglijn --language en", "Choose codebook and language."),
      .init("draad report --force", "Replace reports that were edited, too."),
    ],
    run: notAvailable("report"))
}
