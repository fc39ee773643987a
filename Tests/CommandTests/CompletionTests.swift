import Testing

@testable import draad

@Suite struct `Completing command lines` {
  private func completions(_ words: String...) throws -> [String] {
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let result = try Tool.shell(
      """
      bash -c 'eval "$("$DRAAD" completions bash)"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); \
      _draad; printf "%s\\n" "${COMPREPLY[@]}"' bash \(line)
      """)
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
    #expect(try completions("draad", "completions", "") == ["bash", "zsh", "fish"])
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
