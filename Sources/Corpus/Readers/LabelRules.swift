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
    let words = entry.bytes.split(separator: 0x20)
    guard words.count <= mostWords, !isNoLabel(entry.bytes) else { return false }
    if entry.isMarked || entry.bytes.first == UInt8(ascii: "*") { return true }
    return decodeScalar(entry.bytes.span, at: 0).0.map(isCapital) == true
  }

  /// The declared label that `label` is probably meant to be, or shaped like; nil when it is neither.
  ///
  /// Shaped like: capitals, small letters and digits where the other has them. Near: at most one
  /// sign added, left out or changed, letter case aside; a label of one letter is near to itself only.
  static func declaredLabel(like label: String, among declared: [String]) -> String? {
    let folded = Array(String(decoding: Folding.fold(label.utf8), as: UTF8.self).unicodeScalars)
    let near = declared.first { other in
      let otherFolded = Array(
        String(decoding: Folding.fold(other.utf8), as: UTF8.self).unicodeScalars)
      return folded == otherFolded
        || min(folded.count, otherFolded.count) > 1 && isOneEdit(folded, otherFolded)
    }
    return near ?? declared.first { shape($0) == shape(label) }
  }

  private static func shape(_ label: String) -> [UInt8] {
    label.unicodeScalars.map { scalar in
      switch scalarClass(scalar.value) {
      case .digit: UInt8(ascii: "9")
      case .letter: isCapital(scalar.value) ? UInt8(ascii: "A") : UInt8(ascii: "a")
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }

  private static func isOneEdit(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short.count == long.count
      ? short[(same + 1)...].elementsEqual(long[(same + 1)...])
      : short[same...].elementsEqual(long[(same + 1)...])
  }
}
