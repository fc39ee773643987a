import CodingEngine
import Corpus
import FileSystem
import Foundation
import Testing

@testable import draad

/// What `Corpus/README.md` and `Codebooks/README.md` show is what the readers and the tool do.
@Suite struct `Examples in the READMEs` {
  @Test func `codebooks are read without a fault, and their examples pass`() throws {
    let blocks = try Readme.codebooks.blocks.filter { $0.kind == "codebook" }
    var tests = 0
    for block in blocks {
      let text = block.text.hasPrefix("---") ? block.text : Readme.head + block.text
      let read = CodebookReader.read(bytes: Array(text.utf8), path: "Codebooks/fout.md")
      #expect(read.diagnostics.isEmpty, "\(block.text)")
      let book = try #require(read.value)
      for test in ExampleTest.run(book, codes: Array(book.codes.indices)) {
        #expect(test.verdict == .passed, "\(test.example.text)")
        tests += 1
      }
    }
    #expect(blocks.count > 10 && tests > 40)
  }

  @Test func `transcripts are read without a fault`() throws {
    let blocks = try Readme.corpus.blocks.filter { $0.kind == "transcript" }
    for block in blocks {
      let read = TranscriptReader.read(Array(block.text.utf8), id: "FG99", path: "FG99.md")
      #expect(read.diagnostics.isEmpty, "\(block.text)")
      #expect(read.value?.turns.count ?? 0 >= 4)
    }
    #expect(blocks.count == 3)
  }

  @Test(arguments: [Readme.corpus, .codebooks])
  func `faults give the message that stands under them`(readme: Readme) throws {
    let blocks = try readme.blocks
    let faults = blocks.indices.filter { blocks[$0].kind == "fault" }
    for index in faults {
      let text = blocks[index].text
      let diagnostics =
        readme == .corpus
        ? TranscriptReader.read(Array(text.utf8), id: "FG99", path: "Corpus/FG99.md").diagnostics
        : CodebookReader.read(
          bytes: Array((Readme.head + "# a: A\nDefinitie.\n\n" + text).utf8),
          path: "Codebooks/fout.md"
        ).diagnostics
      let shown = diagnostics.map { Messages.text(of: $0, on: .error) }.joined()
      #expect(shown == blocks[index + 1].text && blocks[index + 1].kind == "message", "\(text)")
    }
    #expect(faults.count >= 3)
  }

  @Test func `a study of one's own is begun by the commands shown`() throws {
    let folder = try TemporaryFolder()
    for readme in [Readme.corpus, .codebooks] {
      for block in try readme.blocks {
        switch (block.kind, block.name) {
        case ("text", let name?): try folder.write(block.text, to: name)
        case ("codebook", let name?): try folder.write(block.text, to: "Codebooks/\(name)")
        case ("transcript", let name?):
          #expect(try folder.read("Corpus/\(name).md") == block.text)
        case ("console", _): try run(block.text, in: folder)
        default: break
        }
      }
    }
  }

  /// Runs the lines that begin with `$`, and looks for the others in what was printed.
  private func run(_ console: String, in folder: TemporaryFolder) throws {
    var printed: [Substring] = []
    for line in console.split(separator: "\n") {
      guard line.hasPrefix("$ ") else {
        #expect(printed.contains(line), "\(line)")
        continue
      }
      let command =
        line.hasPrefix("$ draad ") ? "\"$DRAAD\" " + line.dropFirst(8) : String(line.dropFirst(2))
      let result = try Tool.shell(command, in: folder.path)
      #expect(result.status == 0, "\(line)\n\(result.errors)")
      printed = "\(result.output)\n\(result.errors)".split(separator: "\n")
    }
  }

  @Test func `the table of groups has the numbers of draad transcripts`() throws {
    let csv = try Tool.run(["transcripts", "--csv", "-q"], in: Readme.root).output
    let table = SeparatedText.read(bytes: Array(csv.utf8), path: "").value
    let rows = try #require(table).rows.map { $0.map(\.text) }
    let header = try #require(rows.first)
    let columns = [
      "transcript", "transcript_form", "transcript_municipality", "transcript_zorgprofessional",
      "participants", "turns", "words",
    ]
    let indices = try columns.map { try #require(header.firstIndex(of: $0)) }
    let counted = rows.dropFirst().map { row in indices.map { row[$0] } }
      .filter { $0[0].hasPrefix("FG") }
    let shown = try Readme.corpus.text.split(separator: "\n").filter { $0.hasPrefix("| FG") }
      .map { $0.split(separator: "|").prefix(7).map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(counted == shown && shown.count == 22)
  }
}

/// A README with examples in it.
enum Readme: String {
  case corpus = "Corpus/README.md"
  case codebooks = "Codebooks/README.md"

  /// A fenced block: what stands behind its fence, and its lines.
  struct Block {
    let kind: String
    /// The file that it is, where the fence names one.
    let name: String?
    var text = ""
  }

  static let root =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/"

  /// What stands before a code that is shown without its book.
  static let head = "---\nid: fout\nversion: 1.0.0\n---\n\n"

  var text: String {
    get throws { try String(contentsOfFile: Self.root + rawValue, encoding: .utf8) }
  }

  var blocks: [Block] {
    get throws {
      var blocks: [Block] = []
      var isInside = false
      for line in try text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") {
          isInside.toggle()
          let words = line.dropFirst(3).split(separator: " ").map(String.init)
          if isInside {
            blocks.append(Block(kind: words.first ?? "", name: words.dropFirst().first))
          }
        } else if isInside {
          blocks[blocks.count - 1].text += line + "\n"
        }
      }
      return blocks
    }
  }
}
