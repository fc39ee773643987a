import CodingEngine
import Corpus

extension Talk {
  /// A row for each transcript: when, who, and how much they say.
  ///
  /// Turns are those with at least one word, as in every table; moderators are among the labels, and
  /// in the numbers only when the selection includes them. CSV and JSON have the variables of the
  /// transcripts as well, private ones only when they may be read.
  public func transcriptSummary(showingPrivate: Bool = false, in language: Language) -> Table {
    let wholes = wholes(transcripts.count) { turns[$0].transcript }
    let keys = variableKeys(
      transcripts.lazy.map(\.transcript.variables), showingPrivate: showingPrivate)
    let allDeclared = transcripts.allSatisfy { $0.transcript.speakers.allSatisfy(\.isDeclared) }
    var rows = transcripts.indices.map { index in
      let transcript = transcripts[index].transcript
      var cells: [Table.Cell] = [
        .text(transcript.id),
        transcript.details.date.map { .text($0) } ?? .blank,
        .text(transcript.speakers.map(\.label).joined(separator: ", ")),
        .text(roles(of: transcript, in: language)),
        .text(transcript.speakers.filter { !$0.isDeclared }.map(\.label).joined(separator: ", ")),
      ]
      cells += numbers(wholes[index])
      appendVariables(transcript.variables, at: keys, to: &cells)
      return Table.Row(cells)
    }
    rows.append(
      Table.Row(
        [.label(.total), .blank, .blank, .blank, .blank] + numbers(whole)
          + keys.map { _ in .blank }))
    return Table(
      shape: "transcripts", title: language.say(.transcriptsTitle), language: language,
      columns: [
        Table.Column("transcript", language.say(.transcript), .text),
        Table.Column("date", language.say(.date), .text),
        Table.Column("labels", language.say(.labels), .text),
        Table.Column("roles", language.say(.roles), .text),
        Table.Column(
          "undeclared", language.say(.undeclared), .text, for: allDeclared ? .programs : .everybody),
        Table.Column("participants", language.say(people), .number),
        Table.Column("turns", language.say(.turns), .number),
        Table.Column("sentences", language.say(.sentences), .number),
        Table.Column("words", language.say(.words), .share),
      ] + keys.map { Table.Column("transcript_\($0)", $0, .text, for: .programs) },
      rows: rows, notes: notes(in: language, about: [.whole(whole, people)]))
  }

  /// A row for each speaker of each transcript, with their share of its talk.
  ///
  /// Moderators are listed with what they say, and have a share only when the selection includes
  /// them.
  public func speakerSummary(in language: Language) -> Table {
    Table(
      shape: "speakers", title: language.say(.speakersTitle), language: language,
      columns: [
        Table.Column("transcript", language.say(.transcript), .text),
        Table.Column("speaker", language.say(.speaker), .text),
        Table.Column("role", language.say(.role), .text),
        Table.Column("person", language.say(.person), .text),
        Table.Column("declared", language.say(.declared), .text),
        Table.Column("turns", language.say(.turns), .number),
        Table.Column("words", language.say(.words), .share),
        Table.Column("longest_turn", language.say(.longestTurn), .number),
      ],
      rows: transcripts.indices.flatMap(speakerRows),
      notes: notes(in: language, about: [.shareOfTranscript, .longestInWords]))
  }

  private func numbers(_ counts: Counts) -> [Table.Cell] {
    [
      .count(counts.participants), .count(counts.turns), .count(counts.sentences),
      .share(part: counts.words, whole: whole.words),
    ]
  }

  /// The roles of those who count, each with how many have it: `leerkracht 2, intern begeleider 1`.
  private func roles(of transcript: Transcript, in language: Language) -> String {
    var counts: [String: Int] = [:]
    for speaker in transcript.speakers where selection.counts(speaker, in: transcript) {
      counts[speaker.role ?? language.say(.notGiven), default: 0] += 1
    }
    return counts.sorted { precedes($0.key, $1.key) }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }

  private func speakerRows(_ index: Int) -> [Table.Row] {
    let transcript = transcripts[index].transcript
    let spoken = turns[turns(of: index)].filter { !$0.words.isEmpty }
    let talk = spoken.reduce(0) { $0 + ($1.counts ? $1.words.count : 0) }
    return transcript.speakers.indices.compactMap { number in
      let speaker = transcript.speakers[number]
      let counts = selection.counts(speaker, in: transcript)
      guard counts || speaker.isModerator else { return nil }
      let own = spoken.filter { $0.speaker == number }
      let words = own.reduce(0) { $0 + $1.words.count }
      return Table.Row([
        .text(transcript.id), .text(speaker.label),
        speaker.role.map { .text($0) } ?? .blank, speaker.person.map { .text($0) } ?? .blank,
        .label(speaker.isDeclared ? .yes : .no), .count(own.count),
        counts ? .share(part: words, whole: talk) : .count(words),
        .count(own.reduce(0) { max($0, $1.words.count) }),
      ])
    }
  }
}
