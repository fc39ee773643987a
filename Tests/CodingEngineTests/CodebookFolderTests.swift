import CodingEngine
import Corpus
import Testing

@Suite struct `A folder of codebooks` {
  private func file(
    _ path: String, id: String, isDefault: Bool = false
  ) -> (path: String, bytes: [UInt8]) {
    let setting = isDefault ? "default: true\n" : ""
    return (path, Array("---\nid: \(id)\nversion: 1\n\(setting)---\n# a: A\n".utf8))
  }

  @Test func `holds the codebooks among its files, in order`() throws {
    let readme = (path: "Codebooks/README.md", bytes: Array("Uitleg".utf8))
    let table = (path: "Codebooks/tabel.csv", bytes: [UInt8]())
    let hidden = (path: "Codebooks/.x.md", bytes: [UInt8]())
    let read = CodebookFolder.read([
      table, file("Codebooks/b.md", id: "b"), readme, file("Codebooks/a.md", id: "a"), hidden,
    ])
    #expect(try #require(read.value).codebooks.map(\.id) == ["a", "b"])
  }

  @Test func `has its only codebook as default`() throws {
    let folder = try #require(CodebookFolder.read([file("a.md", id: "a")]).value)
    #expect(try folder.codebook().id == "a")
  }

  @Test func `has one of several as default`() throws {
    let files = [file("a.md", id: "a"), file("b.md", id: "b", isDefault: true)]
    let folder = try #require(CodebookFolder.read(files).value)
    #expect(try folder.codebook().id == "b")
    #expect(try folder.codebook("a").id == "a")
  }

  @Test func `says when there is no default`() throws {
    let files = [file("a.md", id: "aap"), file("b.md", id: "noot")]
    let folder = try #require(CodebookFolder.read(files).value)
    #expect(throws: CodebookChoiceError.noDefault(["aap", "noot"])) { try folder.codebook() }
    let unknown = try #require(throws: CodebookChoiceError.self) { try folder.codebook("aab") }
    #expect(unknown.description == "there is no codebook \"aab\"; did you mean aap?")
    let empty = try #require(CodebookFolder.read([]).value)
    #expect(throws: CodebookChoiceError.noCodebooks) { try empty.codebook() }
  }

  @Test func `reports two defaults and shared ids`() {
    let read = CodebookFolder.read([
      file("a.md", id: "a", isDefault: true), file("b.md", id: "a", isDefault: true),
    ])
    #expect(read.value == nil)
    #expect(
      read.diagnostics.map { "\($0.path): \($0.message)" } == [
        "b.md: the id \"a\" belongs to a.md too", "b.md: a.md is the default already",
      ])
  }

  @Test func `reports the faults of every codebook`() {
    let faulty = Array("---\nid: x\nversion: 1\n---\n# zorg\n".utf8)
    let read = CodebookFolder.read([("b.md", faulty), ("a.md", faulty)])
    #expect(read.diagnostics.map(\.path) == ["a.md", "b.md"])
  }
}
