/// Writes text into Markdown (CommonMark with GitHub's tables) so that it reads as it stood.
enum Markdown {
  /// One line, without controls and with every sign escaped that Markdown or HTML could take up.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a text, escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = text.utf8
    let text = utf8.span
    let mark = placeOfMark(text)
    append(text.extracting(0..<mark), to: &bytes)
    if mark == text.count { return }
    bytes.append(UInt8(ascii: "\\"))
    append(text.extracting(mark..<text.count), to: &bytes)
  }

  /// Where a sign stands that makes a list or a heading of the line it begins; the end when there is
  /// none.
  private static func placeOfMark(_ text: borrowing Span<UInt8>) -> Int {
    let first = text.firstIndex(from: 0) { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard first < text.count else { return first }
    if isTaken(atStart: text[first]) { return first }
    let end = text.firstIndex(from: first) { $0 &- 0x30 >= 10 }
    return end > first && end < text.count && isTaken(afterNumber: text[end]) ? end : text.count
  }

  /// Escapes what means something wherever it stands.
  private static func append(_ text: borrowing Span<UInt8>, to bytes: inout [UInt8]) {
    var (start, next) = (0, 0)
    while true {
      next = text.firstIndex(from: next, in: careful)
      guard next < text.count else { return bytes.append(text.extracting(start..<next)) }
      let control = control(in: text, at: next)
      if control == nil, text[next] >= 0x80 {
        next += 1
        continue
      }
      bytes.append(text.extracting(start..<next))
      start = next + (control?.length ?? 1)
      if let control {
        let form = visibleForm(of: control.scalar)
        if form != " " { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(form)
      } else if text[next] == UInt8(ascii: "&") {
        bytes.append("&amp;")
      } else if text[next] == UInt8(ascii: "<") {
        bytes.append("&lt;")
      } else {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(text[next])
      }
      next = start
    }
  }

  /// Bytes that are escaped, or may begin a control.
  private static let careful = ByteSet { byte in
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), 0...0x1F, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: isTaken(byte)
    }
  }

  private static func isTaken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "#"), UInt8(ascii: "~"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  private static func isTaken(atStart byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "=")
  }

  private static func isTaken(afterNumber byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")
  }
}

extension Table {
  /// The table as Markdown, under its title and above its notes.
  ///
  /// - Parameter level: How many `#` the title gets.
  /// - Returns: Lines that end in LF.
  public func markdown(level: Int = 2) -> String {
    String(decoding: markdownBytes(level: level), as: UTF8.self)
  }

  /// The same as UTF-8.
  func markdownBytes(level: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    appendMarkdown(level: level, to: &bytes)
    return bytes
  }

  /// The same after other bytes.
  func appendMarkdown(level: Int, to bytes: inout [UInt8]) {
    let shown = shown(to: .people)
    for _ in 0..<level { bytes.append(UInt8(ascii: "#")) }
    bytes.append(UInt8(ascii: " "))
    Markdown.append(title, to: &bytes)
    bytes.append("\n\n|")
    for index in shown {
      bytes.append(UInt8(ascii: " "))
      Markdown.append(columns[index].heading, to: &bytes)
      bytes.append(" |")
    }
    bytes.append("\n|")
    for index in shown { bytes.append(columns[index].kind == .text ? " --- |" : " ---: |") }
    for row in rows {
      bytes.append("\n|")
      for index in shown {
        bytes.append(UInt8(ascii: " "))
        if index == shown[0] { for _ in 0..<row.indent { bytes.append("&emsp;") } }
        row.cells[index].appendMarkdown(in: language, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        bytes.append(UInt8(ascii: "|"))
      }
    }
    bytes.append(0x0A)
    for note in notes {
      bytes.append(0x0A)
      Markdown.append(note, to: &bytes)
      bytes.append(0x0A)
    }
  }
}

extension Table.Cell {
  /// As people read it; numbers need no escaping.
  fileprivate func appendMarkdown(in language: Language, to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Markdown.append(text, to: &bytes)
    case .blank: break
    case .label, .undefined: Markdown.append(printed(in: language), to: &bytes)
    default: append(in: language, to: &bytes)
    }
  }
}
