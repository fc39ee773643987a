import CodingEngine
import Corpus

extension PageData {
  /// Each transcript with its speakers, what they say, and the quotations in it.
  func writeConversations(into block: inout DataBlock) {
    // Indices, since to hand on a quotation is to hand on all its words.
    var byTranscript: [String: [Int]] = [:]
    let list = quotations.list
    for index in list.indices { byTranscript[list[index].transcript, default: []].append(index) }
    let codes = talk.codesAndBelow
    var numbers = [Int](repeating: -1, count: talk.codebook.codes.count)
    for (number, code) in codes.enumerated() { numbers[code] = number }
    let hidden = PrivateKeys(talk, showing: quotations.showsPrivate)
    block.array { block in
      for index in talk.transcripts.indices {
        let transcript = talk.transcripts[index].transcript
        block.object { block in
          write(transcript, without: hidden, into: &block)
          block.key("turns")
          writeTurns(of: index, into: &block)
          block.key("places")
          block.beginArray()
          for index in byTranscript[transcript.id, default: []] {
            writeQuotation(at: index, numbers: numbers, into: &block)
          }
          block.endArray()
        }
      }
    }
  }

  private func write(
    _ transcript: Transcript, without hidden: PrivateKeys, into block: inout DataBlock
  ) {
    block.key("id")
    block.value(transcript.id)
    if let title = transcript.details.title {
      block.key("title")
      block.value(title)
    }
    if let date = transcript.details.date {
      block.key("date")
      block.value(date)
    }
    block.key("invented")
    block.value(transcript.details.isInvented ? 1 : 0)
    block.variables(transcript.variables.filter { !hidden.ofTranscripts.contains($0.key) })
    block.key("speakers")
    block.array { block in
      for speaker in transcript.speakers {
        block.object { block in
          block.key("label")
          block.value(speaker.label)
          if let role = speaker.role {
            block.key("role")
            block.value(role)
          }
          block.key("counts")
          block.value(talk.selection.counts(speaker, in: transcript) ? 1 : 0)
          block.variables(speaker.variables.filter { !hidden.ofSpeakers.contains($0.key) })
        }
      }
    }
  }

  /// Speaker, words, number of words, and when it begins where the transcript says so.
  private func writeTurns(of index: Int, into block: inout DataBlock) {
    let transcript = talk.transcripts[index].transcript
    let first = talk.firstTurns[index]
    block.beginArray()
    for (number, turn) in transcript.turns.enumerated() {
      block.beginArray()
      block.value(turn.speaker)
      block.value(transcript.text.span.extracting(turn.text))
      block.value(talk.turns[first + number].words.count)
      if let time = turn.time { block.value(time) }
      block.endArray()
    }
    block.endArray()
  }

  /// Code, turn, start, end, id without its transcript, standing, whether its turn carries the code
  /// in tables, the level or -1, who had a hand in it, then starts and ends of evidence; offsets are
  /// code points.
  private func writeQuotation(
    at index: Int, numbers: [Int], into block: inout DataBlock
  ) {
    let list = quotations.list
    let level = list[index].level.map { id in
      let scale = talk.codebook.codes[list[index].code].scale
      return scale.firstIndex { $0.id == id } ?? scale.count
    }
    let id = list[index].id.utf8
    block.beginArray()
    block.value(numbers[list[index].code])
    block.value(list[index].turn - 1)
    block.value(list[index].inTurn.lowerBound)
    block.value(list[index].inTurn.upperBound)
    block.value(id.span.extracting(droppingFirst: list[index].transcript.utf8.count + 1))
    block.value(Standing.allCases.firstIndex(of: list[index].standing) ?? 0)
    block.value(list[index].counts ? 1 : 0)
    block.value(level ?? -1)
    block.value(people[list[index].people])
    for range in list[index].evidence {
      block.value(range.lowerBound)
      block.value(range.upperBound)
    }
    block.endArray()
  }
}

/// The keys of variables that may not be read; a key is hidden everywhere when it is in one file.
private struct PrivateKeys {
  let ofTranscripts: Set<String>
  let ofSpeakers: Set<String>

  init(_ talk: Talk, showing: Bool) {
    let all = talk.transcripts.map(\.transcript)
    func keys(_ variables: [Variable]) -> Set<String> {
      showing ? [] : Set(variables.filter(\.isPrivate).map(\.key))
    }
    ofTranscripts = keys(all.flatMap(\.variables))
    ofSpeakers = keys(all.flatMap(\.speakers).flatMap(\.variables))
  }
}

extension DataBlock {
  fileprivate mutating func variables(_ variables: [Variable]) {
    guard !variables.isEmpty else { return }
    key("variables")
    object { block in
      for variable in variables {
        block.key(variable.key)
        block.value(variable.value)
      }
    }
  }
}
