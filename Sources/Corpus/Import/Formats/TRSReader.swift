import XML

/// Reads Transcriber files (the document type trans-14).
///
/// A turn of the file is a turn; one of several speakers is cut where they take over from each other.
enum TRSReader {
  /// Reads a file of one conversation.
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    var file = TRSFile()
    if let fault = XMLFile.read(
      source, fix: "open it in Transcriber, and save it again",
      { reader throws(XMLError) in try file.read(&reader) })
    {
      return Read(nil, [fault])
    }
    guard file.isTRS else {
      return Read(
        nil,
        [
          Diagnostic(
            .error, path: source.path, "this XML file holds no <Trans>",
            fix: "look at what it is, and give it the extension of its format")
        ])
    }
    return Read([file.transcript], [])
  }
}

/// What a Transcriber file holds, as far as it has been read.
private struct TRSFile {
  private(set) var isTRS = false
  private(set) var transcript = ImportedTranscript()

  private var labels: [String: String] = [:]
  private var described: Set<String> = []
  /// The labels of those who speak in the turn that is open.
  private var speakers: [String] = []
  private var pieces: [ImportedTurn] = []
  private var isInTurn = false
  /// The time of the last sync that no words have followed yet.
  private var time: Int?

  mutating func read(_ reader: inout XMLReader) throws(XMLError) {
    while let event = try reader.next() {
      switch event {
      case .start(let tag): start(tag)
      case .end(let name): if name.local == "Turn" { endTurn() }
      case .text(let words): if isInTurn { append(words) }
      }
    }
  }

  private mutating func start(_ tag: XMLTag) {
    switch tag.name.local {
    case "Trans":
      isTRS = true
      transcript.language = tag["lang"].flatMap { $0.isEmpty ? nil : $0.lowercased() }
    case "Speaker": addSpeaker(tag)
    case "Episode":
      let program = XMLFile.tidy(tag["program"] ?? "")
      transcript.title = program.isEmpty ? nil : program
    case "Turn": beginTurn(tag)
    case "Sync": beginPiece(at: XMLFile.milliseconds(ofSeconds: tag["time"]))
    case "Who":
      let number = tag["nb"].flatMap { Int($0) } ?? 0
      if number > 0, number <= speakers.count { beginPiece(of: speakers[number - 1]) }
    case "Event": addEvent(tag)
    case "Comment": transcript.losses.add(1, "comment")
    case "Background":
      transcript.losses.add(1, "note on background noise", "notes on background noise")
    default: break
    }
  }

  private mutating func addSpeaker(_ tag: XMLTag) {
    guard let id = tag["id"] else { return }
    let name = ImportedLabel.tidy(tag["name"] ?? "")
    let label = name.isEmpty ? id : name
    labels[id] = label
    var speaker = ImportedSpeaker(label: label)
    for key in ["type", "dialect", "accent"] {
      guard let value = tag[key], !value.isEmpty, value != "unknown" else { continue }
      speaker.variables.append(ImportedVariable(key: key, value: XMLFile.tidy(value)))
    }
    if described.insert(label).inserted { transcript.speakers.append(speaker) }
  }

  private mutating func beginTurn(_ tag: XMLTag) {
    let ids = (tag["speaker"] ?? "").split(separator: " ").map(String.init)
    speakers = ids.map { labels[$0] ?? $0 }
    let label = speakers.isEmpty ? nil : speakers.joined(separator: " + ")
    let start = XMLFile.milliseconds(ofSeconds: tag["startTime"])
    let end = XMLFile.milliseconds(ofSeconds: tag["endTime"])
    pieces = [ImportedTurn(label: label, text: "", start: start, end: end)]
    isInTurn = true
    time = start
  }

  /// A sync that stands after words begins no turn; its time matters where another takes over.
  private mutating func beginPiece(at moment: Int?) {
    guard isInTurn else { return }
    if let last = pieces.last, !last.text.isEmpty { append(" ") }
    if let moment {
      // Those who spoke at the same time as the last one have ended.
      for index in pieces.indices.dropLast().reversed() {
        guard pieces[index].end ?? .max > moment else { break }
        pieces[index].end = moment
      }
    }
    time = moment ?? time
  }

  private mutating func beginPiece(of label: String) {
    guard isInTurn, let last = pieces.indices.last, pieces[last].label != label else { return }
    let end = pieces[last].end
    if XMLFile.tidy(pieces[last].text).isEmpty {
      pieces[last].label = label
    } else {
      // Those who speak at the same time have the same end.
      if let time, time > pieces[last].start ?? time { pieces[last].end = time }
      pieces.append(ImportedTurn(label: label, text: "", start: time, end: end))
    }
  }

  private mutating func append(_ words: String) {
    guard let last = pieces.indices.last else { return }
    pieces[last].text += words
  }

  /// A noise becomes the transcriber's brackets; what tells how a word is said is left out.
  private mutating func addEvent(_ tag: XMLTag) {
    guard isInTurn else { return }
    let description = XMLFile.tidy(tag["desc"] ?? "").filter { !"[]".contains($0) }
    let isNoise = tag["type"].map { $0 == "noise" } ?? true
    if isNoise, tag["extent"] != "end", !description.isEmpty {
      append(" [\(description)] ")
    } else if tag["extent"] != "end" {
      transcript.losses.add(1, "note on a word", "notes on words")
    }
  }

  private mutating func endTurn() {
    for var piece in pieces {
      piece.text = XMLFile.tidy(piece.text)
      if !piece.text.isEmpty { transcript.turns.append(piece) }
    }
    pieces = []
    isInTurn = false
  }
}
