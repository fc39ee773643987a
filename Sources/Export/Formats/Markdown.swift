/// Writes text into Markdown (CommonMark with GitHub's tables) so that it reads as it stood.
enum Markdown {
  /// One line, without controls and with every sign escaped that Markdown or HTML could take up.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isFirst = true
    var digits = 0
    func escape(_ scalar: Unicode.Scalar) {
      result.append("\\")
      result.append(scalar)
    }
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "#", "~", ">", "|", "$": escape(scalar)
      case "-", "+", "=": isFirst ? escape(scalar) : result.append(scalar)
      case ".", ")": digits > 0 ? escape(scalar) : result.append(scalar)
      default: result.append(scalar)
      }
      let continuesNumber = (isFirst || digits > 0) && ("0"..."9").contains(scalar)
      digits = continuesNumber ? digits + 1 : 0
      if scalar != " " { isFirst = false }
    }
    return String(result)
  }
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
