/// A line of the log that is to be written.
struct LogDraft {
  let coder: String
  let strand: StrandID
  let n: Int
  /// The digest of the line before in the strand; empty for the first.
  let prev: String
  /// The last line of every other strand, as far as it was there.
  let seen: [Seen]
  /// When, in UTC: `2025-03-18T12:00:00Z`.
  let at: String
  /// What the user typed, without words of transcripts.
  let command: String
  /// Id, version and SHA-256 of the codebook, blanks between; empty without one.
  let book: String
  /// Whose codings were on the screen.
  let shown: [String]
  let events: [LogEvent]
  /// What the events point to by index.
  let words: [String?]

  /// The last line of a strand that was there when a line was written.
  struct Seen: Hashable, Sendable {
    let strand: StrandID
    let n: Int
    let digest: String
  }

  /// The line, with its line end.
  func line(salt: String = LogWords.newSalt()) -> [UInt8] {
    var text = LogText()
    text.object { text in
      text.member("v", LogLine.version)
      text.member("coder", coder)
      text.member("strand", strand.description)
      text.member("n", n)
      text.member("prev", prev)
      text.key("seen")
      text.object { text in
        for last in seen {
          text.key(last.strand.description)
          text.array { text in
            text.value(last.n)
            text.value(last.digest)
          }
        }
      }
      text.member("at", at)
      text.member("command", command)
      text.member("book", book)
      text.member("shown", shown)
      text.key("do")
      text.array { text in for event in events { event.write(to: &text) } }
      text.key("words")
      if words.isEmpty { text.null() } else { text.raw(LogWords.json(salt: salt, text: words)) }
    }
    return text.bytes + [0x0A]
  }
}
