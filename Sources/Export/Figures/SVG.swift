/// Writes a drawing in SVG 1.1, from first to last: text stays text, and says what it shows.
///
/// Measures are CSS pixels, 96 to an inch. Every figure has a title and a description for who cannot
/// see it, and a white ground, so that it reads the same wherever it is put.
struct SVG {
  /// Where a text stands beside its point.
  enum Anchor: String {
    case start, middle, end
  }

  /// The letters of all text: what journals ask for, and what replaces it elsewhere.
  private static let font = "Helvetica, Arial, 'Liberation Sans', sans-serif"
  static let ink = "#1c2127"
  static let soft = "#5a636e"
  static let line = "#c9c6bf"
  static let accent = "#0b5a86"

  private var body = ""

  /// The drawing as a file.
  ///
  /// - Parameters:
  ///   - title: What the figure is.
  ///   - description: What can be seen in it, in a sentence or two.
  ///   - width: Of the whole drawing.
  ///   - height: Of the whole drawing.
  /// - Returns: UTF-8; lines end in LF.
  func document(title: String, description: String, width: Double, height: Double) -> String {
    let size = "width=\"\(number(width))\" height=\"\(number(height))\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" \(size) viewBox="0 0 \(number(width)) \(number(height))" \
      role="img" aria-labelledby="title description" font-family="\(Self.font)" font-size="11">
      <title id="title">\(HTML.escaped(title))</title>
      <desc id="description">\(HTML.escaped(description))</desc>
      <rect width="100%" height="100%" fill="#ffffff"/>
      \(body)</svg>

      """
  }

  /// Writes words with their baseline at a point; `turned` by degrees around it.
  mutating func text(
    _ words: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = 11,
    fill: String = SVG.ink, isBold: Bool = false, turned: Double = 0
  ) {
    var attributes = "x=\"\(number(x))\" y=\"\(number(y))\" fill=\"\(fill)\""
    if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
    if size != 11 { attributes += " font-size=\"\(number(size))\"" }
    if isBold { attributes += " font-weight=\"bold\"" }
    if turned != 0 {
      attributes += " transform=\"rotate(\(number(turned)) \(number(x)) \(number(y)))\""
    }
    body += "<text \(attributes)>\(HTML.escaped(words))</text>\n"
  }

  /// Fills a rectangle.
  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, fill: String) {
    body += "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\""
    body += " height=\"\(number(height))\" fill=\"\(fill)\"/>\n"
  }

  /// Draws a line through points.
  mutating func line(
    _ points: [(x: Double, y: Double)], stroke: String = SVG.ink, width: Double = 1,
    isDashed: Bool = false
  ) {
    body += "<polyline points=\"\(path(points))\" fill=\"none\" stroke=\"\(stroke)\""
    body += " stroke-width=\"\(number(width))\" stroke-linejoin=\"round\""
    body += isDashed ? " stroke-dasharray=\"4 3\"/>\n" : "/>\n"
  }

  /// Fills what lies between points.
  mutating func area(_ points: [(x: Double, y: Double)], fill: String) {
    body += "<polygon points=\"\(path(points))\" fill=\"\(fill)\"/>\n"
  }

  /// Fills a dot.
  mutating func dot(x: Double, y: Double, radius: Double = 2.5, fill: String = SVG.ink) {
    body += "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\""
    body += " fill=\"\(fill)\"/>\n"
  }

  private func path(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }

  /// At most two decimals, without zeros at the end.
  private func number(_ value: Double) -> String {
    var text = fixedDecimals(value, places: 2) ?? "0"
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text.isEmpty || text == "-" ? "0" : text
  }
}

extension SVG {
  /// About how wide words are in Helvetica, generously.
  static func width(_ words: String, size: Double = 11) -> Double {
    words.unicodeScalars.reduce(0) { sum, sign in
      switch sign {
      case "i", "l", "j", "t", "f", "I", ".", ",", ":", ";", "'", "|", " ": sum + 0.3 * size
      case "m", "w", "M", "W", "%", "@": sum + 0.86 * size
      case "A"..."Z": sum + 0.7 * size
      case _ where sign.value > 0x2E7F: sum + size
      default: sum + 0.57 * size
      }
    }
  }

  /// Words in lines that are no wider than that, but for single words that are.
  static func lines(of words: String, width: Double, size: Double) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ") {
      if let last = lines.last, Self.width("\(last) \(word)", size: size) <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Words cut to a width, with an ellipsis where they go on.
  static func cut(_ words: String, to width: Double, size: Double = 11) -> String {
    if Self.width(words, size: size) <= width { return words }
    var rest = words
    while !rest.isEmpty, Self.width(rest + "…", size: size) > width { rest.removeLast() }
    return rest + "…"
  }
}
