import Corpus
import Testing
@Suite struct Try {
  @Test func all() throws {
    for (n, f) in [("talk.pdf", ImportFormat.pdf), ("libreoffice.fodt", ImportFormat.odt), ("libreoffice.odt", .odt), ("libreoffice.docx", .docx), ("libreoffice.rtf", .rtf), ("libreoffice.html", .html), ("pandoc.docx", .docx), ("pandoc.odt", .odt), ("pandoc.html", .html), ("pandoc.rtf", .rtf), ("word-labels.docx", .docx), ("word-table.docx", .docx), ("otter.docx", .docx), ("word-tracked.docx", .docx), ("word.rtf", .rtf), ("textedit.rtf", .rtf), ("table.rtf", .rtf), ("elan.eaf", .eaf), ("transcriber.trs", .trs)] {
      print("=== \(n)")
      print(DocumentFixture.dump(try DocumentFixture(n).read(f)).joined(separator: "\n"))
    }
  }
}
