import Foundation
import Testing

/// Edits of a codebook that are cut off, by a kill or a full disk, and edits at once.
@Suite struct `Editing the codebook under faults` {
  private static let book = "Codebooks/boek.md"

  private func study() throws -> CodingStudy {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd wachten")
    return study
  }

  private func codings(_ study: CodingStudy) throws -> String {
    try study.run("frequencies --origin hand --csv").output
  }

  @Test(arguments: [
    "rename wachten x", "move wachten --top", "merge wachten --into tijd", "add x --title X",
    "split wachten --into p,q --to p", "delete wachten --to tijd", "delete wachten",
  ])
  func `cut off between log and file is told, and can be finished or taken back`(line: String)
    throws
  {
    let study = try study()
    let (before, coded) = (try study.folder.read(Self.book), try codings(study))
    #expect(try study.run("codebook \(line)").status == 0)
    let (after, recoded) = (try study.folder.read(Self.book), try codings(study))
    func expect(_ file: String, _ table: String) throws {
      #expect(try study.folder.read(Self.book) == file)
      #expect(try codings(study) == table)
      #expect(try study.run("status").errors == "")
    }
    // As it is when the command was killed before the file was replaced.
    for next in ["undo", "undo redo"] {
      try study.folder.write(before, to: Self.book)
      for command in ["status", "code A1:1 tijd"] {
        let told = try study.run(command)
        #expect(told.errors.contains("the file is as before: codebook \(line)"), "\(told)")
        #expect(told.errors.contains("draad undo takes it out of the log"))
      }
      #expect(try study.run("undo").output.hasPrefix("took back: code A1:1"))
      for command in next.split(separator: " ") {
        #expect(try study.run(String(command)).status == 0)
      }
      try expect(next == "undo" ? before : after, next == "undo" ? coded : recoded)
      if next == "undo" { #expect(try study.run("redo").status == 0) }
    }
    // And when undo was.
    #expect(try study.run("undo").status == 0)
    try study.folder.write(after, to: Self.book)
    #expect(try study.run("status").errors.contains("the file has it: codebook \(line)"))
    #expect(try study.run("redo").status == 0)
    try expect(after, recoded)
    #expect(try study.run("undo").status == 0)
    try expect(before, coded)
    #expect(try study.run("log check").status == 0)
  }

  @Test func `is not suspected when a file was edited by hand, or an edit leads back`() throws {
    let study = try study()
    let before = try study.folder.read(Self.book)
    try study.run("codebook move wachten --top")
    let moved = try study.folder.read(Self.book)
    try study.run("codebook move wachten --under tijd")
    #expect(try study.folder.read(Self.book) == before)
    #expect(try study.run("status").errors == "")
    try study.folder.write(before + "\n- color: #000000\n", to: Self.book)
    #expect(try study.run("status").errors == "")
    try study.folder.write(moved, to: Self.book)
    #expect(try study.run("status").errors.contains("codebook move wachten --under tijd"))
  }

  @Test func `by a colleague whose file did not come along is told`() throws {
    let study = try study()
    let before = try study.folder.read(Self.book)
    try study.run("codebook rename wachten x", as: "Bert")
    try study.folder.write(before, to: Self.book)
    let told = try study.run("quotes").errors
    #expect(told.contains("take over Bert's copy of this file"), "\(told)")
  }

  @Test func `killed at any moment leaves the old or the new book, and a log that fits`() throws {
    let study = try study()
    var id = "wachten"
    var finished = 0
    for run in 0..<24 {
      let before = try study.folder.read(Self.book)
      let process = try Spawned(
        Tool.executable.path, ["codebook", "rename", id, "w\(run)"], in: study.folder.path,
        ["DRAAD_CODER": "Anna", "XDG_STATE_HOME": study.folder("state")],
        streams: [.nullDevice, .nullDevice, .nullDevice])
      usleep(UInt32(run * 3_000))
      process.kill()
      _ = process.wait()
      let now = try study.folder.read(Self.book)
      let isNew = now.contains("## w\(run): Wachten\n")
      #expect(isNew || now == before)
      if isNew { (id, finished) = ("w\(run)", finished + 1) }
      let told = try study.run("status").errors
      if told.contains("the file is as before") {
        #expect(!isNew)
        #expect(try study.run("undo").status == 0)
      } else {
        #expect(told.isEmpty || told.contains("never wholly written"), "\(told)")
      }
      #expect(try study.folder.read(Self.book) == now)
    }
    #expect(finished > 0)
    #expect(try study.run("codebook check").status == 0)
    #expect(try codings(study).contains("\n\(id),Wachten,"))
    try study.run("codebook rename \(id) einde")
    #expect(try study.run("undo").status == 0)
    #expect(try study.run("log check").status == 0)
  }

  @Test func `that was killed leaves nothing in the folder after the next`() throws {
    let study = try study()
    let leftovers = [".draad-2147483647-0.tmp", ".draad-2147483646-k3x9.tmp"]
    // Of running processes, or not of the very form: somebody's.
    let kept = [
      ".draad-1-k3x9.tmp", ".draad-2147483647-K3.tmp", ".draad-2147483647-k3.tmp~",
      ".draad-2147483647-.tmp", ".draad-02147483647-k3.tmp", ".draad--5-k3.tmp",
      "draad-2147483647-k3.tmp", ".draad-2147483647-k3.md", ".draad-2147483648-k3.tmp",
    ]
    for name in leftovers + kept { try study.folder.write("# half", to: "Codebooks/\(name)") }
    try FileManager.default.createSymbolicLink(
      atPath: study.folder("Codebooks/.draad-2147483647-link.tmp"), withDestinationPath: "boek.md")
    for line in ["codebook rename wachten x --dry-run", "status", "code A1:1 tijd"] {
      try study.run(line)
      #expect(try study.folder.names(in: "Codebooks").contains(leftovers[0]), "\(line)")
    }
    try study.run("codebook rename wachten x")
    let names = try study.folder.names(in: "Codebooks")
    #expect(Set(names) == Set(kept + ["boek.md", ".draad-2147483647-link.tmp"]))
    try study.folder.write("# half", to: "Codebooks/\(leftovers[1])")
    #expect(try study.run("undo").status == 0)
    #expect(try study.folder.names(in: "Codebooks") == names)
  }

  @Test(arguments: [0, 4000])
  func `on a full disk changes neither book nor log`(padding: Int) throws {
    let study = try study()
    let text = String(repeating: "Woorden. ", count: padding / 9)
    let book = CodingStudy.codebook.replacing("# tijd: Tijd\n", with: "# tijd: Tijd\n\n\(text)\n")
    try study.folder.write(book, to: Self.book)
    let file = try #require(study.logFiles().first)
    let log = try study.folder.read("Corpus/Codings/" + file)
    // A limit on the size of files stands in for a full disk.
    let result = try Tool.shell(
      "trap '' XFSZ; ulimit -f 1; $DRAAD codebook delete wachten --to tijd",
      in: study.folder.path,
      environment: ["DRAAD_CODER": "Anna", "XDG_STATE_HOME": study.folder("state")])
    #expect(result.status == 2 && result.output.isEmpty, "\(result)")
    #expect(try study.folder.read(Self.book) == book)
    #expect(try study.folder.read("Corpus/Codings/" + file) == log)
    #expect(try study.folder.names(in: "Codebooks") == ["boek.md"])
  }

  @Test func `at once, by several coders and by one, loses nothing`() throws {
    let study = try study()
    let result = try Tool.shell(
      """
      for number in 1 2 3 4 5 6; do
        for coder in Anna Bert; do
          DRAAD_CODER=$coder timeout 60 $DRAAD codebook add $coder-$number >/dev/null &
          jobs="$jobs $!"
        done
        DRAAD_CODER=Anna timeout 60 $DRAAD code A2:2 --new "n$number" >/dev/null &
        jobs="$jobs $!"
      done
      for job in $jobs; do wait $job || echo "failed $?"; done
      """.replacing("$coder-", with: "$(echo $coder | tr AB ab)-"), in: study.folder.path,
      environment: ["XDG_STATE_HOME": study.folder("state")])
    #expect(result.output == "", "\(result.errors)")
    let book = try study.folder.read(Self.book)
    for number in 1...6 {
      #expect(book.contains("# anna-\(number):") && book.contains("# bert-\(number):"))
    }
    #expect(try study.run("codebook check").status == 0)
    #expect(try study.run("status").errors == "")
    #expect(try study.run("log check").status == 0)
    // The last edit of the file can be taken back, whoever's it is.
    let undone = try ["Anna", "Bert"].map { try study.run("undo", as: $0).status }
    #expect(undone.contains(0))
  }
}
