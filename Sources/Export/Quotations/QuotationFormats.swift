import CodingEngine

extension Quotations {
  /// A row for each quotation: see `table`.
  public func csv() -> String { String(decoding: csvBytes(), as: UTF8.self) }

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
        let (keys, shown) = (table.keys, table.programColumns)
        for (row, quotation) in zip(table.rows, list) {
          writer.object { writer in
            writer.members(of: row, in: shown, under: keys)
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
      quotations: self, append: { text, bytes in bytes.append(visible(text)) },
      marks: markingEvidence ? ("»", "«") : nil)
    var lines: [String] = []
    for block in blocks() {
      lines += [visible(heading(of: block)), ""]
      for index in block {
        style.forEachLine(at: index) { line in
          let margin = line.isContext ? "    " : "  "
          var bytes: [UInt8] = []
          style.append(line, at: index, to: &bytes)
          lines += wrapped(
            String(decoding: bytes, as: UTF8.self),
            to: width.map { max(20, $0 - margin.count) } ?? .max
          ).map { margin + $0 }
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
    String(
      decoding: markdownBytes(level: level, markingEvidence: markingEvidence), as: UTF8.self)
  }

  /// The same as UTF-8.
  func markdownBytes(level: Int = 2, markingEvidence: Bool = false) -> [UInt8] {
    let style = QuotationStyle(
      quotations: self, append: Markdown.append, marks: markingEvidence ? ("**", "**") : nil)
    var bytes: [UInt8] = []
    for block in blocks() {
      for _ in 0..<level { bytes.append(UInt8(ascii: "#")) }
      bytes.append(UInt8(ascii: " "))
      Markdown.append(heading(of: block), to: &bytes)
      bytes.append("\n\n")
      for index in block {
        var isFirst = true
        style.forEachLine(at: index) { line in
          bytes.append(isFirst ? "> " : ">\n> ")
          isFirst = false
          style.append(line, at: index, to: &bytes)
          bytes.append(0x0A)
        }
        bytes.append(0x0A)
      }
    }
    for note in notes {
      Markdown.append(note, to: &bytes)
      bytes.append("\n\n")
    }
    if bytes.last == 0x0A { bytes.removeLast() }
    return bytes.isEmpty ? [0x0A] : bytes
  }

  /// The quotations of one code each, as indices of the list.
  private func blocks() -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = list.startIndex
    for index in list.indices where list[index].code != list[start].code {
      blocks.append(start..<index)
      start = index
    }
    return list.isEmpty ? [] : blocks + [start..<list.endIndex]
  }

  /// The level of a quotation as people read it.
  fileprivate func levelTitle(at index: Int) -> String? {
    guard let level = list[index].level else { return nil }
    let scale = codebook.codes[list[index].code].scale
    return scale.first { $0.id == level }?.title ?? language.say(.mixed)
  }

  private func heading(of block: Range<Int>) -> String {
    let code = codebook.codes[list[block.lowerBound].code]
    return "\(code.id): \(code.title) (\(block.count))"
  }
}

/// How quotations are printed; each is named by its index, since to hand one on is to copy it.
private struct QuotationStyle {
  /// A line of what is printed.
  enum Line {
    case context(Quotation.ContextTurn)
    case words
    case source

    var isContext: Bool { if case .context = self { true } else { false } }
  }

  let quotations: Quotations
  /// Appends a piece of text so that it does no harm.
  let append: (String, inout [UInt8]) -> Void
  /// What stands around evidence.
  let marks: (String, String)?

  /// The turns before, the quotation, who says it and where, the turns after.
  func forEachLine(at index: Int, _ body: (Line) -> Void) {
    for turn in quotations.list[index].before { body(.context(turn)) }
    body(.words)
    body(.source)
    for turn in quotations.list[index].after { body(.context(turn)) }
  }

  func append(_ line: Line, at index: Int, to bytes: inout [UInt8]) {
    switch line {
    case .context(let turn): append("\(turn.speaker): \(turn.text)", &bytes)
    case .words:
      bytes.append("“")
      appendWords(at: index, to: &bytes)
      bytes.append("”")
      if quotations.list[index].isUnreviewed { bytes.append("°") }
    case .source:
      append(quotations.list[index].attribution, &bytes)
      bytes.append(" · ")
      append(quotations.list[index].id, &bytes)
      guard let level = quotations.levelTitle(at: index) else { return }
      bytes.append(" · ")
      append(level, &bytes)
    }
  }

  /// The words, with marks around the evidence if it is to be marked.
  private func appendWords(at index: Int, to bytes: inout [UInt8]) {
    let text = quotations.list[index].text
    guard let marks else { return append(text, &bytes) }
    let scalars = Array(text.unicodeScalars)
    func appendPiece(_ range: Range<Int>) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      append(String(view), &bytes)
    }
    let start = quotations.list[index].inTurn.lowerBound
    var end = 0
    for range in quotations.list[index].evidence {
      appendPiece(end..<range.lowerBound - start)
      bytes.append(marks.0)
      appendPiece(range.lowerBound - start..<range.upperBound - start)
      bytes.append(marks.1)
      end = range.upperBound - start
    }
    appendPiece(end..<scalars.count)
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
