/// Writes text into Markdown (CommonMark with GitHub's tables) so that it reads as it stood.
enum Markdown {
  /// One line, without controls and with every sign escaped that Markdown or HTML could take up.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    var isFirst = true
    var digits = 0
    for byte in visible(text).utf8 {
      let isDigit = byte &- 0x30 < 10
      if byte == UInt8(ascii: "&") {
        result += "&amp;".utf8
      } else if byte == UInt8(ascii: "<") {
        result += "&lt;".utf8
      } else {
        if everywhere.contains(byte) || isFirst && atStart.contains(byte)
          || digits > 0 && afterNumber.contains(byte)
        {
          result.append(UInt8(ascii: "\\"))
        }
        result.append(byte)
      }
      digits = isDigit && (isFirst || digits > 0) ? digits + 1 : 0
      if byte != UInt8(ascii: " ") { isFirst = false }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let everywhere = Array("\\`*_[]#~>|$".utf8)
  private static let atStart = Array("-+=".utf8)
  private static let afterNumber = Array(".)".utf8)
}

extension Table {
  /// The table as Markdown, under its title and above its notes.
  ///
  /// - Parameter level: How many `#` the title gets.
  /// - Returns: Lines that end in LF.
  public func markdown(level: Int = 2) -> String {
    let shown = shown(to: .people)
    var lines = [String(repeating: "#", count: level) + " " + Markdown.escaped(title), ""]
    lines.append(line(shown.map { Markdown.escaped(columns[$0].heading) }))
    lines.append(line(shown.map { columns[$0].kind == .text ? "---" : "---:" }))
    for row in rows {
      var cells = shown.map { Markdown.escaped(row.cells[$0].printed(in: language)) }
      if let first = cells.first {
        cells[0] = String(repeating: "&emsp;", count: row.indent) + first
      }
      lines.append(line(cells))
    }
    for note in notes { lines += ["", Markdown.escaped(note)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
