import Testing

@testable import Corpus

@Suite struct `Cutting sentences` {
  @Test(arguments: [
    ("Ja. Nee? Goed! Zo… Klaar", "Ja | Nee | Goed | Zo | Klaar |"),
    ("Ja... Nee?! Goed!!! Zo.", "Ja | Nee | Goed | Zo |"),
    ("Ja.) Nee.” Goed.\" Zo.] Klaar’. Uit", "Ja | Nee | Goed | Zo | Klaar | Uit |"),
    ("Ja.Nee 3.5 a.b", "Ja Nee 3 5 a b |"),
    ("Ja: nee; goed – zo - klaar", "Ja nee goed zo klaar |"),
    ("Ja\nNee\n\nGoed\n \t\nzo", "Ja Nee | Goed | zo |"),
    ("Ja. nee… goed... zo", "Ja nee goed zo |"),
    ("Ja? nee! goed?! zo …? wel", "Ja | nee | goed | zo | wel |"),
    ("Ja. 3 kinderen. [naam] kwam. “nee”", "Ja | 3 kinderen | [] kwam nee |"),
    ("J. de Vries en É. Klein", "J de Vries en É Klein |"),
    ("E\u{301}. Klein en 4. Klaar", "E\u{301} Klein en 4 | Klaar |"),
    ("Dat is bijv. Anna, o.a. Piet, d.w.z. Jan", "Dat is bijv Anna o a Piet d w z Jan |"),
    ("Van dhr. Smit, mw. Bos, nl. Anna", "Van dhr Smit mw Bos nl Anna |"),
    ("E.g. Anna, i.e. Piet", "E g Anna i e Piet |"),
    ("In het MT. Uit NL. Wij zitten vol. Ja", "In het MT | Uit NL | Wij zitten vol | Ja |"),
    ("Taal enz. en rekenen etc. Maar goed", "Taal enz en rekenen etc | Maar goed |"),
    ("Taal e.d. en (etc.) Maar\u{A0}etc. Ja", "Taal e d en etc | Maar etc | Ja |"),
    ("Taal enz. 3 keer, enz. [naam] ook", "Taal enz 3 keer enz [] ook |"),
    ("Taal f.e.d. Ja", "Taal f e d | Ja |"),
    ("Ze zei ‘Kom!’ en ging", "Ze zei Kom en ging |"),
    ("Ze zei “Kom?” En ging", "Ze zei Kom | En ging |"),
    ("Ze kwam (echt!) en ging", "Ze kwam echt | en ging |"),
    ("Ja. (lacht) Nee. ((x)) nee", "Ja | Nee nee |"),
    ("… Ja. … ! Nee", "Ja | Nee |"),
    ("[naam]. Ja. [naam]", "[] Ja | []"),
    ("Ja.\u{A0}Nee.\u{2003}Goed.\tZo", "Ja | Nee | Goed | Zo |"),
  ])
  func `ends them as the format says`(text: String, sentences: String) {
    #expect(cut(text) == sentences)
  }

  @Test func `keeps signs with the sentence they end`() {
    #expect(
      sentences("„Ja!” (lacht) Nee… ((x)) Goed. – ")
        == ["„Ja!”", "(lacht) Nee…", "((x)) Goed."])
  }

  @Test func `numbers only sentences with a word`() throws {
    let bytes = Array("[a]. Ja nee. [b]. Goed.".utf8)
    var row = Row()
    row.cut(bytes.span, 0..<bytes.count)
    #expect(row.sentences.map(\.row) == [1..<3, 4..<5])
    #expect((0..<row.places.count).map(row.sentenceIndex) == [nil, 0, 0, nil, 1])
    let span = row.span(ofSentences: 0..<2)
    #expect(span == TurnSpan(text: 5..<23, row: 1..<5, words: 0..<3, sentences: 0..<2))
  }
}
