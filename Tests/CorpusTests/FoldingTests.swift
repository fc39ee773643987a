import Foundation
import Testing

@testable import Corpus

@Suite struct `Folding for comparison` {
  @Test(arguments: [
    ("Geïntegreerd ÉÉN", "geintegreerd een"), ("STRAẞE Straße", "strasse strasse"),
    ("Øre Łódź Đuro Æ Œ Ĳs", "ore lodz duro ae oe ijs"),
    ("zo’n zo`n zo´n zo‘n", "zo'n zo'n zo'n zo'n"),
    ("zorg\u{2010}plan \u{2011}", "zorg-plan -"), ("kind\u{AD}er\u{200D}en\u{200C}", "kinderen"),
    ("ﬁets ② Ａ", "fiets 2 a"), ("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"), ("İ I ı", "i i ı"),
    ("한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"), ("中", "中"), ("👩‍👧", "👩👧"),
  ])
  func `takes away case, accents and typography`(text: String, folded: String) {
    #expect(
      String(decoding: Folding.fold(text.utf8), as: UTF8.self).unicodeScalars.elementsEqual(
        folded.unicodeScalars))
  }

  @Test(arguments: [
    ("É", "E\u{301}"), ("zo’n", "zo'n"), ("ﬁ", "ﬁ"), ("Ⅷ", "Ⅷ"), ("kind\u{AD}", "kind"),
    ("\u{212B}", "A\u{30A}"), ("ĳ", "ĳ"),
  ])
  func `keeps case and accents in the canonical form`(text: String, canonical: String) {
    #expect(Folding.canonical(text.utf8) == Array(canonical.utf8))
  }

  /// The tables are those of Unicode 15.0.0; Foundation's may be newer, so only scalars that were
  /// assigned by 15.0 are compared.
  @Test func `agrees with Foundation on every assigned scalar`() {
    let plain: [Unicode.Scalar: String] = [
      "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ĳ": "ij",
    ]
    func typography(_ scalar: Unicode.Scalar) -> String {
      if "`´‘’‛ʼʻʹ′＇".unicodeScalars.contains(scalar) { return "'" }
      if "‐‑".unicodeScalars.contains(scalar) { return "-" }
      return "\u{AD}\u{200C}\u{200D}".unicodeScalars.contains(scalar) ? "" : String(scalar)
    }
    var different: [String] = []
    for scalar in Unicode.Scalar.everyOne {
      guard let age = scalar.properties.age, (age.major, age.minor) <= (15, 0) else { continue }
      // Ideographs and private signs have no case and, but for the compatible ones, no parts.
      if (0x3400...0x9FFF).contains(scalar.value) || (0x1_7000...0x1_8FFF).contains(scalar.value)
        || (0x2_0000...0x2_F7FF).contains(scalar.value) || scalar.value >= 0x3_0000
      {
        if Folding.fold(String(scalar).utf8) != Array(String(scalar).utf8) {
          different.append(String(scalar.value, radix: 16))
        }
        continue
      }
      var text = "´’ʼʹ′＇".unicodeScalars.contains(scalar) ? "'" : String(scalar)
      for _ in 0..<3 {
        text = text.foldingCaseFully.decomposedStringWithCompatibilityMapping
      }
      let kept = text.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }
      let expected = kept.map { plain[$0] ?? typography($0) }.joined()
      if Folding.fold(String(scalar).utf8) != Array(expected.utf8) {
        different.append(String(scalar.value, radix: 16))
      }
      let canonical = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        .map(typography).joined()
      if Folding.canonical(String(scalar).utf8) != Array(canonical.utf8) {
        different.append("canonical " + String(scalar.value, radix: 16))
      }
    }
    #expect(different.prefix(40) == [])
  }

  @Test func `changes nothing the second time`() {
    for scalar in Unicode.Scalar.everyOne {
      let once = Folding.fold(String(scalar).utf8)
      if Folding.fold(once) != once { Issue.record("U+\(String(scalar.value, radix: 16))") }
    }
  }

  @Test func `keeps bytes that are not UTF-8`() {
    #expect(Folding.fold([0xFF, 0x41, 0xC3]) == [0xFF, 0x61, 0xC3])
    #expect(Folding.fold([0xED, 0xA0, 0x80]) == [0xED, 0xA0, 0x80])
  }

  @Test func `names the version of its tables`() {
    #expect(ScalarMap.unicodeVersion == "15.0.0")
  }
}

extension Unicode.Scalar {
  fileprivate static var everyOne: some Sequence<Unicode.Scalar> {
    (UInt32(0)..<0x11_0000).lazy.compactMap(Unicode.Scalar.init)
  }
}

extension String {
  /// Full case folding by Foundation's and the library's small letters and capitals.
  ///
  /// Two things in CaseFolding.txt are no small letters of capitals: the dotless i stays as it is, and
  /// Cherokee folds to its capitals.
  fileprivate var foldingCaseFully: String {
    unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x131: String(scalar)
      case 0x13A0...0x13FD, 0xAB70...0xABBF: scalar.properties.uppercaseMapping
      default: String(scalar).uppercased().lowercased()
      }
    }.joined()
  }
}
