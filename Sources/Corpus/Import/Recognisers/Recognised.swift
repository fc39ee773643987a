internal import JSON

/// What a recogniser heard, whichever it is.
struct Recognised {
  /// A stretch of talk: a segment, an utterance, or words in a row.
  struct Piece {
    var label: String?
    var text: String
    var start: Int?
    var end: Int?
  }

  private(set) var pieces: [Piece] = []
  private(set) var language: String?
  /// How many words have times of their own.
  private(set) var words = 0

  /// Finds the talk; nil when there is none in a shape that is known.
  init?(_ value: JSONValue) {
    let found =
      readCallAnalytics(value) || readTranscribe(value) || readDeepgram(value) || readKaldi(value)
      || readCpp(value) || readMonologues(value) || readList(value["utterances"], unit: 1)
      || readList(value["segments"], unit: 1000) || readAssemblyWords(value)
      || readList(value, unit: 1000) || readAnyList(value)
    guard found else { return nil }
    for key in ["language", "language_code", "lang"] {
      language = language ?? value[key]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }
    language = language ?? value["results"]?["language_code"]?.string
    language = language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() }
  }

  // MARK: Lists of segments

  /// An array of objects with words, and perhaps a speaker and times; `unit` is milliseconds for each
  /// unit of time.
  private mutating func readList(_ value: JSONValue?, unit: Double) -> Bool {
    guard let segments = value?.array else { return false }
    var found: [Piece] = []
    for segment in segments {
      guard let object = segment.object, let text = Self.text(object) else { continue }
      found.append(
        Piece(
          label: Self.label(object), text: text,
          start: Self.time(object, ["start", "start_time", "begin", "ts", "from"], unit),
          end: Self.time(object, ["end", "end_time", "end_ts", "to"], unit)))
      words += object["words"]?.array?.count ?? 0
    }
    if found.isEmpty, !segments.isEmpty { return false }
    pieces = found
    return true
  }

  private static func text(_ object: JSONObject) -> String? {
    for key in ["text", "transcript", "Content", "content", "utterance", "sentence"] {
      if let text = object[key]?.string { return text }
    }
    return nil
  }

  static func label(_ object: JSONObject) -> String? {
    for key in [
      "speaker", "speaker_label", "speaker_id", "speakerLabel", "ParticipantRole", "label",
    ] {
      guard let value = object[key] else { continue }
      if let number = value.integer { return "Speaker \(number)" }
      if let text = value.string, !text.isEmpty { return ImportedLabel.tidy(text) }
      if let inner = value.object { return inner["@id"]?.string ?? inner["name"]?.string }
    }
    return nil
  }

  static func time(_ object: JSONObject, _ keys: [String], _ unit: Double) -> Int? {
    for key in keys {
      guard let value = object[key] else { continue }
      guard let number = value.double ?? value.string.flatMap(Double.init) else { continue }
      let milliseconds = (number * unit).rounded()
      return milliseconds.magnitude < 1e15 ? Int(milliseconds) : nil
    }
    return nil
  }

  /// The first array among the members that holds talk.
  private mutating func readAnyList(_ value: JSONValue) -> Bool {
    for member in value.object?.members ?? [] {
      if readList(member.value, unit: 1000), !pieces.isEmpty { return true }
    }
    return false
  }

  // MARK: Producers

  /// AWS Call Analytics.
  private mutating func readCallAnalytics(_ value: JSONValue) -> Bool {
    guard let turns = value["Transcript"]?.array else { return false }
    for turn in turns {
      guard let object = turn.object, let text = object["Content"]?.string else { continue }
      pieces.append(
        Piece(
          label: Self.label(object), text: text, start: object["BeginOffsetMillis"]?.integer,
          end: object["EndOffsetMillis"]?.integer))
      words += object["Items"]?.array?.count ?? 0
    }
    return true
  }

  /// whisper.cpp.
  private mutating func readCpp(_ value: JSONValue) -> Bool {
    guard let segments = value["transcription"]?.array else { return false }
    for segment in segments {
      guard let object = segment.object, let text = object["text"]?.string else { continue }
      pieces.append(
        Piece(
          label: Self.label(object), text: text, start: object["offsets"]?["from"]?.integer,
          end: object["offsets"]?["to"]?.integer))
    }
    language = value["result"]?["language"]?.string
    return true
  }

  /// Rev: monologues of elements.
  private mutating func readMonologues(_ value: JSONValue) -> Bool {
    guard let monologues = value["monologues"]?.array else { return false }
    for monologue in monologues {
      guard let object = monologue.object, let elements = object["elements"]?.array else {
        continue
      }
      let parts = elements.compactMap(\.object)
      pieces.append(
        Piece(
          label: Self.label(object), text: parts.compactMap { $0["value"]?.string }.joined(),
          start: parts.lazy.compactMap { Self.time($0, ["ts"], 1000) }.first,
          end: parts.reversed().lazy.compactMap { Self.time($0, ["end_ts"], 1000) }.first))
    }
    return true
  }

  private mutating func readAssemblyWords(_ value: JSONValue) -> Bool {
    guard let list = value["words"]?.array, !list.isEmpty else { return false }
    let isSeconds = list.contains { word in
      if case .number(let number)? = word["start"] { return number != number.rounded() }
      return false
    }
    readWords(list, texts: ["text", "punctuated_word", "word"], unit: isSeconds ? 1000 : 1)
    return true
  }

  /// AWS Transcribe.
  private mutating func readTranscribe(_ value: JSONValue) -> Bool {
    guard let results = value["results"]?.object else { return false }
    if let segments = results["audio_segments"], readList(segments, unit: 1000), !pieces.isEmpty {
      return true
    }
    guard let items = results["items"]?.array else { return false }
    var speakers: [String: String] = [:]
    for segment in results["speaker_labels"]?["segments"]?.array ?? [] {
      for item in segment["items"]?.array ?? [] {
        guard let start = item["start_time"]?.string, let label = item["speaker_label"]?.string
        else {
          continue
        }
        speakers[start] = label
      }
    }
    var label: String?
    for item in items {
      guard let object = item.object,
        let text = object["alternatives"]?.array?.first?["content"]?.string
      else { continue }
      let start = object["start_time"]?.string
      if start != nil { label = Self.label(object) ?? start.flatMap { speakers[$0] } }
      let isSign = object["type"]?.string == "punctuation"
      appendWord(
        label, text, Self.time(object, ["start_time"], 1000), Self.time(object, ["end_time"], 1000),
        isSign: isSign)
    }
    return true
  }

  private mutating func readDeepgram(_ value: JSONValue) -> Bool {
    guard let results = value["results"]?.object else { return false }
    if let utterances = results["utterances"], readList(utterances, unit: 1000) { return true }
    guard let channels = results["channels"]?.array else { return false }
    for channel in channels {
      guard let best = channel["alternatives"]?.array?.first?.object else { continue }
      if let paragraphs = best["paragraphs"]?["paragraphs"]?.array {
        for paragraph in paragraphs {
          guard let object = paragraph.object else { continue }
          let sentences = (object["sentences"]?.array ?? []).compactMap { $0["text"]?.string }
          pieces.append(
            Piece(
              label: Self.label(object), text: sentences.joined(separator: " "),
              start: Self.time(object, ["start"], 1000), end: Self.time(object, ["end"], 1000)))
        }
      } else if let list = best["words"]?.array {
        readWords(list, texts: ["punctuated_word", "word"], unit: 1000)
      }
    }
    if channels.count > 1 { pieces.sort { ($0.start ?? 0) < ($1.start ?? 0) } }
    return true
  }

  /// Kaldi as the BBC runs it: words, and segments of speakers beside them.
  private mutating func readKaldi(_ value: JSONValue) -> Bool {
    guard let result = value["retval"]?.object, let list = result["words"]?.array else {
      return false
    }
    let segmentation = value["segmentation"] ?? result["segmentation"]
    var segments: [(start: Int, label: String?)] = []
    for segment in segmentation?["segments"]?.array ?? [] {
      guard let object = segment.object, let start = Self.time(object, ["start"], 1000) else {
        continue
      }
      segments.append((start, Self.label(object)))
    }
    segments.sort { $0.start < $1.start }
    var next = 0
    var label: String?
    for word in list {
      guard let object = word.object else { continue }
      let start = Self.time(object, ["start"], 1000)
      while next < segments.count, segments[next].start <= start ?? -1 {
        label = segments[next].label
        next += 1
      }
      let text = object["punct"]?.string ?? object["word"]?.string ?? ""
      appendWord(label, text, start, Self.time(object, ["end"], 1000), isSign: false)
    }
    return true
  }

  // MARK: Words

  private mutating func readWords(_ list: [JSONValue], texts: [String], unit: Double) {
    for word in list {
      guard let object = word.object,
        let text = texts.lazy.compactMap({ object[$0]?.string }).first
      else { continue }
      appendWord(
        Self.label(object), text, Self.time(object, ["start"], unit),
        Self.time(object, ["end"], unit), isSign: false)
    }
  }

  /// Adds a word to the piece before, or begins one where the speaker changes or a sentence ended.
  private mutating func appendWord(
    _ label: String?, _ text: String, _ start: Int?, _ end: Int?, isSign: Bool
  ) {
    words += 1
    if let last = pieces.indices.last {
      let pause = (start ?? 0) - (pieces[last].end ?? start ?? 0)
      let isSame = pieces[last].label == label
      let endsSentence = pieces[last].text.utf8.span.endsSentence
      if isSign || isSame && !endsSentence && pause < TurnJoiner.pause {
        pieces[last].text += isSign ? text : " " + text
        pieces[last].end = end ?? pieces[last].end
        return
      }
    }
    pieces.append(Piece(label: label, text: text, start: start, end: end))
  }
}
