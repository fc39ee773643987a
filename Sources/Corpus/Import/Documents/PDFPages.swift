/// The pages of a PDF as lines of text, from which paragraphs are put together again.
struct PDFPages {
  /// A line with something on it.
  private struct Line {
    let text: String
    /// How far it reaches to the right, in signs.
    let width: Int
    let followsBlank: Bool
    /// Whether it is the first of its page.
    var beginsPage = false
  }

  /// How many lines at the top and at the foot of a page may be its head and foot.
  private static let edge = 2

  private var losses: [ImportLoss] = []
  private var lines: [Line] = []

  /// Takes the text that `pdftotext -layout` makes: a form feed ends each page.
  init(_ text: String) {
    var pages: [[Line]] = []
    for page in text.split(separator: "\u{C}", omittingEmptySubsequences: true) {
      let lines = Self.lines(of: page)
      if !lines.isEmpty { pages.append(lines) }
    }
    dropHeads(&pages)
    for page in pages {
      for (index, line) in page.enumerated() {
        var line = line
        line.beginsPage = index == 0
        lines.append(line)
      }
    }
  }

  private static func lines(of page: Substring) -> [Line] {
    var lines: [Line] = []
    var followsBlank = true
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
      if words.isEmpty {
        followsBlank = true
      } else {
        let isWide = line.drop { $0 == " " }.contains("  ")
        lines.append(
          Line(
            text: isWide ? wide(line) : words.joined(separator: " "), width: line.count,
            followsBlank: followsBlank))
        followsBlank = false
      }
    }
    return lines
  }

  /// A line in which the first wide gap is kept: it may stand between a label and a time or words.
  private static func wide(_ line: Substring) -> String {
    let words = line.drop { $0 == " " }
    guard let gap = words.firstRange(of: "  ") else { return String(words) }
    let rest = words[gap.upperBound...].split { $0 == " " || $0 == "\t" }
    return words[..<gap.lowerBound] + "  " + rest.joined(separator: " ")
  }

  // MARK: Heads and feet

  private mutating func dropHeads(_ pages: inout [[Line]]) {
    var counts: [String: Int] = [:]
    for page in pages {
      let edges = page.prefix(Self.edge) + page.dropFirst(Self.edge).suffix(Self.edge)
      for form in Set(edges.map { Self.form($0.text) }) { counts[form, default: 0] += 1 }
    }
    let least = max(2, (pages.count + 1) / 2)
    var dropped = 0
    func isHead(_ line: Line) -> Bool {
      Self.isPageNumber(line.text)
        || pages.count > 1 && counts[Self.form(line.text), default: 0] >= least
    }
    for index in pages.indices {
      for _ in 0..<Self.edge {
        guard let first = pages[index].first, isHead(first) else { break }
        pages[index].removeFirst()
        dropped += 1
      }
      for _ in 0..<Self.edge {
        guard let last = pages[index].last, isHead(last) else { break }
        pages[index].removeLast()
        dropped += 1
      }
    }
    losses.add(
      dropped, "line of the heads and feet of pages", "lines of the heads and feet of pages")
  }

  /// A line with `0` for each number, so that those of several pages are alike.
  private static func form(_ text: String) -> String {
    var form = ""
    for character in text {
      if character.isNumber, form.last == "0" { continue }
      form.append(character.isNumber ? "0" : character)
    }
    return form
  }

  /// `12`, `- 12 -`, `1/5`, `Page 1 of 5`, `Pagina 3 van 8`.
  private static func isPageNumber(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let names: Set<Substring> = [
      "page", "pagina", "p", "pag", "blz", "bladzijde", "seite", "of", "van", "von", "de", "sur",
    ]
    let numbers = words.filter { $0.allSatisfy(\.isNumber) && $0.count < 5 }
    return (1...2).contains(numbers.count) && !text.contains(":")
      && words.allSatisfy { names.contains($0) || $0.allSatisfy(\.isNumber) }
  }

  // MARK: Paragraphs

  /// The paragraphs, as a document.
  var document: Document {
    let width = lines.map(\.width).sorted().dropLast(lines.count / 20).last ?? 0
    // Text with wide line spacing has a blank line after every line.
    let isSpaced = lines.count > 8 && lines.count { !$0.followsBlank } * 10 < lines.count
    var paragraphs: [String] = []
    var last: Line?
    for line in lines {
      if let before = last, let open = paragraphs.last,
        goesOn(line, after: before, width: width, isSpaced: isSpaced)
      {
        paragraphs[paragraphs.count - 1] = Self.joined(open, line.text)
      } else {
        paragraphs.append(line.text)
      }
      last = line
    }
    return Document(blocks: paragraphs.map { .paragraph(Paragraph($0)) }, losses: losses)
  }

  private func goesOn(_ line: Line, after before: Line, width: Int, isSpaced: Bool) -> Bool {
    let bytes = Array(line.text.utf8)
    if LineHead(bytes.span, 0..<bytes.count) != nil { return false }
    let isFull = before.width * 4 >= width * 3
    if !line.followsBlank { return true }
    guard line.beginsPage || isSpaced else { return false }
    let isOpen = before.text.last.map { !".?!…\"”’»)]".contains($0) } ?? false
    return isFull && (isOpen || isSpaced || line.text.first?.isLowercase == true)
  }

  /// Two lines as one; a hyphen between them stays, since nobody knows whether it is the word's.
  private static func joined(_ first: String, _ second: String) -> String {
    if first.last == "\u{AD}" { return first.dropLast() + second }
    let next = second.prefix { $0.isLetter }
    if first.last == "-", first.dropLast().last?.isLetter == true, next.first?.isLowercase == true,
      !["en", "of", "and", "or", "und", "oder", "et", "ou"].contains(next)
    {
      return first + second
    }
    return first + " " + second
  }
}
