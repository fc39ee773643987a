/// How quotations are printed; each is named by its index, since to hand one on is to copy it.
struct QuotationStyle {
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
      append(quotations.attribution(at: index), &bytes)
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
