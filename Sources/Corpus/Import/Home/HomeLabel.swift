/// Makes labels that the home format can carry, each looked at once.
struct HomeLabels {
  /// Who speaks where the file does not tell.
  static let unknown = "Unknown"
  /// Who speaks where the file names nobody at all.
  static let nobody = "Speaker"

  /// Labels that had to be changed.
  private(set) var changed: [(from: String, to: String)] = []

  private var known: [String: String] = [:]
  private var taken: Set<String> = []

  /// The label as the home format writes it; two labels stay two.
  mutating func fit(_ label: String) -> String {
    if let fit = known[label] { return fit }
    var fit = Self.fitting(label)
    var number = 2
    while !taken.insert(fit).inserted {
      fit = Self.shortened(Self.fitting(label), to: LabelHead.longest - 6) + " \(number)"
      number += 1
    }
    known[label] = fit
    if fit != label { changed.append((label, fit)) }
    return fit
  }

  /// The label without what the home format cannot carry.
  static func fitting(_ label: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in label.unicodeScalars where !isRemoved(scalar) {
      text.append(scalar == ":" || scalarClass(scalar.value) == .blank ? " " : scalar)
    }
    while let first = text.first, "#@ ".unicodeScalars.contains(first) { text.removeFirst() }
    var fit = shortened(ImportedLabel.tidy(String(text)), to: LabelHead.longest)
    if !readsBack(fit) {
      fit = ImportedLabel.tidy(String(fit.map { "[](){}\"\\-".contains($0) ? " " : $0 }))
    }
    return readsBack(fit) ? fit : unknown
  }

  /// Controls, and signs that turn the direction of writing: they could make one label look like
  /// another.
  private static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  private static func shortened(_ text: String, to length: Int) -> String {
    guard text.unicodeScalars.count > length else { return text }
    return ImportedLabel.tidy(String(String.UnicodeScalarView(text.unicodeScalars.prefix(length))))
  }

  private static func readsBack(_ label: String) -> Bool {
    let line = Array((label + ": x").utf8)
    guard !label.isEmpty, let head = LabelHead(line.span, line: 0, end: line.count) else {
      return false
    }
    return head.label == 0..<label.utf8.count && head.time == nil && !head.isMarked
  }
}
