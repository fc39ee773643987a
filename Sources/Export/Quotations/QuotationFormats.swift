import CodingEngine

extension Quotations {
  /// A row for each quotation: see `table`.
  public func csv() -> String { table().csv() }

  /// The rows of the table as objects, each with `evidence` as ranges in the turn and `before` and
  /// `after` as turns.
  public func json() -> String {
    let table = table()
    var writer = JSONWriter()
    writer.object(tall: true) { writer in
      writer.header(shape: table.shape)
      writer.key("title")
      writer.value(table.title)
      writer.notes(notes)
      writer.key("rows")
      writer.array(tall: true) { writer in
        for (row, quotation) in zip(table.rows, list) {
          writer.object { writer in
            writer.members(keys: table.keys, values: table.values(of: row))
            writer.surroundings(of: quotation)
          }
        }
      }
    }
    return writer.text
  }

  /// Quotations under the heading of their code, for a terminal.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal; nil for one line each.
  ///   - markingEvidence: Whether `»…«` stands around the words that made the engine propose.
  /// - Returns: Lines that end in LF.
  public func text(width: Int? = nil, markingEvidence: Bool = false) -> String {
    let style = QuotationStyle(
      quotations: self, escaped: visible, marks: markingEvidence ? ("»", "«") : ("", ""))
    var lines: [String] = []
    for block in blocks() {
      lines += [visible(heading(of: block)), ""]
      for quotation in block {
        for line in style.lines(of: quotation) {
          let margin = line.isContext ? "    " : "  "
          lines += wrapped(line.text, to: width.map { max(20, $0 - margin.count) } ?? .max)
            .map { margin + $0 }
        }
        lines.append("")
      }
    }
    for note in notes { lines += wrapped(visible(note), to: width ?? .max) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Quotations under the heading of their code, as Markdown.
  ///
  /// - Parameters:
  ///   - level: How many `#` the headings of codes get.
  ///   - markingEvidence: Whether the words that made the engine propose are bold.
  /// - Returns: Lines that end in LF.
  public func markdown(level: Int = 2, markingEvidence: Bool = false) -> String {
    let style = QuotationStyle(
      quotations: self, escaped: Markdown.escaped,
      marks: markingEvidence ? ("**", "**") : ("", ""))
    var text = ""
    for block in blocks() {
      let marks = String(repeating: "#", count: level)
      text += "\(marks) \(Markdown.escaped(heading(of: block)))\n\n"
      for quotation in block {
        for (number, line) in style.lines(of: quotation).enumerated() {
          text += number > 0 ? ">\n> " : "> "
          text += line.text
          text += "\n"
        }
        text += "\n"
      }
    }
    for note in notes {
      text += Markdown.escaped(note)
      text += "\n\n"
    }
    if text.utf8.last == 0x0A { text.removeLast() }
    return text.isEmpty ? "\n" : text
  }

  /// The quotations of one code each.
  private func blocks() -> [ArraySlice<Quotation>] {
    var blocks: [ArraySlice<Quotation>] = []
    var start = list.startIndex
    for index in list.indices where list[index].code != list[start].code {
      blocks.append(list[start..<index])
      start = index
    }
    return list.isEmpty ? [] : blocks + [list[start...]]
  }

  /// The level as people read it.
  fileprivate func levelTitle(of quotation: Quotation) -> String? {
    guard let level = quotation.level else { return nil }
    let scale = codebook.codes[quotation.code].scale
    return scale.first { $0.id == level }?.title ?? language.say(.mixed)
  }

  private func heading(of block: ArraySlice<Quotation>) -> String {
    guard let first = block.first else { return "" }
    let code = codebook.codes[first.code]
    return "\(code.id): \(code.title) (\(block.count))"
  }
}

/// How a quotation is printed.
private struct QuotationStyle {
  let quotations: Quotations
  /// Makes a piece of text harmless.
  let escaped: (String) -> String
  /// What stands around evidence.
  let marks: (String, String)

  /// The turns before, the quotation, who says it and where, the turns after.
  func lines(of quotation: Quotation) -> [(text: String, isContext: Bool)] {
    let level = quotations.levelTitle(of: quotation).map { " · \(escaped($0))" } ?? ""
    return quotation.before.map { (line(of: $0), true) }
      + [
        ("“\(marked(quotation))”\(quotation.isUnreviewed ? "°" : "")", false),
        ("\(escaped(quotation.attribution)) · \(escaped(quotation.id))\(level)", false),
      ] + quotation.after.map { (line(of: $0), true) }
  }

  private func line(of turn: Quotation.ContextTurn) -> String {
    escaped("\(turn.speaker): \(turn.text)")
  }

  private func marked(_ quotation: Quotation) -> String {
    if marks.0.isEmpty { return escaped(quotation.text) }
    let scalars = Array(quotation.text.unicodeScalars)
    var text = ""
    var end = 0
    func piece(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return escaped(String(view))
    }
    for range in quotation.evidence {
      let lower = range.lowerBound - quotation.inTurn.lowerBound
      let upper = range.upperBound - quotation.inTurn.lowerBound
      text += piece(end..<lower) + marks.0 + piece(lower..<upper) + marks.1
      end = upper
    }
    return text + piece(end..<scalars.count)
  }
}

extension JSONWriter {
  fileprivate mutating func surroundings(of quotation: Quotation) {
    key("evidence")
    array { writer in
      for range in quotation.evidence {
        writer.object { writer in
          writer.key("start")
          writer.value(range.lowerBound)
          writer.key("end")
          writer.value(range.upperBound)
        }
      }
    }
    for (name, turns) in [("before", quotation.before), ("after", quotation.after)] {
      key(name)
      array { writer in
        for turn in turns {
          writer.object { writer in
            writer.key("turn")
            writer.value(turn.turn)
            writer.key("speaker")
            writer.value(turn.speaker)
            writer.key("text")
            writer.value(turn.text)
          }
        }
      }
    }
  }
}
