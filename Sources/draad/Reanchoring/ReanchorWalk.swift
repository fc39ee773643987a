import CodingEngine
import Export
import FileSystem

/// Asks somebody at a terminal where codings stand, one after the other, and at the end whether those
/// that were found again stand well; each answer is on the disk before the next.
struct ReanchorWalk {
  private let moved: MovedCodings
  private let options: Options

  init(_ moved: MovedCodings, _ options: Options) {
    self.moved = moved
    self.options = options
  }

  /// Walks.
  ///
  /// - Parameter output: Where it is said what was done.
  /// - Returns: Whether anything uncertain or gone is left.
  /// - Throws: `FileError`.
  func run(on output: inout Output) throws -> ExitStatus {
    let lost = moved.lost
    var said: [Int: String] = [:]
    let walk = Walk(count: lost.count + (moved.found.isEmpty ? 0 : 1), keys: keys)
    try walk.run { index in
      if index == lost.count { return question(showsAll: options.contains(.allMoved)) }
      return "\(index + 1) of \(lost.count)  \(lost[index].text)"
        + (said[index].map { "  you said: \(visible($0))\n" } ?? "")
    } answer: { index, answer in
      var work: ReanchorWork
      if index < lost.count {
        let id = lost[index].coding.id.description
        work = try ReanchorWork(options, command: "\(id) \(answer.line)", among: moved)
        try work.put(id, at: answer.line)
      } else {
        switch answer.key {
        case "s": return .stay(question(showsAll: true))
        case "y":
          work = try ReanchorWork(options, command: "--found")
          try work.acceptFound(in: [])
        default: throw Failure("\"\(answer.line)\" does nothing here", fix: "the keys stand above")
        }
      }
      try work.write(on: &output)
      try output.flush()
      said[index] = answer.line
      return .next
    }
    return said.keys.count { $0 < lost.count } == lost.count ? .done : .found
  }

  private func keys(at index: Int) -> String {
    guard index < moved.lost.count else { return "y yes · s show each" }
    let here = moved.lost[index].range == nil ? "" : "here · "
    return here + "gone · a position (FG07:12)"
  }

  private func question(showsAll: Bool) -> String {
    (showsAll ? moved.found.map(\.text).joined() : "") + moved.foundCounts
      + "Do they stand well where their words are now?\n"
  }
}
