/// Writes the home format.
public enum TranscriptWriter {
  /// A conversation as a file of the home format: front matter, then turns with a blank line between.
  ///
  /// - Parameter transcript: With labels, times and words that the home format can carry.
  /// - Returns: UTF-8 with LF.
  /// - Complexity: O(*n*) in the words.
  public static func bytes(of transcript: HomeTranscript) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(transcript.turns.reduce(1000) { $0 + $1.text.utf8.count + 40 })
    bytes += frontMatter(transcript).utf8
    if !transcript.preface.isEmpty {
      bytes += transcript.preface.utf8
      bytes += [0x0A, 0x0A]
    }
    for (index, turn) in transcript.turns.enumerated() {
      if index > 0 { bytes.append(0x0A) }
      bytes += (turn.label ?? HomeLabels.unknown).utf8
      if let start = turn.start {
        bytes += " [".utf8
        HomeTime.append(start, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
      }
      bytes += ": ".utf8
      bytes += turn.text.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  /// Whether a file reads back as the turns that it was written from: the first turn that does not,
  /// from 1; nil when all do.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public static func firstDifference(_ bytes: [UInt8], from transcript: HomeTranscript) -> Int? {
    guard let read = TranscriptReader.read(bytes, id: "", path: "").value else { return 1 }
    for (index, (turn, written)) in zip(read.turns, transcript.turns).enumerated() {
      let isSame =
        read.speakers[turn.speaker].label == written.label && turn.time == written.start
        && read.text.span.holds(written.text.utf8.span, at: turn.text)
      if !isSame { return index + 1 }
    }
    let count = min(read.turns.count, transcript.turns.count)
    return read.turns.count == transcript.turns.count ? nil : count + 1
  }

  // MARK: Front matter

  private static func frontMatter(_ transcript: HomeTranscript) -> String {
    var text = "---\n"
    for variable in transcript.variables {
      text += "\(quoted(variable.key)): \(value(variable))\n"
    }
    text += "participants:\n"
    for speaker in transcript.speakers {
      text += "  \(quoted(speaker.label)):"
      if speaker.variables.isEmpty {
        if let role = speaker.role { text += " " + quoted(role) }
      } else {
        var fields = speaker.role.map { ["role: " + quoted($0)] } ?? []
        fields += speaker.variables.map { "\(quoted($0.key)): \(quoted($0.value))" }
        text += " {" + fields.joined(separator: ", ") + "}"
      }
      text += "\n"
    }
    return text + "---\n\n"
  }

  /// Lists such as `[a, b]` are lists for these keys only.
  private static func value(_ variable: ImportedVariable) -> String {
    guard ["status", "moderators", "private"].contains(variable.key) else {
      return quoted(variable.value)
    }
    let parts = variable.value.split(separator: ",").map { quoted(ImportedLabel.tidy(String($0))) }
    return parts.count == 1 ? parts[0] : "[" + parts.joined(separator: ", ") + "]"
  }

  /// A text as it is where it can only be read in one way, else in double quotes.
  private static func quoted(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isPlain = true
    for scalar in text.unicodeScalars {
      switch scalarClass(scalar.value) {
      case .letter, .digit, .mark: scalars.append(scalar)
      case .blank: scalars.append(" ")
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { continue }
        if !"-_.()/+&".unicodeScalars.contains(scalar) { isPlain = false }
        if scalar == "\"" || scalar == "\\" { scalars.append("\\") }
        scalars.append(scalar)
      }
    }
    if let first = scalars.first {
      let kind = scalarClass(first.value)
      if kind != .letter && kind != .digit { isPlain = false }
    }
    if scalars.isEmpty || scalars.last == " " { isPlain = false }
    return isPlain ? String(scalars) : "\"" + String(scalars) + "\""
  }
}
