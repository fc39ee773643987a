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

  /// Drops lines that stand at the top or foot of many pages, and numbers of pages there.
  private mutating func dropHeads(_ pages: inout [[Line]]) {
    var dropped = 0
    for round in 0..<Self.edge {
      let tops = Self.repeated(pages.compactMap(\.first), pages: pages.count, isFirst: round == 0)
      let feet = Self.repeated(pages.compactMap(\.last), pages: pages.count, isFirst: round == 0)
      for index in pages.indices {
        if let top = pages[index].first, tops.contains(Self.form(top.text)) || Self.isNumber(top) {
          pages[index].removeFirst()
          dropped += 1
        }
        if let foot = pages[index].last, feet.contains(Self.form(foot.text)) || Self.isNumber(foot)
        {
          pages[index].removeLast()
          dropped += 1
        }
      }
    }
    losses.add(
      dropped, "line of the heads and feet of pages", "lines of the heads and feet of pages")
  }

  /// The forms of lines at one edge that so many pages have that they are no part of the text.
  ///
  /// Left and right pages may differ, and the first may have none; a second line must be on nearly
  /// all pages. What ends as sentences do, or begins with a label, is text.
  private static func repeated(_ lines: [Line], pages: Int, isFirst: Bool) -> Set<String> {
    guard pages > 1 else { return [] }
    var counts: [String: Int] = [:]
    for line in lines where !isTalk(line.text) { counts[form(line.text), default: 0] += 1 }
    let least = isFirst ? (pages < 4 ? 2 : max(3, pages * 2 / 5)) : max(2, pages - 1)
    return Set(counts.filter { $0.value >= least }.keys)
  }

  private static func isTalk(_ text: String) -> Bool {
    if text.last.map({ ".?!…".contains($0) }) == true { return true }
    let bytes = Array(text.utf8)
    return LineHead(bytes.span, 0..<bytes.count)?.label.isEmpty == false
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
  private static func isNumber(_ line: Line) -> Bool {
    let words = line.text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let names: Set<Substring> = [
      "page", "pagina", "p", "pag", "blz", "bladzijde", "seite", "of", "van", "von", "de", "sur",
    ]
    let numbers = words.filter { $0.allSatisfy(\.isNumber) && $0.count < 5 }
    return (1...2).contains(numbers.count) && !line.text.contains(":")
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
    let beginsSmall = line.text.first?.isLowercase == true
    let isFull = before.width * 3 >= width * 2
    let isSentence = before.text.last.map { ".?!…\"”’»)]".contains($0) } ?? true
    let bytes = Array(line.text.utf8)
    if let head = LineHead(bytes.span, 0..<bytes.count) {
      // A colon inside a sentence, which happens to stand near the margin.
      guard head.shape == .colon, beginsSmall, isFull, !isSentence else { return false }
    }
    if !line.followsBlank { return isFull || beginsSmall || !isSentence }
    guard line.beginsPage || isSpaced else { return false }
    return isFull && (!isSentence || isSpaced || beginsSmall)
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
