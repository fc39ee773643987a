import Testing

@Suite struct Compounds {
  @Test(arguments: [
    ("vve-indicatie", "een vve-indicatie nodig"), ("vve*", "een vve-indicatie nodig"),
    ("indicatie", "een vve-indicatie nodig"), ("vveindicatie", "een vve-indicatie nodig"),
    ("zorglijn", "de zorg\u{2010}lijn"), ("zorglijn", "de zorg\u{2011}lijn"),
    ("zorglijn", "de zorg\u{AD}lijn"), ("zorg-lijn", "de zorg\u{AD}lijn"),
    ("=CJG", "een CJG-arts"), ("=CJGarts", "een CJG-arts"),
  ])
  func `meet a pattern as a whole, by each part, and written together`(rule: String, text: String)
    throws
  {
    #expect(try Applied(rule).evidence(text).count == 1)
  }

  @Test(arguments: [
    ("een vve-indicatie nodig", "vve-indicatie"), ("een vve indicatie nodig", "vve indicatie"),
    ("een vveindicatie nodig", "vveindicatie"), ("een VVE, indicatie nodig", "VVE indicatie"),
  ])
  func `find a hyphen as a hyphen, a blank or nothing`(text: String, evidence: String) throws {
    #expect(try Applied("vve-indicatie").evidence(text) == [evidence])
  }

  @Test(arguments: [
    ("korte lijnen", "korte lijnen"), ("korte-lijnen", "korte-lijnen"),
    ("kortelijnen", "kortelijnen"),
  ])
  func `are found by two words in quotes`(text: String, evidence: String) throws {
    #expect(try Applied("\"korte lijnen\"").evidence("De \(text) helpen.") == [evidence])
  }

  @Test(arguments: [
    ("vveindicatie", "vve indicatie"), ("\"de korte lijnen\"", "de kortelijnen"),
    ("\"de korte lijnen\"", "de korte-lijnen"), ("\"korte *\"", "kortelijnen"),
    ("vve-indicatie", "Een vve. Indicatie"), ("\"korte lijnen\"", "korte. Lijnen"),
    ("indic", "vve-indicatie"), ("lijn", "zorglijn"),
  ])
  func `are not found where the format gives no way`(rule: String, text: String) throws {
    #expect(try Applied(rule).evidence(text) == [])
  }

  @Test(arguments: [
    ("3-4", "3-4 jaar", true), ("3-4", "3 4 jaar", true), ("3-4", "34 jaar", false),
    ("34", "3-4 jaar", false), ("\"3 4\"", "34 jaar", false), ("\"groep 3\"", "groep3", true),
    ("groep3", "groep-3", true), ("?-4", "34", false), ("3*-4", "34", false),
    ("3*-4", "3a4", true), ("3jarigen", "3-jarigen", true), ("3-jarigen", "3jarigen", true),
    ("2-3-jarigen", "2-3jarigen", true), ("23jarigen", "2-3-jarigen", false),
  ])
  func `are never solid between two digits`(rule: String, text: String, isFound: Bool) throws {
    #expect(try Applied(rule).isFound(in: text) == isFound)
  }

  @Test(arguments: [
    ("IB'er", "de IB’er", true), ("IB'er", "de IBer", false), ("IBer", "de IB'er", false),
    ("IB*", "de IB'er", true), ("IB?er", "de IB'er", true), ("zo'n", "zo`n kind", true),
    ("'s", "'s ochtends", true), ("zorg-", "zorg- en welzijn", true),
  ])
  func `never do without an apostrophe`(rule: String, text: String, isFound: Bool) throws {
    #expect(try Applied(rule).isFound(in: text) == isFound)
  }

  @Test(arguments: [
    ("logopedist*", "logopedisten", true), ("*werker", "jeugdwerker", true),
    ("*werker", "jeugd-werker", true), ("g?zin", "gezin", true), ("g?zin", "gzin", false),
    ("vve*", "vveindicatie", true), ("v*indicatie", "vve-indicatie", true),
    ("v*-*tie", "vve-indicatie", true), ("a*b", "a-b", true), ("a*b", "ac-cb", true),
    ("a?b", "a-b", false), ("a??b", "ac-b", false), ("*a*", "b-c", false),
  ])
  func `let wildcards stand for letters, digits and apostrophes, never for a hyphen`(
    rule: String, text: String, isFound: Bool
  ) throws {
    #expect(try Applied(rule).isFound(in: text) == isFound)
  }

  @Test(arguments: [
    ("=CJG", "het CJG", true), ("=CJG", "het cjg", false), ("CJG", "het cjg", true),
    ("=café", "het cafe\u{301}", true), ("=cafe", "het café", false), ("cafe", "het café", true),
    ("=caf?", "het cafe\u{301}", true), ("=cafe*", "het café", false), ("=zo'n", "zo’n", true),
    ("=vve-kind", "vve\u{2011}kind", true), ("=a\u{323}\u{301}", "a\u{301}\u{323}", true),
    ("ijs", "ĳs", true), ("strasse", "Straße", true), ("oresund", "Øresund", true),
  ])
  func `are compared folded, and with = exactly`(rule: String, text: String, isFound: Bool) throws {
    #expect(try Applied(rule).isFound(in: text) == isFound)
  }
}
