extension Command {
  static let check = Command(
    name: "check",
    summary: "Read the whole study and show every fault in it",
    ownOptions: [.json],
    details: [
      "Reads all transcripts and codebooks, and prints every error, warning and note with its place"
        + " and what to do about it. Exit status 1 if there is an error."
    ],
    examples: [
      .init("draad check", "Check the study you are in."),
      .init("draad check --study Zorglijn --quiet", "Show only the errors of another study."),
    ],
    run: notAvailable("check"))
}
