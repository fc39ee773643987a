/// What one speaker says under one label.
public struct Turn: Sendable, Hashable {
  /// An index into the transcript's `speakers`.
  public var speaker: Int { Int(speakerIndex) }
  /// The words, after label, time stamp and blanks, up to the blanks before the next label: UTF-8
  /// byte offsets into the transcript's text, half-open.
  public var text: Range<Int> { Int(textStart)..<Int(textEnd) }
  /// Where the label's line begins: a UTF-8 byte offset into the transcript's text.
  public var start: Int { Int(lineStart) }
  /// When it begins, in milliseconds from the start of the recording.
  public var time: Int? { milliseconds == UInt32.max ? nil : Int(milliseconds) }

  private let speakerIndex, lineStart, textStart, textEnd, milliseconds: UInt32

  init(speaker: Int, start: Int, text: Range<Int>, time: Int?) {
    speakerIndex = UInt32(speaker)
    lineStart = UInt32(start)
    textStart = UInt32(text.lowerBound)
    textEnd = UInt32(text.upperBound)
    milliseconds = time.map { UInt32(clamping: $0) } ?? .max
  }
}
