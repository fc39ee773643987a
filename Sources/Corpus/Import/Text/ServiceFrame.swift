/// What a transcription service puts before and behind a conversation.
struct ServiceFrame {
  /// The text without its foot, and without settings between lines of `---` at its head.
  private(set) var body: Range<Int>
  /// How many lines are left out.
  private(set) var lines = 0

  private var skipped: Set<Int> = []

  /// Looks at the first and last lines of a text.
  init(_ text: borrowing Span<UInt8>) {
    body = 0..<text.count
    skipHead(text)
    skipFoot(text)
  }

  /// Whether the line that begins at `start` is none of the conversation.
  func skips(_ start: Int) -> Bool { skipped.contains(start) }

  /// `SUMMARY KEYWORDS` and `SPEAKERS`, each with the line under it.
  private mutating func skipHead(_ text: borrowing Span<UInt8>) {
    var index = 0
    var skipsNext = false
    for _ in 0..<40 where index < text.count {
      var end = index
      while end < text.count, text[end] != 0x0A { end += 1 }
      let line = text.trimmed(index..<end)
      let isWord =
        line.count < 20
        && ["SUMMARY KEYWORDS", "SPEAKERS", "KEYWORDS"]
          .contains(string(text, line))
      if isWord || skipsNext && !line.isEmpty {
        skipped.insert(index)
        lines += 1
        skipsNext = isWord
      }
      index = end + 1
    }
  }

  /// `Transcribed by https://otter.ai`, and what other services sign with.
  private mutating func skipFoot(_ text: borrowing Span<UInt8>) {
    for _ in 0..<3 {
      let end = trimBlanks(text, from: 0, to: body.upperBound)
      var start = end
      while start > 0, text[start - 1] != 0x0A, end - start < 200 { start -= 1 }
      let line = string(text, text.trimmed(start..<end))
      let isFoot =
        ["Transcribed by ", "Transcript by ", "This transcript was ", "Getranscribeerd door "]
        .contains { line.hasPrefix($0) }
      guard isFoot, line.utf8.count < 200 else { return }
      body = body.lowerBound..<start
      lines += 1
    }
  }
}
