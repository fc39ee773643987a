import Corpus
import Foundation
import Testing

@Suite struct `Writing the home format` {
  static let fixtures: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/import")
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasSuffix(".fodt") }.sorted()
  }()

  @Test(arguments: fixtures)
  func `every fixture reads back the same`(name: String) throws {
    let file = try ImportDump.file(name)
    #expect(!file.hasError)
    for result in file.results { try check(result) }
  }

  /// What is written reads back as the same turns, labels, times and words.
  private func check(_ result: ImportedFile.Result) throws {
    let read = TranscriptReader.read(result.bytes, id: result.id, path: "a.md")
    let faults = read.diagnostics.filter { $0.severity != .note }
    #expect(faults.isEmpty, "\(faults)")
    let transcript = try #require(read.value)
    let turns = transcript.turns.map { turn in
      ImportedTurn(
        label: transcript.speakers[turn.speaker].label, text: transcript.string(turn.text),
        start: turn.time)
    }
    let meant = result.transcript.turns.map {
      ImportedTurn(label: $0.label, text: $0.text, start: $0.start)
    }
    #expect(turns == meant)
    #expect(!transcript.speakers.contains { !$0.isDeclared })
    #expect(transcript.speakers.map(\.role) == result.transcript.speakers.map(\.role))
  }

  @Test func `random turns read back the same`() throws {
    var random = SeededRandom(seed: 4)
    let pieces = [
      "Kim", "Anne", "kim", ":", " ", "\n", "\n\n", "[00:12]", "(1:02:03)", "[", "]", "#", "@",
      "- ",
      "---", "\"", "\\", "woord", "é", "中", "👩‍👩‍👧", "\u{202E}", "\u{1B}", "\r", "\u{85}", "\u{2028}",
      "\t", "\u{A0}", "{a: b}", "LK1", "1:12", "…", "\u{FEFF}", "\0", "*", "''",
    ]
    func text(_ most: Int) -> String {
      (0...Int.random(in: 0...most, using: &random)).map { _ in random.pick(pieces) }.joined()
    }
    var written = 0
    for _ in 0..<400 {
      var imported = ImportedTranscript()
      imported.title = text(4)
      imported.preface = random.next() % 3 == 0 ? text(6) : ""
      let labels = (0...2).map { _ in text(3) }
      imported.speakers = [ImportedSpeaker(label: labels[0], role: text(3))]
      imported.speakers[0].variables = [ImportedVariable(key: "k" + text(2), value: text(3))]
      imported.turns = (0...5).map { _ in
        ImportedTurn(
          label: random.pick(labels + [nil]), text: text(12),
          start: random.next() % 2 == 0 ? Int(random.next() % 4_000_000) : nil)
      }
      let home = HomeTranscript(imported, path: "a")
      if home.turns.isEmpty { continue }
      written += 1
      let bytes = TranscriptWriter.bytes(of: home)
      let difference = TranscriptWriter.firstDifference(bytes, from: home)
      #expect(difference == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F })
      if difference != nil { break }
    }
    #expect(written > 300)
  }

  @Test func `renames labels and gives roles and variables`() throws {
    var wishes = ImportedFile.Wishes()
    wishes.renaming.add(.init(from: "kim DE boer (kc a)", label: "MOD", role: "moderator"))
    wishes.renaming.add(.init(from: "Anne Veld", label: nil, role: "leerkracht"))
    wishes.variables = [ImportedVariable(key: "form", value: "a: b")]
    wishes.id = "FG23"
    let file = try ImportDump.file("zoom.vtt", wishes: wishes)
    #expect(
      String(decoding: file.results[0].bytes, as: UTF8.self).hasPrefix(
        """
        ---
        form: "a: b"
        participants:
          MOD: moderator
          Anne Veld: leerkracht
        ---

        MOD [00:00:00.510]: Goedemorgen
        """))
    #expect(file.results[0].id == "FG23")
  }

  @Test func `reads a table of speakers`() throws {
    let table = "label;new;role;person\nKim;MOD;moderator;\nAnne;;leerkracht;P031\n"
    let read = SpeakerRenaming.read(ImportSource(Array(table.utf8), path: "s.csv"))
    var wishes = ImportedFile.Wishes()
    wishes.renaming = try #require(read.value)
    let file = ImportDump.file("Kim: Hoi.\nAnne: Dag.\nKim: Ja.\n", named: "a.txt", wishes: wishes)
    let text = String(decoding: file.results[0].bytes, as: UTF8.self)
    #expect(text.contains("  MOD: moderator\n  Anne: {role: leerkracht, person: P031}\n"))
  }

  @Test(arguments: [
    ("label,role\nKim,\"moderator\nAnne,leerkracht\n", 2, 5), ("", nil, nil),
    ("label,role\n,leerkracht\n\nKim,\n", 2, 1), ("\nnaam;rol\nKim;moderator\n", 2, 1),
  ])
  func `points at what is wrong in a table of speakers`(table: String, line: Int?, column: Int?) {
    let read = SpeakerRenaming.read(ImportSource(Array(table.utf8), path: "s.csv"))
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.position?.line) == [line])
    #expect(read.diagnostics.map(\.position?.column) == [column])
  }

  @Test(arguments: [
    ("Interview 3 (def).docx", "Interview-3-def"), ("FG07.md", "FG07"), ("_oud.txt", "oud"),
    ("één twee.vtt", "één-twee"), ("README.txt", "T-README"), ("a.b.c.json", "a.b.c"), ("...", ""),
    ("x/y/FG 1.csv", "FG-1"),
  ])
  func `makes an id of a name`(path: String, id: String) {
    #expect(TranscriptID.made(fromPath: path) == id)
  }

  @Test func `points out labels that differ by case or a blank`() {
    let file = ImportDump.file(
      "Kim Boer: a.\nkim boer: b.\nKim  Boer: c.\nAnne: d.\nKim Boer: e.\nkim boer: f.\nAnne: g.\n",
      named: "a.txt")
    #expect(file.diagnostics.contains { $0.message.contains("differ in case or blanks only") })
  }
}

