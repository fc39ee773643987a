import Corpus
import Testing

private func html(_ body: String) -> [String] {
  DocumentFixture.dump(ImportFormat.html.read(ImportSource(Array(body.utf8), path: "x.html")))
}

private func rtf(_ body: String) -> [String] {
  let file = #"{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 Gothic;}}"#
  return DocumentFixture.dump(
    ImportFormat.rtf.read(ImportSource(Array((file + body + "}").utf8), path: "x.rtf")))
}

@Suite struct `Reading HTML` {
  @Test(arguments: [
    ("<p>A: ja<p>B: nee<p>A: wel", ["A: ja", "B: nee", "A: wel"]),
    ("<div>A: ja<br>B: nee</div>A: zo<br/>B: en", ["A: ja", "B: nee", "A: zo", "B: en"]),
    (
      "<html><head><title>T</title><style>p{}</style><script>if (a<b) {'</p>'}</script></head>"
        + "<body><p>A: &eacute;&#233;n &amp; &lt;x&gt;&nbsp;&hellip;</p><p>B: a&b</p>"
        + "<p>A: x</p><p>B: y</p>",
      ["A: één & <x>\u{A0}…", "B: a&b", "A: x", "B: y"]
    ),
    (
      "<p>A: 1 < 2 en 3 > 2</p><p>B: <!-- weg <p> -->ja<![if x]> dus<![endif]></p><p>A: .</p><p>B: !",
      ["A: 1 < 2 en 3 > 2", "B: ja dus", "A: .", "B: !"]
    ),
    (
      "<p>A:\n  wat\n\t<b>heel</b>  <i>erg</i></p><pre>B: a\nA: b</pre><p hidden>B: c</p>",
      ["A: wat heel erg", "B: a", "A: b", "- 1 hidden part"]
    ),
    (
      "<table><tr><th>Tijd<th>Spreker<th>Tekst<tr><td>0:01<td>Kim<td>Dag<br>allen.<tr><td>0:05<td>Ria<td>Hoi.",
      ["Kim [1000]: Dag⏎allen.", "Ria [5000]: Hoi."]
    ),
    (
      "<dl><dt>Kim</dt><dd>Dag.</dd><dt>Ria</dt><dd>Hoi.</dd><dt>Kim</dt><dd>Zo.<dt>Ria</dt><dd>Ja.</dl>",
      ["Kim: Dag.", "Ria: Hoi.", "Kim: Zo.", "Ria: Ja."]
    ),
    (
      "<p><span style='font-weight: 700'>Kim</span> Dag.</p><p><b>Ria</b> Hoi.</p><p><b>Kim</b> Ja.</p>"
        + "<p><b>Ria</b> Nee.</p>",
      ["Kim: Dag.", "Ria: Hoi.", "Kim: Ja.", "Ria: Nee."]
    ),
  ])
  func `gives turns`(body: String, turns: [String]) {
    #expect(html(body) == turns)
  }

  @Test func `knows the encoding that the head names`() {
    let head = "<html><head><meta charset=windows-1251></head><body><p>A: "
    let bytes = Array(head.utf8) + [0xE4, 0xE0] + Array("</p><p>B: x<p>A: y<p>B: z".utf8)
    let read = ImportFormat.html.read(ImportSource(bytes, path: "x.html"))
    #expect(read.value?.first?.turns.first?.text == "да")
  }
}

@Suite struct `Reading RTF` {
  @Test(arguments: [
    (#"A: a\par B: b\par A: c\par B: d"#, ["A: a", "B: b", "A: c", "B: d"]),
    // As many characters as \uc says stand for older programs, a group's end comes first.
    (
      #"A: \uc3\u233abc!\par B: {\uc1\u233}x\par A: \u233\'e9\'e9\par B: c"#,
      ["A: é!", "B: éx", "A: é", "B: c"]
    ),
    (#"A: {\f1 \'e4\'e0}\'e9\par B: b\par A: c\par B: d"#, ["A: даé", "B: b", "A: c", "B: d"]),
    (
      #"A: {\upr{oud}{\*\ud nieuw}}\par B: {\*\weg x{\b y}}b\bin3 }}}!\par A: c\par B: d"#,
      ["A: nieuw", "B: b!", "A: c", "B: d"]
    ),
    (
      #"A: a{\header Kop\par}\line b\sect B: {\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In kader\par}}"#
        + #"{\shprslt In kader}}b\par A: c\par B: d"#,
      ["A: a⏎b", "B: b⏎⏎In kader", "A: c", "B: d"]
    ),
    ("A: a\\\nB: b\\\r\nA: c\\par\r\nB: d", ["A: a", "B: b", "A: c", "B: d"]),
    (
      #"A: a{\deleted\par }b\par B: b\par A: c\par B: d"#,
      ["A: ab", "B: b", "A: c", "B: d", "- 1 tracked deletion"]
    ),
  ])
  func `gives turns`(body: String, turns: [String]) {
    #expect(rtf(body) == turns)
  }

  @Test func `counts letters of code pages that take two bytes`() {
    #expect(
      rtf(#"A: {\f2 \'82\'a0}\par B: b\par A: c\par B: d"#) == [
        "A: \u{FFFD}\u{FFFD}", "B: b", "A: c", "B: d",
        "- 2 letters of unknown code pages or fonts",
      ])
  }
}
