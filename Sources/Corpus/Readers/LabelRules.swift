/// Which labels begin a turn (`Turns` of the format).
enum LabelRules {
  /// The most words a label has that nobody declared.
  static let mostWords = 4

  /// What stands before a colon at the start of a line and is no speaker, folded.
  private static let notLabels: Set<[UInt8]> = Set(
    """
    bijvoorbeeld|bijv|bv|let op|vraag|dus|https|http|ftp|mailto|noot|nb|n.b.|ps|p.s.|kortom|\
    conclusie|oftewel|maar|en|of|want|ja|nee|nou|kijk|zo van|zoiets van|ik zei|hij zei|zij zei|\
    ze zei|toen zei ik|ik denk|ik dacht|d.w.z.|dat wil zeggen|namelijk|samengevat|samenvattend|\
    opmerking|bron|datum|tijd|duur|locatie|plaats|onderwerp|thema|deelnemers|aanwezig|aanwezigen|\
    for example|example|e.g.|i.e.|note|question|so|and|but|because|yes|no|well|look|like|i said|\
    he said|she said|in short|conclusion|source|date|time|duration|location|place|topic|theme|\
    participants|present|remark
    """.split(separator: "|").map { Array($0.utf8) })

  /// Labels that a moderator usually has, folded: used only where nothing is declared.
  private static let usualModerators: Set<[UInt8]> = Set(
    ["mod", "moderator", "int", "interviewer", "i", "v", "q", "gespreksleider"]
      .map { Array($0.utf8) })

  private static let moderatorRoles: Set<[UInt8]> = Set(
    [
      "moderator", "interviewer", "gespreksleider", "facilitator", "onderzoeker", "observator",
      "notulist",
    ].map { Array($0.utf8) })

  static func isNoLabel(_ label: [UInt8]) -> Bool {
    notLabels.contains(Folding.fold(label))
  }

  static func isUsualModerator(_ label: String) -> Bool {
    var folded = Folding.fold(label.utf8)
    while let last = folded.last, last == 0x20 || last &- 0x30 < 10 { folded.removeLast() }
    return usualModerators.contains(folded)
  }

  static func isModeratorRole(_ role: String) -> Bool {
    moderatorRoles.contains(Folding.fold(role.utf8))
  }

  /// Whether `label` looks like a label although nobody declared it: at most four words, beginning
  /// with a capital, `#`, `@` or `*`, and no word of the list.
  static func looksLikeLabel(_ entry: LabelTable.Entry) -> Bool {
    guard wordCount(entry.bytes.span) <= mostWords, !isNoLabel(entry.bytes) else { return false }
    if entry.isMarked || entry.bytes.first == UInt8(ascii: "*") { return true }
    return decodeScalar(entry.bytes.span, at: 0).0.map(isCapital) == true
  }

  private static func wordCount(_ label: borrowing Span<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < label.count {
      count += 1
      while index < label.count, skipBlanks(label, from: index, to: label.count) == index {
        index += 1
      }
      index = skipBlanks(label, from: index, to: label.count)
    }
    return count
  }
}
