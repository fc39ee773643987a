import Foundation
import FoundationXML
import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

@Suite struct `Figures as SVG` {
  private static let drawings: [(name: String, draw: @Sendable (Talk) -> Figure)] = [
    ("frequencies", { $0.frequenciesFigure(in: .nl) }),
    ("cooccurrence", { $0.cooccurrenceFigure(in: .en) }),
    ("groups", { $0.groupsFigure(in: .nl) }),
    ("timeline", { $0.timelineFigure(in: .nl) }),
    ("saturation", { $0.saturationFigure(in: .en) }),
  ]

  @Test(arguments: drawings.indices)
  func `are well formed, say what they show, and on what they stand`(index: Int) throws {
    for corpus in [
      SmallStudy.corpus,
      CodedCorpus(codebook: SmallStudy.codebook, transcripts: [], skipped: []),
    ] {
      let svg = Self.drawings[index].draw(Talk(of: corpus)).svg
      let document = try XMLDocument(data: Data(svg.utf8))
      let root = try #require(document.rootElement())
      #expect(root.elements(forName: "title").first?.stringValue?.isEmpty == false)
      #expect(root.elements(forName: "desc").first?.stringValue?.isEmpty == false)
      #expect(svg.contains("zorglijn 1.0.0"))
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  @Test func `show the numbers of the tables`() throws {
    let talk = Talk(of: SmallStudy.corpus)
    let svg = talk.frequenciesFigure(in: .nl).svg
    let texts = svg.split(separator: "\n").filter {
      $0.hasPrefix("<text") && $0.contains("#5a636e")
    }
    .prefix(5).map { $0.split(separator: ">")[1].prefix { $0 != "<" } }
    #expect(texts.map(String.init) == talk.codes.map { String(talk.places.all[$0].count) })
  }

  @Test func `keep hostile words words`() throws {
    var svg = SVG()
    let words = "</text><script>1</script> & \"x\" \u{202E}\u{0} ]]>"
    svg.text(words, x: 1, y: 2)
    let text = svg.document(title: words, description: words, width: 10, height: 10)
    let document = try XMLDocument(data: Data(text.utf8))
    let root = try #require(document.rootElement())
    #expect(root.elements(forName: "script").isEmpty)
    #expect(
      root.elements(forName: "text").first?.stringValue
        == "</text><script>1</script> & \"x\" \\u{202E}\\u{0} ]]>")
  }
}

@Suite struct `Base 64` {
  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `is that of the standard`(text: String, expected: String) {
    #expect(base64(Array(text.utf8)) == expected)
  }
}

@Suite struct `Data in a page` {
  @Test(arguments: [
    "", "plain", "</script><!--", "\"\\\n\r\t\u{0}\u{1F}", "é 中 👩‍👩‍👧 \u{2028}", "a<b",
  ])
  func `reads back as it was, without a sign that ends a script`(text: String) throws {
    for isSlice in [false, true] {
      var block = DataBlock()
      block.array { block in
        if isSlice {
          let slice = Array(text.utf8)[...]
          block.value(slice.span)
        } else {
          block.value(text)
        }
        block.value(-12)
        block.object { block in
          block.key(text)
          block.null()
          block.key("b")
          block.value(0.5)
        }
      }
      #expect(!block.bytes.contains(UInt8(ascii: "<")))
      let read = try #require(
        try JSONSerialization.jsonObject(with: Data(block.bytes)) as? [Any])
      #expect(read[0] as? String == text)
      #expect(read[1] as? Int == -12)
      #expect((read[2] as? [String: Any])?["b"] as? Double == 0.5)
    }
  }
}