@Suite struct `Hostile files from elsewhere` {
  @Test func `thousands of labels are refused`() {
    let text = "speaker,text\n" + (0..<20_000).map { "S\($0),x" }.joined(separator: "\n")
    let file = ImportDump.file(text, named: "a.csv")
    #expect(file.results.isEmpty)
    #expect(file.diagnostics.contains { $0.message.contains("different labels") })
  }

  @Test func `a line of many megabytes is refused`() {
    var imported = ImportedTranscript()
    imported.turns = [ImportedTurn(label: "Kim", text: String(repeating: "woord ", count: 3 << 20))]
    let home = HomeTranscript(imported, path: "a.txt")
    #expect(home.diagnostics.contains { $0.severity == .error && $0.message.contains("MB") })
  }

  @Test func `signs that steer leave labels and words`() {
    let file = ImportDump.file(
      "Kim\u{202E}\u{1B}[31m: a\u{7}b\nAnne: c\nKim\u{202E}\u{1B}[31m: d\n", named: "a.txt")
    let bytes = file.results.first?.bytes ?? []
    #expect(!file.results.isEmpty && !bytes.contains(0x1B) && !bytes.contains(7))
    #expect(
      file.results.first?.transcript.speakers.allSatisfy { !$0.label.contains("\u{202E}") } == true)
  }

  @Test(arguments: `Writing the home format`.fixtures)
  func `a file that is cut off or damaged ends in turns or a fault`(name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/import")
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    var random = SeededRandom(seed: UInt64(bytes.count))
    for round in 0..<12 {
      var damaged = bytes
      if round < 6 {
        damaged.removeLast(Int.random(in: 0...damaged.count, using: &random))
      } else {
        for _ in 0..<8 where !damaged.isEmpty {
          damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
      }
      let file = ImportedFile(ImportSource(damaged, path: name))
      #expect(file.results.isEmpty || !file.hasError)
      for result in file.results {
        #expect(TranscriptReader.read(result.bytes, id: "a", path: "a").value != nil)
      }
    }
  }

  @Test func `a blank line before one that goes on does not keep CHAT from its end`() {
    let file = ImportDump.file(
      "@Begin\n\n\t12\n*PAR:\thond\n\n\t.\n@End\n", named: "a.cha")
    #expect(ImportDump.turns(file) == ["PAR: hond"])
  }

  @Test func `times in a column beyond the head of a table are read`() {
    let rows = (1...4).map { "Kim,dit zijn woorden genoeg,\($0):00\n" }.joined()
    let file = ImportDump.file("speaker,x\n" + rows, named: "a.csv")
    #expect(ImportDump.turns(file).first == "Kim 60000-: dit zijn woorden genoeg")
  }

  @Test(arguments: [
    ("a.docx", "no zip"), ("a.mp3", "ID3\u{4}"), ("a.doc", "\u{FFFD}"),
    ("a.xml", "<?xml version='1.0'?><x/>"),
  ])
  func `what is no transcript is no crash`(name: String, text: String) {
    let file = ImportDump.file(text, named: name)
    #expect(file.results.isEmpty || !file.hasError)
  }
}
