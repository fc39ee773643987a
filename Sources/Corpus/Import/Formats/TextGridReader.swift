/// Reads Praat's TextGrid, long and short: a tier for each speaker.
enum TextGridReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    let text = SourceText(source)
    if text.hasError { return Read(nil, text.diagnostics) }
    var grid = TextGrid(text.bytes.span)
    do {
      let tiers = try grid.tiers(text.bytes.span)
      return Read([transcript(tiers)], text.diagnostics)
    } catch {
      let place = position(in: text.bytes.span, of: error.offset)
      let fault = Diagnostic(
        .error, path: source.path, at: place, error.message,
        fix: "open it in Praat and save it again")
      return Read(nil, text.diagnostics + [fault])
    }
  }

  private static func transcript(_ tiers: [TextGrid.Tier]) -> ImportedTranscript {
    var transcript = ImportedTranscript()
    var turns: [(turn: ImportedTurn, tier: Int)] = []
    for (index, tier) in tiers.enumerated() {
      let name = ImportedLabel.tidy(tier.name)
      let isOfSounds = ["phones", "phonemes", "phone"].contains { name.lowercased().hasSuffix($0) }
      if tier.isOfPoints || isOfSounds {
        transcript.losses.add(
          tier.marks.count, tier.isOfPoints ? "point" : "sound", tier.isOfPoints ? nil : "sounds")
        continue
      }
      for mark in tier.marks where mark.text.utf8.contains(where: { $0 > 0x20 }) {
        let turn = ImportedTurn(
          label: name.isEmpty ? nil : name, text: mark.text, start: mark.start, end: mark.end)
        turns.append((turn, index))
      }
    }
    turns.sort { ($0.turn.start ?? 0, $0.tier) < ($1.turn.start ?? 0, $1.tier) }
    transcript.turns = turns.map(\.turn)
    return transcript
  }
}

/// The tokens of a TextGrid: Praat reads free-standing numbers, texts in double quotes and flags in
/// angle brackets, and takes everything else for explanation.
private struct TextGrid {
  struct Fault: Error {
    let message: String
    let offset: Int
  }

  struct Mark {
    let start: Int
    let end: Int?
    let text: String
  }

  struct Tier {
    let name: String
    let isOfPoints: Bool
    var marks: [Mark] = []
  }

  private enum Token {
    case text(String)
    case number(Double)
    case flag
  }

  private var cursor = 0

  init(_ text: borrowing Span<UInt8>) {}

  mutating func tiers(_ text: borrowing Span<UInt8>) throws(Fault) -> [Tier] {
    _ = try self.text(text)
    _ = try self.text(text)
    _ = try number(text)
    _ = try number(text)
    guard case .flag = try token(text) else { throw fault("the grid has no tiers") }
    let count = try number(text)
    var tiers: [Tier] = []
    while Double(tiers.count) < count { tiers.append(try tier(text)) }
    return tiers
  }

  private mutating func tier(_ text: borrowing Span<UInt8>) throws(Fault) -> Tier {
    let kind = try self.text(text)
    guard kind == "IntervalTier" || kind == "TextTier" else {
      throw fault("a tier cannot be of the kind \"\(kind)\"")
    }
    var tier = Tier(name: try self.text(text), isOfPoints: kind == "TextTier")
    _ = try number(text)
    _ = try number(text)
    let count = try number(text)
    while Double(tier.marks.count) < count {
      let start = milliseconds(try number(text))
      let end = tier.isOfPoints ? nil : milliseconds(try number(text))
      tier.marks.append(Mark(start: start, end: end, text: try self.text(text)))
    }
    return tier
  }

  private func milliseconds(_ seconds: Double) -> Int {
    let value = (seconds * 1000).rounded()
    return value.magnitude < 1e15 ? Int(value) : -1
  }

  // MARK: Tokens

  private mutating func text(_ bytes: borrowing Span<UInt8>) throws(Fault) -> String {
    guard case .text(let text) = try token(bytes) else { throw fault("a text should stand here") }
    return text
  }

  private mutating func number(_ bytes: borrowing Span<UInt8>) throws(Fault) -> Double {
    guard case .number(let number) = try token(bytes) else {
      throw fault("a number should stand here")
    }
    return number
  }

  private mutating func token(_ bytes: borrowing Span<UInt8>) throws(Fault) -> Token {
    while cursor < bytes.count {
      let byte = bytes[cursor]
      switch byte {
      case 0x20, 0x09, 0x0A: cursor += 1
      case UInt8(ascii: "!"):
        while cursor < bytes.count, bytes[cursor] != 0x0A { cursor += 1 }
      case UInt8(ascii: "\""): return .text(try quoted(bytes))
      default:
        let first = cursor
        repeat { cursor += 1 } while cursor < bytes.count && bytes[cursor] > 0x20
        if byte == UInt8(ascii: "<") { return .flag }
        if byte &- 0x30 < 10 || byte == UInt8(ascii: "-"),
          let number = Double(string(bytes, first..<cursor)), number.isFinite
        {
          return .number(number)
        }
      }
    }
    throw fault("the file ends too early")
  }

  private mutating func quoted(_ bytes: borrowing Span<UInt8>) throws(Fault) -> String {
    let start = cursor
    var text: [UInt8] = []
    cursor += 1
    while cursor < bytes.count {
      if bytes[cursor] == UInt8(ascii: "\"") {
        cursor += 1
        guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "\"") else {
          return String(decoding: text, as: UTF8.self)
        }
      }
      text.append(bytes[cursor])
      cursor += 1
    }
    throw Fault(message: "this text is never closed", offset: start)
  }

  private func fault(_ message: String) -> Fault { Fault(message: message, offset: cursor) }
}
