import Foundation
import Testing

/// Faults of machines, disks, sync tools and other people's files, as the built tool meets them.
@Suite struct `Coding under faults` {
  @Test func `is found again when line ends are changed, as git does with autocrlf`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd --memo noot")
    let file = try #require(study.logFiles().first)
    let log = try study.folder.read("Corpus/Codings/" + file)
    try study.folder.write(log.replacing("\n", with: "\r\n"), to: "Corpus/Codings/" + file)
    let next = try study.run("code A1:3 tijd")
    #expect(next.output.hasPrefix("coded A1:3"))
    #expect(next.errors.contains("lines end in CR LF"))
    let check = try study.run("log check")
    #expect(check.status == 0 && check.output.contains("2 lines in 1 strand "), "\(check)")
    #expect(try study.run("memos").output.contains("noot"))
  }

  @Test func `reads what strangers wrote, and lets nothing of it act`() throws {
    let (study, other) = (try CodingStudy(), try CodingStudy())
    try study.run("code A1:2 tijd")
    func line(_ coder: String, _ strand: String, _ rest: String) -> String {
      "{\"v\":1,\"coder\":\"\(coder)\",\"strand\":\"\(strand)\",\"n\":1,\"prev\":\"\",\(rest)}\n"
    }
    let text = #""words":{"salt":"s","text":["\u001b[2Jweg"]}"#
    let escape = #"\u001b[31mEva\u202e"#
    let memo =
      #""at":"\u001b[1m","command":"\u001b]0;x\u0007","do":[{"event":"memo","on":"study","words":0}]"#
    try other.folder.makeFolder("Corpus/Codings")
    try other.folder.write(
      line(escape, "00000001", memo + "," + text)
        + line("../../../etc/passwd", "00000002", memo + "," + text)
        + line("Later", "00000003", #""do":[{"event":"dream"}]"#)
        + "{\"v\":9,\"coder\":\"Later\",\"strand\":\"00000004\",\"n\":1}\n"
        + line("Long", "00000005", "\"command\":\"\(String(repeating: "a", count: 2_000_000))\""),
      to: "Corpus/Codings/x.jsonl")
    let joined = try study.run("join \(other.folder.path)")
    #expect(joined.status == 0, "\(joined.errors)")
    #expect(joined.errors.contains("an event \"dream\" is kept and not understood"))
    #expect(joined.errors.contains("1 lines of version 9"))
    #expect(try study.folder.names(in: "Corpus") == ["A1.md", "A2.md", "Codings"])
    for command in ["log", "log --json", "memos", "memos --csv", "status", "quotes", "log check"] {
      let result = try study.run(command)
      #expect(result.status < 2, "\(command): \(result.errors)")
      let steers = (result.output + result.errors).unicodeScalars.contains {
        $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E
      }
      // CSV is for programs, and holds what was written.
      #expect(steers == command.hasSuffix("--csv"), "\(command)")
    }
    #expect(try study.run("code A1:3 tijd").status == 0)
    #expect(try study.run("log").output.contains("etc/passwd"))
  }

  @Test func `ends when two coders erase at once`() async throws {
    let study = try CodingStudy()
    for coder in ["Anna", "Bram"] {
      for place in ["A1:2", "A1:3", "A2:2"] { try study.run("code \(place) tijd", as: coder) }
    }
    let state = study.folder("state")
    let result = try Tool.shell(
      """
      for coder in Anna Bram Anna Bram; do
        for speaker in A1:PM1 A1:LK1 A2:PM1; do
          DRAAD_CODER=$coder timeout 20 $DRAAD erase $speaker --why gone >/dev/null 2>&1 &
          jobs="$jobs $!"
        done
      done
      for job in $jobs; do wait $job || echo "failed $?"; done
      """, in: study.folder.path, environment: ["XDG_STATE_HOME": state])
    #expect(result.output == "")
    let log = try study.logFiles().map { try study.folder.read("Corpus/Codings/" + $0) }.joined()
    #expect(!log.contains("lijnen zijn"))
    let check = try study.run("log check")
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `on two machines joins by copying`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd")
    try study.run("code A1:3 tijd", machine: "state2")
    try study.run("code A2:3 tijd", as: "Bram", machine: "state3")
    #expect(try study.logFiles().count == 3)
    let status = try study.run("status --csv").output
    #expect(status.contains("Anna,2,1") && status.contains("Bram,1,1"))
    #expect(try study.run("log check").output.contains("3 lines in 3 strands by 2 coders"))
  }

  @Test func `after a restored backup begins a new strand`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd")
    let file = try #require(study.logFiles().first)
    let backup = try study.folder.read("Corpus/Codings/" + file)
    try study.run("code A1:3 tijd")
    let later = try study.folder.read("Corpus/Codings/" + file)
    try study.folder.write(later, to: "Corpus/Codings/anna/x (conflicted copy).jsonl")
    try study.folder.write(backup, to: "Corpus/Codings/" + file)
    try study.run("code A2:2 tijd")
    #expect(try study.logFiles().count == 3)
    #expect(try study.run("status --csv").output.contains("Anna,3,2"))
    #expect(try study.run("log check").status == 0)
  }

  @Test func `puts a torn line aside and goes on`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd")
    try study.run("code A1:3 tijd")
    let file = try #require(study.logFiles().first)
    let whole = try study.folder.read("Corpus/Codings/" + file)
    try study.folder.write(String(whole.dropLast(40)), to: "Corpus/Codings/" + file)
    let next = try study.run("code A2:3 tijd")
    #expect(next.status == 0)
    #expect(next.errors.contains("was never wholly written"))
    let torn = try study.folder.read("Corpus/Codings/" + file.replacing(".jsonl", with: ".torn"))
    #expect(whole.hasPrefix(String(whole.split(separator: "\n")[0])) && torn.hasPrefix("{\"v\":1"))
    #expect(try study.run("log check").status == 0)
    #expect(try study.run("status --csv").output.contains("Anna,2,2"))
  }

  @Test func `on a full disk says so and changes nothing`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd")
    let file = try #require(study.logFiles().first)
    let before = try study.folder.read("Corpus/Codings/" + file)
    // A limit on the size of files stands in for a full disk.
    let result = try Tool.shell(
      "trap '' XFSZ; ulimit -f 1; $DRAAD code A1:3 tijd --memo \(String(repeating: "x", count: 4000))",
      in: study.folder.path,
      environment: ["DRAAD_CODER": "Anna", "XDG_STATE_HOME": study.folder("state")])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(try study.folder.read("Corpus/Codings/" + file) == before)
  }

  /// How often each coder appends, each time in a process of its own; CI sets a larger number.
  private static let appends =
    ProcessInfo.processInfo.environment["DRAAD_TEST_APPENDS"].flatMap { Int($0) } ?? 60

  @Test(arguments: 0...(appends - 1) / 100)
  func `survives being killed at any moment, by two coders at once`(part: Int) async throws {
    let study = try CodingStudy()
    let runs = min(100, Self.appends - part * 100)
    let acknowledged = await withTaskGroup(of: [String].self) { group in
      for coder in ["Anna", "Bram"] {
        group.addTask { [path = study.folder.path] in
          (try? Self.code(runs, as: coder, in: path)) ?? ["failed"]
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(acknowledged.count >= runs)
    let log = try study.run("memos --csv --quiet").output
    for name in acknowledged { #expect(log.contains(name), "\(name) was acknowledged and is gone") }
    try study.run("code A1:2 tijd", as: "Anna")
    try study.run("code A1:2 tijd", as: "Bram")
    let check = try study.run("log check")
    #expect(check.status == 0, "\(check.output)")
  }

  /// Runs `draad code` many times and kills half of the runs; gives the memos that were acknowledged.
  private static func code(_ runs: Int, as coder: String, in study: String) throws -> [String] {
    var acknowledged: [String] = []
    for run in 0..<runs {
      let memo = "memo-\(coder)-\(run)-end"
      let pipe = Pipe()
      let process = try Spawned(
        Tool.executable.path,
        ["code", "A\(run % 2 + 1):\(run % 3 + 1)", "--new", "c\(run)", "--memo", memo], in: study,
        ["DRAAD_CODER": coder, "XDG_STATE_HOME": study + "/state"],
        streams: [.nullDevice, pipe.fileHandleForWriting, .nullDevice])
      try pipe.fileHandleForWriting.close()
      if run % 2 == 1 {
        usleep(UInt32.random(in: 500...40_000))
        process.kill()
      }
      let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      _ = process.wait()
      if output.contains("coded A") { acknowledged.append(memo) }
    }
    return acknowledged
  }
}
