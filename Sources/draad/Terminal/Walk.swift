import Corpus
import Export
import FileSystem

/// Goes through things one at a time with somebody at a terminal, who answers with a key and Enter.
///
/// Lines, not single keys, are read: so it works with every terminal, screen reader and keyboard, and
/// nothing is decided by a slip of a finger.
struct Walk {
  /// What the user typed.
  struct Answer {
    /// Without blanks around it.
    let line: String

    /// The first word, in small letters.
    var key: String { line.prefix { !$0.isWhitespace }.lowercased() }
    /// What stands after it.
    var rest: String { line.drop { !$0.isWhitespace }.trimmed }
  }

  /// Where to go after an answer.
  enum Move {
    case next
    /// Asks again, after saying this, which is safe for a terminal.
    case stay(String)
  }

  /// What the keys do that every walk has.
  private static let ownKeys = "Enter next · b back · q stop"

  /// How many things there are.
  let count: Int
  /// What the keys do at each, in one line, without those of every walk.
  let keys: (Int) -> String

  /// Whether somebody can be asked.
  static var isPossible: Bool { ThisProcess.canBeAsked && Output.Stream.output.isTerminal }

  /// The columns of the terminal, as far as lines can be read at a glance.
  static var width: Int { max(40, min(100, Output.Stream.output.columns ?? 80)) }

  /// Refuses where nobody can be asked.
  ///
  /// - Parameter fix: What to do without a terminal.
  /// - Throws: `Failure`.
  static func requireTerminal(fix: String) throws {
    guard isPossible else { throw Failure("there is no terminal to ask in", fix: fix) }
  }

  /// Walks until the last thing is answered, or the user stops.
  ///
  /// - Parameters:
  ///   - first: Where to begin, from 0.
  ///   - show: What is to be read; safe for a terminal.
  ///   - answer: Carries out what the user typed.
  /// - Throws: `FileError`, and what `show` and `answer` throw besides `Failure`.
  func run(
    from first: Int = 0, show: (Int) throws -> String, answer: (Int, Answer) throws -> Move
  ) throws {
    var index = first
    var screen = Output(.output)
    while index < count {
      let help = (wrapped(visible(keys(index)), to: Self.width) + [Self.ownKeys])
        .joined(separator: "\n")
      try screen.write("\n" + show(index) + "\n\(help)\n")
      asking: while true {
        try screen.write("> ")
        try screen.flush()
        guard let line = readLine() else {
          try screen.write("\n")
          try screen.flush()
          return
        }
        let typed = Answer(line: line[...].trimmed)
        switch typed.line.lowercased() {
        case "q": return
        case "b":
          index = max(0, index - 1)
          break asking
        case "":
          index += 1
          break asking
        default: break
        }
        do {
          switch try answer(index, typed) {
          case .next:
            index += 1
            break asking
          case .stay(let why): try screen.write(why + "\n")
          }
        } catch let failure as Failure {
          for fault in failure.diagnostics {
            let fix = fault.fix.map { ": \($0)" } ?? ""
            try screen.write(visible(fault.message + fix) + "\n")
          }
        }
      }
    }
  }
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
