/// `text` in lines of at most `width` columns, broken at blanks; a longer word is cut where it must.
///
/// At least one line, which may be empty.
public func wrapped(_ text: String, to width: Int) -> [String] {
  guard displayWidth(text) > width else { return [text] }
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ") {
    let wordWidth = displayWidth(String(word))
    if used > 0, used + 1 + wordWidth <= width {
      line += " " + word
      used += 1 + wordWidth
      continue
    }
    if used > 0 { lines.append(line) }
    (line, used) = ("", 0)
    for character in word {
      let characterWidth = displayWidth(character)
      if used > 0, used + characterWidth > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.append(character)
      used += characterWidth
    }
  }
  return lines + [line]
}
