import CodingEngine
import Corpus
import Export
import FileSystem
import Review

/// Shows the places of an audit one at a time in a terminal, and takes up what the reviewer decides.
///
/// Each decision is written before the next place is shown; the log is taken only while it is written,
/// so that others can go on.
struct AuditWalk {
  private let audited: AuditedStudy
  private let options: Options
  private let reviewer: String

  private var audit: Audit { audited.audit }
  private var corpus: CodedCorpus { audited.study.corpus }
  private var isBlind: Bool { audit.logged.audit.isBlind }

  init(_ audited: AuditedStudy, _ options: Options) throws {
    self.audited = audited
    self.options = options
    reviewer = try CoderIdentity(options).coder.name
  }

  /// Walks through what the reviewer has not decided yet.
  func run() throws {
    let places = audit.places.filter { $0.place != nil }
    let isDone = places.map { place in place.verdicts.contains { $0.reviewer == reviewer } }
    guard let first = isDone.firstIndex(of: false) else {
      Messages.say(
        "\(reviewer) has decided all \(places.count) places: see draad audit status \(audit.name)",
        isQuiet: false)
      return
    }
    var said: [Int: String] = [:]
    var chosen: [Int: String] = [:]
    let walk = Walk(count: places.count, keys: { _ in Self.keys(isBlind: isBlind) })
    try walk.run(from: first) { index in
      text(of: places[index], of: places.count, said[index])
    } answer: { index, answered in
      let place = places[index]
      var typed = try Self.typed(answered, on: place, isBlind: isBlind, chosen[index])
      if isBlind, chosen[index] == nil {
        // The choice is checked before the code is shown, and cannot be taken back after.
        let choice = try answer(typed, place)
        chosen[index] = typed.chosen
        let follows = "\(choice.verdict.rawValue)"
        return .stay(
          revealed(place) + "\nyour choice means \(follows): y keeps it, or give another key")
      }
      if answered.key == "y" { typed.verdict = "" }
      let answer = try answer(typed, place)
      _ = try audited.decide([answer], at: Desk(options), command: "audit decide \(audit.name)")
      said[index] = answer.verdict.rawValue
      return .next
    }
    Messages.say(
      "\(said.count) decided now: draad audit \(audit.name) goes on, draad audit status \(audit.name)"
        + " shows how far it is", isQuiet: options.contains(.quiet))
  }

  private func answer(_ typed: AuditAnswer.Typed, _ place: AuditPlace) throws -> AuditAnswer {
    do throws(AuditFault) {
      return try AuditAnswer(typed, on: place, isBlind: isBlind, in: corpus)
    } catch {
      throw Failure(error.message, fix: error.fix)
    }
  }

  // MARK: Keys

  private static func keys(isBlind: Bool) -> String {
    let verdicts =
      "a accept · r reject · c CODE recode · s WORDS resize · u unsure (a reason can follow: a, r, u"
      + " WHY; c CODE WHY; s WORDS -- WHY)"
    return isBlind ? "first c CODE, or 0 for no code; then \(verdicts)" : verdicts
  }

  private static func typed(
    _ answered: Walk.Answer, on place: AuditPlace, isBlind: Bool, _ chosen: String?
  ) throws -> AuditAnswer.Typed {
    let (key, rest) = (answered.key, answered.rest)
    var typed = AuditAnswer.Typed()
    if isBlind, chosen == nil {
      switch key {
      case "0": typed.chosen = "none"
      case "c" where !rest.isEmpty: typed.chosen = rest
      default: throw Failure("choose first", fix: "c CODE, or 0 when no code belongs here")
      }
      return typed
    }
    typed.chosen = chosen ?? ""
    typed.reason = rest
    switch key {
    case "a": typed.verdict = "accept"
    case "r": typed.verdict = "reject"
    case "u": typed.verdict = "unsure"
    case "y" where isBlind: break
    case "c":
      let words = rest.split(separator: " ", maxSplits: 1).map(String.init)
      typed.verdict = "recode"
      typed.newCode = words.first ?? ""
      typed.reason = words.count > 1 ? words[1] : ""
    case "s":
      typed.verdict = "resize"
      let parts = rest.split(separator: "--", maxSplits: 1).map(String.init)
      typed.words = parts.first ?? ""
      typed.reason = parts.count > 1 ? parts[1].filter { $0 != "\n" } : ""
    default:
      throw Failure("\"\(key)\" does nothing here", fix: "the keys stand above")
    }
    return typed
  }

  // MARK: What is shown

  private func text(of place: AuditPlace, of count: Int, _ said: String?) -> String {
    guard let passage = AuditPassage(of: place, in: corpus) else { return "" }
    func lines(_ said: AuditPassage.Said, _ mark: String, marked: Bool) -> String {
      let words = said.pieces.map { marked && $0.isDrawn ? "«\($0.text)»" : $0.text }.joined()
        .replacing("»«", with: "")
      let text = "\(said.speaker): \(words)".split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      return wrapped(visible(text), to: Walk.width - 2).map { "\(mark) \($0)\n" }.joined()
    }
    let own = place.verdicts.first { $0.reviewer == reviewer }
    let before = said ?? own?.verdict.rawValue
    let state = before.map { " · you said \($0)" } ?? ""
    var text = "Place \(place.number) of \(count) · \(passage.position)\(state)\n"
    if let before = passage.before { text += lines(before, " ", marked: false) }
    for turn in passage.turns { text += lines(turn, ">", marked: true) }
    if let after = passage.after { text += lines(after, " ", marked: false) }
    return text + (isBlind ? "\nwhich code belongs here?\n" : "\n" + revealed(place) + "\n")
  }

  /// The code with its definition, when and when not, and the evidence.
  private func revealed(_ place: AuditPlace) -> String {
    guard let index = place.code else {
      return place.isUncoded
        ? "no code of this audit stands here: accept, or recode to the one that should"
        : "the code of this place, \(place.drawn.code), is gone from the codebook"
    }
    let code = corpus.codebook.codes[index]
    var lines = ["\(code.id): \(code.title), by \(place.coder ?? "the rules")"]
    if !code.definition.isEmpty { lines.append(code.definition) }
    lines += code.when.map { "when: \($0)" } + code.notWhen.map { "not when: \($0)" }
    let words = AuditPassage(of: place, in: corpus)?.evidence ?? []
    if !words.isEmpty { lines.append("evidence: \(words.joined(separator: ", "))") }
    return lines.flatMap { wrapped(visible($0), to: Walk.width - 2) }.map { "  \($0)" }
      .joined(separator: "\n")
  }
}
