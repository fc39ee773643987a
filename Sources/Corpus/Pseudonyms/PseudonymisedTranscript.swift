/// A transcript in which the names of a key are replaced: in its front matter, labels and words.
public struct PseudonymisedTranscript: Sendable {
  /// One name that was replaced, or that may stand there in another form and was left.
  public struct Place: Sendable, Hashable {
    /// An index into the key's entries.
    public let entry: Int
    /// Where it stood in the file.
    public let position: FilePosition
  }

  /// The whole file.
  public let bytes: [UInt8]
  /// In the order of the file.
  public let replaced: [Place]
  /// Written small or with an `s` behind it: perhaps the name, and left as it is.
  public let doubtful: [Place]

  /// Replaces the names, and makes sure that everything else reads as before.
  ///
  /// - Parameters:
  ///   - file: Named in diagnostics.
  ///   - bytes: The file as it is.
  ///   - key: Entries without a replacement are left alone.
  ///   - finder: Of the same key.
  /// - Returns: Nil with errors when the file cannot be read, or would no longer read as the same
  ///   turns.
  public static func make(
    of file: TranscriptFile, _ bytes: [UInt8], by key: PseudonymKey, with finder: NameFinder
  ) -> Read<PseudonymisedTranscript> {
    let before = TranscriptReader.read(bytes, id: file.id, path: file.path)
    guard let old = before.value else {
      return Read(nil, before.diagnostics.filter { $0.severity == .error })
    }
    var replacing = Replacing(bytes, bodyLine: old.firstLine, key: key)
    for found in finder.find(bytes) { replacing.add(found) }
    let result = replacing.finish()
    if result.replaced.isEmpty { return Read(result, []) }
    let after = TranscriptReader.read(result.bytes, id: file.id, path: file.path)
    let isSame =
      after.value.map { new in
        new.turns.map(\.speaker) == old.turns.map(\.speaker)
          && new.turns.map(\.time) == old.turns.map(\.time)
          && new.speakers.map(\.role) == old.speakers.map(\.role)
          && new.firstLine == old.firstLine
      } ?? false
    guard !isSame else { return Read(result, []) }
    return Read(
      nil,
      after.diagnostics.filter { $0.severity == .error } + [
        Diagnostic(
          .error, path: file.path, "would not read as the same turns and speakers any more",
          fix: "a label needs a replacement that can be one, without brackets or colons, and not"
            + " that of somebody else in the same conversation")
      ])
  }
}

private struct Replacing {
  private let old: [UInt8]
  private let bodyLine: Int
  private let key: PseudonymKey
  private var new: [UInt8] = []
  private var end = 0
  private var cursor = PositionCursor(firstLine: 1)
  private var replaced: [PseudonymisedTranscript.Place] = []
  private var doubtful: [PseudonymisedTranscript.Place] = []
  /// Lines of the front matter that changed.
  private var changedLines: Set<Int> = []

  init(_ bytes: [UInt8], bodyLine: Int, key: PseudonymKey) {
    (old, self.bodyLine, self.key) = (bytes, bodyLine, key)
  }

  mutating func add(_ found: NameFinder.Found) {
    let text = old
    let place = PseudonymisedTranscript.Place(
      entry: found.entry, position: cursor.position(in: text.span, of: found.range.lowerBound))
    guard found.isSure, let replacement = key.entries[found.entry].replacement else {
      if !found.isSure { doubtful.append(place) }
      return
    }
    if place.position.line < bodyLine { changedLines.insert(place.position.line) }
    new += old[end..<found.range.lowerBound] + replacement.utf8
    end = found.range.upperBound
    replaced.append(place)
  }

  func finish() -> PseudonymisedTranscript {
    let bytes = new + old[end...]
    return PseudonymisedTranscript(
      bytes: changedLines.isEmpty ? bytes : quoting(bytes), replaced: replaced, doubtful: doubtful)
  }

  /// The values of front matter that changed, in quotes: `[naam school]` would be a list.
  private func quoting(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for number in changedLines where lines.indices.contains(number - 1) {
      lines[number - 1] = quoted(lines[number - 1])
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  private func quoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return line }
    var value = line[(colon + 1)...].drop { $0 == 0x20 }
    let carriage = value.last == 0x0D
    if carriage { value.removeLast() }
    let isOpen = value.contains(UInt8(ascii: "[")) && value.first != UInt8(ascii: "[")
    guard let first = value.first, isOpen || first == UInt8(ascii: "["),
      !value.contains(UInt8(ascii: "\""))
    else { return line }
    let key = String(decoding: line[..<colon], as: UTF8.self)
    // Lists are lists there.
    if ["status", "moderators", "private"].contains(key) { return line }
    return line[...colon] + [0x20, 0x22] + value + (carriage ? [0x22, 0x0D] : [0x22])
  }
}
