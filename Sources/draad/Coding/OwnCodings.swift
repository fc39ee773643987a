import CodingEngine
import Corpus

/// The coder's own codings in a passage that the user names.
struct OwnCodings {
  let transcript: Transcript
  let list: [(coding: LoggedCoding, range: Range<Int>)]
  private let desk: Desk

  /// Finds them: with codes, those on this very passage, or else all that it touches.
  init(_ desk: Desk, _ target: String, quotation: String?, codes names: [String]) throws {
    self.desk = desk
    let passage = try CodingTarget(target, quotation: quotation, transcript: desk.transcript)
    transcript = passage.transcript
    let codes = try Set(names.map { try desk.codebook.index(named: $0) })
    let known = desk.codebook.namesInLog()
    let all = desk.state.place(in: passage.transcript, desk.log) { $0.coder == desk.coder.name }
      .filter { $0.range.overlaps(passage.range) }
    let chosen =
      codes.isEmpty
      ? all : all.filter { known[$0.coding.code].map(codes.contains) == true }
    let exact = codes.isEmpty ? [] : chosen.filter { $0.range == passage.range }
    list = exact.isEmpty ? chosen : exact
    if !list.isEmpty { return }
    let place = transcript.position(of: passage.range)
    let others = Set(all.map { desk.title($0.coding.code) }).sorted().joined(separator: ", ")
    throw Failure(
      codes.isEmpty
        ? "\(place) has no code from you"
        : "\(place) has no \(names.joined(separator: " or ")) from you",
      fix: others.isEmpty
        ? "draad read \(place) --codings shows what it has" : "you coded it \(others)")
  }

  /// The only one, or the reason why it must be said which.
  func single(codeOption: Bool = false) throws -> (coding: LoggedCoding, range: Range<Int>) {
    guard list.count == 1, let only = list.first else {
      let names = list.map {
        "\(transcript.position(of: $0.range)) \(desk.title($0.coding.code))"
          + ($0.coding.level.map { " (\($0))" } ?? "")
      }
      let areApart = Set(list.map(\.range)).count == list.count
      throw Failure(
        "there are \(list.count) of them: \(names.joined(separator: ", "))",
        fix: codeOption && Set(list.map(\.coding.code)).count == list.count
          ? "say which with --codes \(list.first.map { desk.title($0.coding.code) } ?? "CODE")"
          : areApart
            ? "give one of these positions" : "take them off with draad uncode, and code once")
    }
    return only
  }
}
