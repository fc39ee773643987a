extension LogEvent {
  /// Writes the event as a JSON object.
  func write(to text: inout LogText) {
    text.object { text in
      text.member("event", name)
      switch self {
      case .text(let version):
        text.member("in", version.transcript)
        text.member("sha256", version.sha256)
        text.member("turns", version.turns.map { hexadecimal(UInt64($0), count: 8) }.joined())
      case .code(let code, let level, let anchor):
        text.code(code, level)
        text.anchor(anchor)
      case .uncode(let coding): text.member("coding", coding.description)
      case .recode(let coding, let code, let level):
        text.member("coding", coding.description)
        text.code(code, level)
      case .resize(let coding, let anchor):
        text.member("coding", coding.description)
        text.anchor(anchor)
      case .reanchor(let coding, let anchor):
        text.member("coding", coding.description)
        if let anchor { text.anchor(anchor) }
      case .memo(let target, let words):
        text.member("on", target.description)
        text.member("words", words)
      case .newCode(let code, let title):
        text.code(code, nil)
        text.member("title", title)
      case .adopt(let codes): text.member("codes", codes)
      case .done(let transcript, let codes):
        text.member("in", transcript)
        text.member("codes", codes)
      case .decide(let decision): decision.write(to: &text)
      case .settle(let codes, let anchor):
        text.member("codes", codes)
        text.anchor(anchor)
      case .edit(let edit): edit.write(to: &text)
      case .erase(let erasure):
        text.member("in", erasure.transcript)
        text.member("by", erasure.speaker)
        text.member("why", erasure.why)
        text.member("lines", erasure.lines)
      case .acceptFork(let line): text.member("from", line)
      case .undo(let n), .redo(let n): text.member("n", n)
      case .seal, .unknown: break
      }
    }
  }

  /// As it stands in the log.
  var name: String {
    switch self {
    case .text: "text"
    case .code: "code"
    case .uncode: "uncode"
    case .recode: "recode"
    case .resize: "resize"
    case .reanchor: "reanchor"
    case .memo: "memo"
    case .newCode: "new code"
    case .adopt: "adopt"
    case .done: "done"
    case .decide: "decide"
    case .settle: "settle"
    case .edit: "codebook"
    case .erase: "erase"
    case .acceptFork: "accept-fork"
    case .seal: "seal"
    case .undo: "undo"
    case .redo: "redo"
    case .unknown(let name): name
    }
  }
}

extension LogDecision {
  fileprivate func write(to text: inout LogText) {
    text.member("verdict", verdict.rawValue)
    text.code(code, level)
    text.anchor(anchor)
    if let coding { text.member("coding", coding.description) }
    if let to { text.member("to", to) }
    if let span {
      text.key("new")
      text.object { $0.anchor(span) }
    }
    if let reason { text.member("reason", reason) }
  }
}

extension CodebookEdit {
  fileprivate func write(to text: inout LogText) {
    text.member("edit", kind)
    text.member("in", book)
    text.member("codes", codes)
    text.member("sha256", sha256)
    text.member("n", at)
    text.member("old", old)
    text.member("title", new)
  }
}

extension LogText {
  fileprivate mutating func code(_ code: String, _ level: String?) {
    member("code", code)
    if let level { member("level", level) }
  }

  fileprivate mutating func anchor(_ anchor: Anchor) {
    member("in", anchor.transcript)
    member("text", hexadecimal(anchor.text, count: 16))
    key("span")
    let span = anchor.span
    array { text in
      for number in [span.firstTurn, span.start, span.lastTurn, span.end] { text.value(number) }
    }
    member("by", anchor.speaker)
    if anchor.twins != 1 { member("twins", anchor.twins) }
    member("words", anchor.words)
  }
}

extension MemoTarget: CustomStringConvertible {
  /// As it stands in the log: `study`, `transcript:FG07`, `code:book:id`, `coding:…`.
  public var description: String {
    switch self {
    case .study: "study"
    case .transcript(let id): "transcript:\(id)"
    case .code(let code): "code:\(code)"
    case .coding(let coding): "coding:\(coding)"
    }
  }

  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.dropFirst().first) {
    case ("study", nil): self = .study
    case ("transcript", let id?): self = .transcript(id)
    case ("code", let code?): self = .code(code)
    case ("coding", let text?):
      guard let coding = LogReference(text) else { return nil }
      self = .coding(coding)
    default: return nil
    }
  }
}
