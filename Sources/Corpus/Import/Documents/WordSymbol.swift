/// What the signs of symbol fonts are in Unicode, as far as they occur between words.
enum WordSymbol {
  /// The sign that a font shows for a code in hexadecimal digits; nil when it is not known.
  static func sign(font: String?, code: String?) -> String? {
    guard let code, let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    // Symbol fonts have their signs at U+F020 to U+F0FF, or at the last two digits of that.
    switch font?.lowercased() {
    case "wingdings": return wingdings[value & 0xFF]
    case "symbol": return symbol[value & 0xFF]
    default: return (0xE000...0xF8FF).contains(value) || value < 0x20 ? nil : String(scalar)
    }
  }

  private static let wingdings: [UInt32: String] = [
    0x20: " ", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●",
    0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "⇐", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
  ]

  private static let symbol: [UInt32: String] = [
    0x20: " ", 0x27: "∋", 0x2A: "∗", 0x2B: "+", 0x2D: "−", 0x3C: "<", 0x3D: "=", 0x3E: ">",
    0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xBC: "…", 0xDB: "⇔", 0xDE: "⇒", 0xE0: "◊", 0xE5: "∑",
  ]
}
