/// A format that transcripts come in.
public enum ImportFormat: String, Sendable, Hashable, CaseIterable {
  case vtt, srt, text, table, json, chat, textgrid, docx, odt, html, rtf, eaf, trs, pdf

  /// As people call it.
  public var name: String {
    switch self {
    case .vtt: "WebVTT"
    case .srt: "SubRip"
    case .text: "plain text"
    case .table: "table"
    case .json: "JSON of a recogniser"
    case .chat: "CHAT"
    case .textgrid: "Praat TextGrid"
    case .docx: "Word"
    case .odt: "OpenDocument"
    case .html: "HTML"
    case .rtf: "RTF"
    case .eaf: "ELAN"
    case .trs: "Transcriber"
    case .pdf: "PDF"
    }
  }

  /// Reads all conversations in a file of this format.
  ///
  /// - Returns: Conversations in the order of the file, and every fault found.
  public func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    switch self {
    case .vtt: VTTReader.read(source)
    case .srt: SRTReader.read(source)
    case .text: PlainTextReader.read(source)
    case .table: TableReader.read(source)
    case .json: RecogniserReader.read(source)
    case .chat: CHATReader.read(source)
    case .textgrid: TextGridReader.read(source)
    case .docx: DOCXReader.read(source)
    case .odt: ODTReader.read(source)
    case .html: HTMLReader.read(source)
    case .rtf: RTFReader.read(source)
    case .eaf: EAFReader.read(source)
    case .trs: TRSReader.read(source)
    case .pdf: PDFReader.read(source)
    }
  }
}
