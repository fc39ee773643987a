import Foundation
import Testing

@testable import draad

@Suite struct `Completing command lines` {
  private func completions(
    _ words: String..., in folder: String = NSTemporaryDirectory()
  ) throws -> [String] {
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let result = try Tool.shell(
      """
      PATH="$(dirname "$DRAAD"):$PATH" bash -c 'eval "$("$DRAAD" completions bash)"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); \
      _draad; printf "%s\\n" "${COMPREPLY[@]}"' bash \(line)
      """, in: folder)
    #expect(result.errors.isEmpty && result.status == 0)
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func `gives commands, second words, options and values`() throws {
    #expect(try completions("draad", "tran") == ["transcripts"])
    #expect(try completions("draad", "").contains("figure"))
    #expect(
      try completions("draad", "codebook", "")
        == [
          "check", "show", "test", "rename", "move", "merge", "split", "delete", "add", "adopt",
          "diff",
        ])
    #expect(try completions("draad", "frequencies", "--codeb") == ["--codebook"])
    #expect(try completions("draad", "codebook", "show", "--fo") == ["--force"])
    #expect(try completions("draad", "quotes", "--format", "c") == ["csv"])
    #expect(try completions("draad", "quotes", "--speakers", "a").contains("all"))
    #expect(try completions("draad", "help", "rep") == ["report"])
    #expect(try completions("draad", "audit", "start", "one", "--si") == ["--size"])
    #expect(try completions("draad", "log", "--la") == ["--last", "--language"])
    #expect(try completions("draad", "memos", "--se") == ["--search"])
    #expect(try completions("draad", "completions", "") == ["bash", "zsh", "fish"])
  }

  @Test func `gives the ids of transcripts and codes in the study`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 --new Iets_nieuws")
    let folder = study.folder.path
    #expect(try completions("draad", "read", "", in: folder) == ["A1", "A2"])
    #expect(try completions("draad", "code", "A", in: folder) == ["A1:", "A2:"])
    #expect(try completions("draad", "code", "A1", ":", "2", "t", in: folder) == ["tijd"])
    #expect(try completions("draad", "code", "A1", ":", "", in: folder) == [])
    #expect(try completions("draad", "code", "", "--q", in: folder) == ["--quote", "--quiet"])
    let all = try completions("draad", "code", "", in: folder)
    #expect(
      all == ["A1:", "A2:", "lijnen", "tijd", "wachten", "new-codes", "iets-nieuws"], "\(all)")
    #expect(try completions("draad", "quotes", "--codes", "ti", in: folder) == ["tijd"])
    #expect(
      try completions("draad", "quotes", "--codes", "lijnen,w", in: folder) == ["lijnen,wachten"])
    #expect(try completions("draad", "status", "--transcript", "A2", in: folder) == ["A2"])
    #expect(try completions("draad", "codebook", "move", "w", in: folder) == ["wachten"])
    #expect(
      try completions("draad", "codebook", "move", "x", "--under", "t", in: folder) == ["tijd"])
    #expect(try completions("draad", "done", "A1", "a", in: folder) == [])
  }

  @Test func `runs nothing that stands in the name of a file`() throws {
    let study = try CodingStudy()
    for name in ["$(touch x)", "`touch x`", "A3;touch x", "A 4", "A*", "-n"] {
      try study.folder.write(CodingStudy.transcript, to: "Corpus/\(name).md")
    }
    #expect(try completions("draad", "read", "", in: study.folder.path) == ["A1", "A2"])
    #expect(try study.folder.names(in: "") == ["Codebooks", "Corpus", "state"])
  }

  @Test(arguments: StudyNames.allCases)
  func `says nothing where there is no study, or a broken one`(names: StudyNames) throws {
    #expect(try Tool.run(["completions", names.rawValue]) == Tool.Result(status: 0))
    let study = try CodingStudy()
    try study.folder.write("# x: X", to: "Codebooks/boek.md")
    try FileManager.default.createDirectory(
      atPath: study.folder("Corpus/Codings/anna"), withIntermediateDirectories: true)
    try study.folder.write("{nonsense\n", to: "Corpus/Codings/anna/x.jsonl")
    let result = try study.run("completions \(names.rawValue)")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.isEmpty == (names == .codes))
    #expect(try !Tool.run(["help", "completions"]).output.contains(" passages"))
  }

  @Test(arguments: CompletionScripts.Shell.allCases)
  func `knows every command and option`(shell: CompletionScripts.Shell) {
    let script = CompletionScripts.script(for: shell)
    for command in CommandTable.commands {
      for word in command.name.split(separator: " ") { #expect(script.contains(word)) }
      for option in command.options {
        #expect(script.contains(shell == .fish ? "-l \(option.name)" : "--\(option.name)"))
      }
    }
  }

  @Test(arguments: [("zsh", "zsh -n"), ("fish", "fish -n"), ("bash", "bash -n")])
  func `is read by its shell, where there is one`(shell: String, check: String) throws {
    let result = try Tool.shell(
      "command -v \(shell) > /dev/null || exit 0; "
        + "\"$DRAAD\" completions \(shell) > script.tmp.$$; \(check) script.tmp.$$; "
        + "status=$?; rm script.tmp.$$; exit $status")
    #expect(result.status == 0 && result.errors.isEmpty)
  }

  @Test(arguments: [(["completions"], "needs a shell"), (["completions", "bsh"], "bash")])
  func `needs a shell that it knows`(arguments: [String], words: String) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 2 && result.errors.contains(words) && result.output.isEmpty)
  }
}
