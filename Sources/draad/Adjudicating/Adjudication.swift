import CodingEngine
import Corpus
import Export
import Review

/// Coders who go through the units on which they differ, and what they agree on under a name of its
/// own.
struct Adjudication {
  let comparison: CoderComparison
  private let options: Options
  private let identity: CoderIdentity
  /// The codes in view, as the log names them; empty for all.
  private let codes: [String]
  /// Units that have been agreed on.
  private(set) var settled: Set<Int> = []
  /// What was answered to each unit in this session, and what was written for it: another answer
  /// takes its place.
  private var answers: [Int: [AgreedCoding]] = [:]
  private var made: Set<AgreedCoding> = []
  /// All units on which the coders differ.
  let differing: [DifferingUnit]

  init(_ study: Study, _ options: Options) async throws {
    self.options = options
    if options.values(of: .coders).isEmpty {
      throw Failure(
        "it is not known whose codings are compared", fix: "write --coders first,second")
    }
    comparison = try await study.comparison(options)
    identity = try CoderIdentity(options.value(of: .agreedAs) ?? "consensus", from: "--as")
    let book = comparison.codebook
    codes = study.selection.codes.map { "\(book.id):\(book.codes[$0].id)" }
    differing = comparison.differingUnits()
    let name = identity.coder.name
    if comparison.raters.contains(.engine) {
      throw Failure("what the rules propose is judged with draad audit", fix: "name two people")
    }
    if comparison.raters.contains(.person(name)) {
      throw Failure(
        "\(name) is one of the coders, and what they agree on needs a name of its own",
        fix: "give it with --as")
    }
    findSettled(study)
  }

  /// Those that are left, in the order of the text.
  var open: [DifferingUnit] { differing.filter { !settled.contains($0.unit) } }

  private mutating func findSettled(_ study: Study) {
    let names = comparison.codebook.namesInLog()
    for (index, coded) in comparison.transcripts.enumerated() {
      let ranges = study.state.settled(
        by: identity.coder.name, in: coded.transcript, study.log)
      if ranges.isEmpty { continue }
      for unit in differing where unit.text.transcript == index {
        let isSettled = ranges.contains { range, codes in
          let inView = Set(
            codes.compactMap { names[$0] }.flatMap { code in
              [code] + Array(comparison.codebook.descendants(of: code))
            })
          return unit.text.range.map { $0.clamped(to: range) == $0 } == true
            && (codes.isEmpty || inView.isSuperset(of: unit.codes))
        }
        if isSettled { settled.insert(unit.unit) }
      }
    }
  }
}

// Writing
extension Adjudication {
  /// Writes what the coders agreed on without a word: all codes of units on which they do not differ.
  ///
  /// - Returns: How many codings are new.
  mutating func recordCommonGround() throws -> Int {
    let differs = Set(differing.map(\.unit))
    let units = comparison.units.places.indices.filter { index in
      !differs.contains(index)
        && comparison.units.codes(of: index, by: 0)?.isDisjoint(with: comparison.codes) == false
    }
    let shared = zip(units, comparison.texts(of: units)).compactMap { index, text in
      placed(index, text).map {
        (index, text, comparison.parallel.settlements(ofAllOn: $0, codes: comparison.codes))
      }
    }
    return try record(shared, settling: false, "what they agree on")
  }

  /// Writes what was agreed on some units, as one line of the log: it takes the place of what was
  /// said of them before in this session.
  mutating func record(_ agreed: [(unit: DifferingUnit, codes: [Settlement])]) throws {
    settled.formUnion(agreed.map(\.unit.unit))
    let places = agreed.map(\.unit.text.position)
    _ = try record(
      agreed.map { ($0.unit.unit, $0.unit.text, $0.codes) }, settling: true,
      places.count == 1 ? places[0] : "\(places.count) units")
  }

  private mutating func record(
    _ agreed: [(unit: Int, text: UnitText, codes: [Settlement])], settling: Bool, _ what: String
  ) throws -> Int {
    let desk = try Desk(options, as: identity)
    let names = comparison.raters.map(\.name)
    var entry = LogEntry(
      command: "adjudicate \(names.joined(separator: ",")): \(what)", codebook: desk.codebook)
    entry.shown = names
    var known = AgreedCodings(at: desk, in: comparison.transcripts.map(\.transcript))
    var new: Set<AgreedCoding> = []
    for (unit, text, codes) in agreed {
      let wanted = codes.flatMap { self.codings($0, text.transcript, desk) }
      if answers.updateValue(wanted, forKey: unit) == wanted { continue }
      let transcript = comparison.transcripts[text.transcript].transcript
      for coding in wanted where known.find(coding) == nil && new.insert(coding).inserted {
        entry.code(
          coding.code, level: coding.level, coding.words, in: transcript, knowing: desk.state)
      }
      if settling, let range = text.range {
        entry.settle(range, codes: self.codes, in: transcript, knowing: desk.state)
      }
    }
    let outdated = made.subtracting(answers.values.joined())
    for coding in outdated.compactMap({ known.find($0) }).sorted(by: { $0.id < $1.id }) {
      entry.uncode(coding, in: desk.log)
    }
    made = made.subtracting(outdated).union(new)
    sayDone(in: &entry, desk.state)
    if !entry.isEmpty { try desk.writer.append(entry) }
    return new.count
  }

  private func codings(
    _ agreed: Settlement, _ transcript: Int, _ desk: Desk
  ) -> [AgreedCoding] {
    let level = agreed.level.map { comparison.codebook.codes[agreed.code].scale[$0].id }
    return agreed.words.map { words in
      AgreedCoding(
        code: desk.name(agreed.code), level: level, transcript: transcript, words: words)
    }
  }

  /// Calls those transcripts done in which nothing is left.
  private func sayDone(in entry: inout LogEntry, _ state: LogState) {
    let left = Set(open.map(\.text.transcript))
    for (index, coded) in comparison.transcripts.enumerated() where !left.contains(index) {
      let isSaid = state.done.contains {
        $0.coder == identity.coder.name && $0.transcript == coded.transcript.id
          && ($0.codes.isEmpty || $0.codes == codes)
      }
      if !isSaid { entry.done(coded.transcript.id, codes: codes) }
    }
  }

  /// A unit with its words; nil for a whole transcript.
  func placed(_ unit: Int, _ text: UnitText) -> ParallelCodings.PlacedUnit? {
    text.range.map { ParallelCodings.PlacedUnit(comparison.units.places[unit], $0) }
  }
}
