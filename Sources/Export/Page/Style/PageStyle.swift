/// How the page looks, on a desk, on a phone, in the dark and on paper.
enum PageStyle {
  /// All of it, in the order in which later rules win.
  static let all = [base, parts, talk].joined(separator: "\n\n") + "\n"
}
