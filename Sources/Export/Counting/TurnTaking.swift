import CodingEngine
import Corpus

extension Talk {
  /// Who speaks after whom: for each transcript, how often a turn of one speaker is followed at once
  /// by a turn of another.
  ///
  /// Turns without a word are passed over, and two turns in a row of one speaker are no change.
  /// Moderators are in it, since a conversation without them has gaps.
  ///
  /// - Parameter language: Of the headings.
  /// - Returns: A row for each pair that occurs, in the order of the transcript's speakers.
  func turnTaking(in language: Language) -> Table {
    Table(
      shape: "turn-taking", title: language.say(.turnTaking), language: language,
      columns: [
        Table.Column("transcript", language.say(.transcript), .text),
        Table.Column("speaker", language.say(.speaker), .text),
        Table.Column("role", language.say(.role), .text),
        Table.Column("next_speaker", language.say(.nextSpeaker), .text),
        Table.Column("next_role", language.say(.nextRole), .text),
        Table.Column("times", language.say(.times), .number),
      ],
      rows: transcripts.indices.flatMap(turnTakingRows),
      notes: notes(in: language, about: [.turnTakingNote]))
  }

  private func turnTakingRows(_ index: Int) -> [Table.Row] {
    let speakers = transcripts[index].transcript.speakers
    let spoken = turns[turns(of: index)].filter { !$0.words.isEmpty }.map(\.speaker)
    var times = [Int](repeating: 0, count: speakers.count * speakers.count)
    for (one, next) in zip(spoken, spoken.dropFirst()) where one != next {
      times[one * speakers.count + next] += 1
    }
    return times.indices.filter { times[$0] > 0 }.map { pair in
      let (one, next) = pair.quotientAndRemainder(dividingBy: speakers.count)
      return Table.Row([
        .text(transcripts[index].transcript.id),
        .text(speakers[one].label), speakers[one].role.map { .text($0) } ?? .blank,
        .text(speakers[next].label), speakers[next].role.map { .text($0) } ?? .blank,
        .count(times[pair]),
      ])
    }
  }
}
