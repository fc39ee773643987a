/// A codebook with so many patterns of every kind.
struct InventedCodebook {
  let text: String

  init(patterns: Int, vocabulary: Vocabulary, random: inout Random) {
    var text = "---\nid: b\(patterns)\ntitle: Invented\nversion: 1.0.0\nlanguage: nl\n---\n"
    var made = 0
    while made < patterns {
      text += "\n# code-\(made / 10 + 1): Code \(made / 10 + 1)\nInvented for a measurement.\n\n"
      for _ in 0..<min(10, patterns - made) {
        text += "- match: `\(Self.pattern(vocabulary, &random))`\n"
        made += 1
      }
    }
    self.text = text
  }

  /// One pattern; the kinds as often as in codebooks that people write.
  private static func pattern(_ vocabulary: Vocabulary, _ random: inout Random) -> String {
    func word() -> String { vocabulary.content(&random) }
    func stem() -> String {
      var word = word()
      while word.count < 5 { word = vocabulary.content(&random) }
      return String(word.prefix(6))
    }
    let small = ["de", "het", "van", "met", "voor"]
    switch random.number(0..<100) {
    case 0..<40: return word()
    case 40..<62: return stem() + "*"
    case 62..<67: return "*" + stem()
    case 67..<70: return "*" + stem() + "*"
    case 70..<73: return stem().prefix(3) + "?" + stem().prefix(2)
    case 73..<83: return "\"\(random.element(of: small)) \(word())\""
    case 83..<87: return "\"\(word()) * \(random.element(of: small))\""
    case 87..<92: return "\(stem())* NEAR/8 \(word())"
    case 92..<95: return "\(word()) THEN/5 \(stem())*"
    case 95..<97: return "\(word()) AND \(stem())*"
    case 97..<99: return "\(stem())* NOT \(word())"
    default: return "=" + word()
    }
  }
}
