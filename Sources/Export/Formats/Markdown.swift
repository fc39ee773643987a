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
    let start = bytes.count
    bytes += text.utf8
    var digits = true
    for index in start..<bytes.count {
      let byte = bytes[index]
      if needsCare(byte) || index == start && isTaken(atStart: byte)
        || digits && index > start && isTaken(afterNumber: byte)
      {
        bytes.removeLast(bytes.count - start)
        return escape(visible(text), to: &bytes)
      }
      digits = digits && byte &- 0x30 < 10
    }
    if start < bytes.count, bytes[start] == UInt8(ascii: " ") {
      bytes.removeLast(bytes.count - start)
      escape(text, to: &bytes)
    }
  }

  private static func escape(_ text: String, to bytes: inout [UInt8]) {
    var isFirst = true
    var digits = 0
    for byte in text.utf8 {
      let isDigit = byte &- 0x30 < 10
      if byte == UInt8(ascii: "&") {
        bytes += "&amp;".utf8
      } else if byte == UInt8(ascii: "<") {
        bytes += "&lt;".utf8
      } else {
        if isTaken(byte) || isFirst && isTaken(atStart: byte)
          || digits > 0 && isTaken(afterNumber: byte)
        {
          bytes.append(UInt8(ascii: "\\"))
        }
        bytes.append(byte)
      }
      digits = isDigit && (isFirst || digits > 0) ? digits + 1 : 0
      if byte != UInt8(ascii: " ") { isFirst = false }
    }
  }

  /// Whether a text with this byte has to be looked at sign by sign.
  private static func needsCare(_ byte: UInt8) -> Bool {
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
    var bytes: [UInt8] = []
    appendMarkdown(level: level, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as UTF-8.
  func appendMarkdown(level: Int, to bytes: inout [UInt8]) {
    let shown = shown(to: .people)
    for _ in 0..<level { bytes.append(UInt8(ascii: "#")) }
    bytes.append(UInt8(ascii: " "))
    Markdown.append(title, to: &bytes)
    bytes += "\n\n|".utf8
    for index in shown {
      bytes.append(UInt8(ascii: " "))
      Markdown.append(columns[index].heading, to: &bytes)
      bytes += " |".utf8
    }
    bytes += "\n|".utf8
    for index in shown { bytes += (columns[index].kind == .text ? " --- |" : " ---: |").utf8 }
    for row in rows {
      bytes += "\n| ".utf8
      for _ in 0..<row.indent { bytes += "&emsp;".utf8 }
      for (number, index) in shown.enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: " ")) }
        row.cells[index].appendMarkdown(in: language, to: &bytes)
        bytes += " |".utf8
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
