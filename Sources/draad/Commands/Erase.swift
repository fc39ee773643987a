import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let erase = Command(
    name: "erase",
    summary: "Take a speaker's words out of transcript and log",
    arguments: .any("TRANSCRIPT:LABEL"),
    names: [.passages],
    ownOptions: [.why, .coder, .codebook],
    details: [
      "For when consent is withdrawn. Their turns become [erased], and the log loses their words:"
        + " quotations, what stands around other quotations, memos and reasons on codings of theirs."
        + " The log's proof still holds, and says that words were erased, why, and by whom. It cannot"
        + " be undone.",
      "Without --why, says what would go, and changes nothing. Copies of the study, backups, git's"
        + " history and Reports/ are not reached.",
    ],
    examples: [
      .init("draad erase FG07:PM2", "Show how much PM2's words are."),
      .init("draad erase FG07:PM2 --why 'consent withdrawn'", "Erase what PM2 said in FG07."),
    ]
  ) { options, output in
    guard options.arguments.count == 1, let colon = options.arguments[0].lastIndex(of: ":") else {
      throw Failure("erase needs one speaker", fix: "write draad erase FG07:PM2 --why REASON")
    }
    let (name, label) = (
      String(options.arguments[0][..<colon]),
      String(options.arguments[0][colon...].dropFirst())
    )
    // Of two who erase at once, each would wait for the other's strand.
    let held = try LockedFolder(StudyFolder(options).corpus)
    defer { withExtendedLifetime(held) {} }
    let desk = try Desk(options, needsCodes: false)
    let words = try ErasedWords(of: label, in: name, at: desk)
    guard let why = options.value(of: .why) else {
      for line in words.lines(willBe: true) { try output.write(visible(line) + "\n") }
      throw Failure("nothing was erased", fix: "add --why REASON to erase it for good")
    }
    var entry = LogEntry(command: "erase \(name):\(label)", codebook: desk.codebook)
    entry.erase(words.erasure, why: why, in: desk.log)
    try desk.write(entry, saying: [], on: &output)
    try words.carryOut(by: desk.writer)
    for line in words.lines(willBe: false) { try output.write(visible(line) + "\n") }
    Messages.say(
      "their words may still stand in copies, backups, git's history, Reports/ and *.torn files",
      isQuiet: options.contains(.quiet))
    return .done
  }
}

extension Option {
  static let why = Option("why", .text("REASON"), "the reason, which the log keeps")
}

/// A speaker's words, in a transcript's file and in the log.
private struct ErasedWords {
  let erasure: LogErasure
  private let path: String
  private let transcript: Transcript
  private let label: String
  private let bytes: [UInt8]
  private let turns: [Turn]
  private let log: CodingLog

  init(of label: String, in name: String, at desk: Desk) throws {
    let transcript = try desk.transcript(name)
    guard let speaker = transcript.speakers.firstIndex(where: { $0.label == label }) else {
      let labels = transcript.speakers.map(\.label)
      throw Failure(
        "nobody in \(name) is called \(label)",
        fix: Suggestion.sentence(Suggestion.nearest(to: label, in: labels))
          ?? "its speakers are \(labels.joined(separator: ", "))")
    }
    self.transcript = transcript
    self.label = label
    log = desk.log
    path = try desk.file(name).path
    bytes = try File.read(path)
    guard bytes.suffix(transcript.text.count) == transcript.text[...] else {
      throw Failure(
        "the file has other line ends or another encoding than Draad writes", about: path,
        fix: "save it as UTF-8 with LF line ends, then erase")
    }
    turns = transcript.turns.filter {
      $0.speaker == speaker && !transcript.text[$0.text].elementsEqual(Self.mark)
    }
    erasure = LogErasure(of: label, in: transcript, from: desk.log, desk.state)
  }

  private static let mark = Array("[erased]".utf8)

  func lines(willBe: Bool) -> [String] {
    let verb = willBe ? "to erase" : "erased"
    return [
      "\(verb) in \(path): what \(label) says in \(turns.count) turn\(turns.count == 1 ? "" : "s")",
      "\(verb) in \(erasure.lineCount) lines of the log: the words of \(erasure.quotationCount)"
        + " quotations, \(erasure.noteCount) memos and reasons; \(erasure.codings.count) codings"
        + " \(willBe ? "will have" : "have") no words",
    ]
  }

  /// Rewrites log and transcript; when that fails, doing it again does the rest.
  func carryOut(by writer: LogWriter) throws {
    try erasure.carryOut(by: writer)
    let start = bytes.count - transcript.text.count
    var new = Array(bytes[..<start])
    var end = 0
    for turn in turns {
      new += transcript.text[end..<turn.text.lowerBound] + Self.mark
      end = turn.text.upperBound
    }
    new += transcript.text[end...]
    if new != bytes {
      try File.write(
        new, to: path, permissions: try File.permissions(of: path), synchronized: true)
    }
  }
}
