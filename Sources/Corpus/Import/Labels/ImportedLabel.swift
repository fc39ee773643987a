/// Labels from elsewhere, made fit for the home format.
enum ImportedLabel {
  /// Without blanks, colons and marks at its ends, and with one blank between its words.
  static func tidy(_ label: String) -> String {
    var words: [String] = []
    for word in label.split(whereSeparator: isBlank) { words.append(String(word)) }
    var text = words.joined(separator: " ")
    while text.last == ":" || text.last == " " { text.removeLast() }
    return text
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalarClass($0.value) == .blank }
  }

  /// Takes a role in parentheses off a label: `Kim de Boer (moderator)`.
  static func splitRole(_ label: String) -> (label: String, role: String)? {
    guard label.utf8.last == UInt8(ascii: ")"), let open = label.utf8.lastIndex(of: 0x28),
      open > label.startIndex
    else { return nil }
    let name = tidy(String(label[..<open]))
    let role = tidy(String(label[label.utf8.index(after: open)...].dropLast()))
    guard !name.isEmpty, !role.isEmpty, !role.utf8.contains(0x29) else { return nil }
    return (name, role)
  }
}
