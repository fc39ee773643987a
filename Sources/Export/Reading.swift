public import CodingEngine
import Corpus

/// A transcript to be read and coded from: every turn with its number, and the codes that it has.
public struct Reading: Sendable {
  private let coded: CodedTranscript
  private let turns: Range<Int>
  private let corpus: CodedCorpus
  /// The codings to be shown, by the turn.
  private let codings: [Int: [Shown]]

  private struct Shown {
    let code, turn: Int
    let level: Proposal.Level
    let text: Range<Int>
    let coder: String?
    let isUnseen: Bool
  }

  private var transcript: Transcript { coded.transcript }

  /// Takes up what is to be shown.
  ///
  /// - Parameters:
  ///   - coded: The transcript.
  ///   - range: The bytes of its text whose turns are shown; nil for all.
  ///   - corpus: Whose codebook and coders the codings name.
  ///   - selection: Which codings are shown; nil for none.
  public init(
    of coded: CodedTranscript, in range: Range<Int>?, _ corpus: CodedCorpus, _ selection: Selection?
  ) {
    self.coded = coded
    self.corpus = corpus
    turns = range.map(coded.transcript.turns(in:)) ?? coded.transcript.turns.indices
    guard let selection else {
      codings = [:]
      return
    }
    let coders = corpus.coders.map(selection.includes(coder:))
    let codes = Set(selection.codes.flatMap { [$0] + corpus.codebook.descendants(of: $0) })
    let all =
      coded.codings.map { codings in
        codings.filter { selection.includes($0.origin, $0.status, coders) }.map { coding in
          Shown(
            code: coding.code, turn: coding.turn, level: coding.level, text: coding.span.text,
            coder: corpus.coder(of: coding), isUnseen: coding.isUnseen)
        }
      }
      ?? coded.proposals.filter { _ in selection.includesOpenProposals }.map { proposal in
        Shown(
          code: proposal.code, turn: proposal.turn, level: proposal.level,
          text: proposal.span.text, coder: nil, isUnseen: true)
      }
    codings = Dictionary(
      grouping: all.filter { codes.isEmpty || codes.contains($0.code) }, by: \.turn)
  }

  /// For people: numbers and labels in a column of their own, codes under the turn.
  ///
  /// - Parameter width: Columns of the terminal.
  /// - Returns: Lines that end in LF.
  public func text(width: Int) -> String {
    let digits = String(transcript.turns.count).count
    let labels = transcript.speakers.map { displayWidth(visible($0.label)) }.max() ?? 0
    let margin = digits + labels + 4
    let blank = String(repeating: " ", count: margin)
    var lines: [String] = []
    for index in turns {
      let turn = transcript.turns[index]
      let number = String(index + 1)
      let label = visible(transcript.speakers[turn.speaker].label)
      let head =
        String(repeating: " ", count: digits - number.count) + number + "  " + label
        + String(repeating: " ", count: labels - displayWidth(label) + 2)
      let words = wrapped(visible(transcript.string(turn.text)), to: max(20, width - margin))
      lines += zip([head] + repeatElement(blank, count: words.count - 1), words).map(+)
      for coding in codings[index] ?? [] {
        lines += wrapped(visible(describe(coding)), to: max(20, width - margin - 4))
          .enumerated().map { blank + ($0.offset == 0 ? "  - " : "    ") + $0.element }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func describe(_ coding: Shown) -> String {
    let isWhole = coding.text == transcript.turns[coding.turn].text
    return name(coding) + (coding.coder.map { " (\($0))" } ?? "")
      + (isWhole ? "" : ": “\(transcript.string(coding.text))”")
  }

  private func name(_ coding: Shown) -> String {
    let code = corpus.codebook.codes[coding.code]
    let level = if case .level(let level) = coding.level { " \(code.scale[level].id)" } else { "" }
    return "\(code.id)\(level)\(coding.isUnseen ? " °" : "")"
  }

  /// The columns of the table that are not filled in.
  public static let columns = ["speaker", "role", "words", "codes"]

  /// A row for each turn; its columns `position` and `code` are those that `draad code --from` takes.
  ///
  /// - Parameter language: Of the headings.
  /// - Returns: The table.
  public func table(in language: Language) -> Table {
    func column(_ key: String, _ phrase: Phrase, _ audience: Table.Column.Audience = .everybody)
      -> Table.Column
    {
      Table.Column(key, language.say(phrase), .text, for: audience)
    }
    return Table(
      shape: "reading", title: transcript.id, language: language,
      columns: [
        column("position", .position), column("speaker", .speaker), column("role", .role),
        column("words", .words), column("codes", .codings), column("code", .code, .programs),
      ],
      rows: turns.map { index in
        let turn = transcript.turns[index]
        let speaker = transcript.speakers[turn.speaker]
        let names = (codings[index] ?? []).map(name)
        return Table.Row([
          .text("\(transcript.id):\(index + 1)"), .text(speaker.label),
          speaker.role.map { .text($0) } ?? .blank, .text(transcript.string(turn.text)),
          names.isEmpty ? .blank : .text(names.joined(separator: "; ")), .blank,
        ])
      }, notes: [])
  }
}

extension CodedCorpus {
  fileprivate func coder(of coding: Coding) -> String? {
    guard case .hand(let coder) = coding.origin else { return nil }
    return coders[coder]
  }
}
