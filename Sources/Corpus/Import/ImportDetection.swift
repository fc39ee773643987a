/// Which format a file has, and what shows it.
public struct ImportDetection: Sendable, Hashable {
  /// Nil when it is none that can be read.
  public let format: ImportFormat?
  /// What shows it, as the end of a sentence: `it begins with WEBVTT`.
  public let reason: String
  /// What to do when it cannot be read.
  public let fix: String?

  /// Whether it is a document that another program can turn into one that can be read.
  public var isDocument: Bool { reason.contains("Word") || reason.contains("XML") }

  init(_ format: ImportFormat?, _ reason: String, fix: String? = nil) {
    self.format = format
    self.reason = reason
    self.fix = fix
  }

  /// Looks at the content first, then at the ending of the file's name.
  ///
  /// - Complexity: O(1): only the first bytes are looked at.
  public init(_ bytes: [UInt8], path: String) {
    let ending = Self.ending(path)
    if let found = Self.signature(bytes, ending) {
      self = found
      return
    }
    let head = Self.head(bytes)
    if let found = Self.markup(head) ?? Self.structure(head, ending) {
      self = found
      return
    }
    self = Self.named(ending) ?? Self.look(bytes, head)
  }

  private static func ending(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let name, let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(name[name.utf8.index(after: dot)...]).lowercased()
  }

  // MARK: Bytes

  private static func signature(_ bytes: [UInt8], _ ending: String) -> ImportDetection? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return zip(bytes, ending)
    }
    if bytes.starts(with: "%PDF-".utf8) { return .init(.pdf, "it begins with %PDF") }
    if bytes.starts(with: "{\\rtf".utf8) { return .init(.rtf, "it begins with {\\rtf") }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .init(
        nil, "it is a Word file of before 2007", fix: "save it as .docx in Word or LibreOffice")
    }
    let audio: [([UInt8], Int)] = [
      (Array("ID3".utf8), 0), ([0xFF, 0xFB], 0), (Array("RIFF".utf8), 0), (Array("OggS".utf8), 0),
      (Array("fLaC".utf8), 0), (Array("ftyp".utf8), 4),
    ]
    if audio.contains(where: { bytes.dropFirst($0.1).starts(with: $0.0) }) {
      return .init(nil, "it is a recording", fix: "have it transcribed first")
    }
    return nil
  }

  private static func zip(_ bytes: [UInt8], _ ending: String) -> ImportDetection {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if head.contains("application/vnd.oasis.opendocument.text") {
      return .init(.odt, "it is a zip that says it is OpenDocument text")
    }
    if head.contains("word/") || head.contains("[Content_Types].xml") && ending != "xlsx" {
      return .init(.docx, "it is a zip as Word makes it")
    }
    switch ending {
    case "odt": return .init(.odt, "it is a zip, and its name ends in .odt")
    case "docx", "docm": return .init(.docx, "it is a zip, and its name ends in .\(ending)")
    case "xlsx", "ods":
      return .init(nil, "it is a spreadsheet", fix: "save the sheet as CSV")
    default: return .init(nil, "it is a zip", fix: "unpack it, and import what is in it")
    }
  }

  // MARK: Text

  /// The first characters, whatever the encoding, without BOM and blanks.
  private static func head(_ bytes: [UInt8]) -> String {
    var sample = Array(bytes.prefix(8192))
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { sample.removeFirst(3) }
    if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF])
      || sample.prefix(64).count(where: { $0 == 0 }) * 3 > min(sample.count, 64)
    {
      sample = sample.filter { $0 != 0 && $0 != 0xFF && $0 != 0xFE }
    }
    // A BOM that was encoded twice.
    if sample.starts(with: [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF]) { sample.removeFirst(6) }
    let start = sample.firstIndex { $0 > 0x20 } ?? sample.count
    return String(decoding: sample[start...], as: UTF8.self)
  }

  private static func markup(_ head: String) -> ImportDetection? {
    guard head.hasPrefix("<") else { return nil }
    let small = head.prefix(2000).lowercased()
    if small.contains("<annotation_document") {
      return .init(.eaf, "it holds an ANNOTATION_DOCUMENT")
    }
    if small.contains("<trans ") || small.contains("trans-14.dtd")
      || small.contains("<!doctype trans")
    {
      return .init(.trs, "it holds a Trans element")
    }
    for tag in ["<!doctype html", "<html", "<body", "<p>", "<p ", "<div", "<head", "<table"]
    where small.contains(tag) {
      return .init(.html, "it holds \(tag)")
    }
    if small.hasPrefix("<?xml") {
      return .init(
        nil, "it is XML of a kind that Draad does not know", fix: "export it as text, table or Word"
      )
    }
    return nil
  }

  private static func structure(_ head: String, _ ending: String) -> ImportDetection? {
    if head.hasPrefix("WEBVTT") { return .init(.vtt, "it begins with WEBVTT") }
    for word in ["@UTF8", "@Begin", "@Font:", "@PID:"] where head.hasPrefix(word) {
      return .init(.chat, "it begins with \(word)")
    }
    if head.hasPrefix("File type = \"ooTextFile\"") || head.hasPrefix("\"ooTextFile\"") {
      return .init(.textgrid, "it begins with ooTextFile")
    }
    if head.hasPrefix("{") || head.hasPrefix("[") {
      let next = head.dropFirst().first { !$0.isWhitespace }
      let signs: [Character] = head.hasPrefix("{") ? ["\"", "}"] : ["{", "]", "["]
      if let next, signs.contains(next) { return .init(.json, "it begins with \(head.prefix(1))") }
    }
    let lines = head.split(separator: "\n", maxSplits: 4, omittingEmptySubsequences: true)
    let isTimed = lines.prefix(2).contains { line in
      let bytes = Array(line.utf8)
      return line.contains("-->") && CueTime(bytes.span, at: 0, end: bytes.count) != nil
    }
    if isTimed { return .init(.srt, "its first lines hold times with -->") }
    return ending == "csv" || ending == "tsv" || ending == "tab" ? nil : tableHead(lines.first)
  }

  /// A first line that names columns for a speaker or times, and words.
  private static func tableHead(_ line: Substring?) -> ImportDetection? {
    guard let line else { return nil }
    for separator in ["\t", ";", ","] as [Character] {
      let names = line.split(separator: separator, omittingEmptySubsequences: false)
        .map { TableColumn.key(String($0)) }
      let others: [TableColumn] = [.speaker, .start, .end]
      let holdsWords = names.contains { TableColumn.text.usualNames.contains($0) }
      let holdsOthers = names.contains { name in others.contains { $0.usualNames.contains(name) } }
      if names.count > 1, names.count < 40, holdsWords, holdsOthers {
        return .init(.table, "its first line names columns")
      }
    }
    return nil
  }

  private static func named(_ ending: String) -> ImportDetection? {
    let format: ImportFormat? =
      switch ending {
      case "vtt": .vtt
      case "srt": .srt
      case "csv", "tsv", "tab": .table
      case "json", "otr": .json
      case "cha": .chat
      case "textgrid": .textgrid
      case "docx", "docm": .docx
      case "odt": .odt
      case "html", "htm", "xhtml": .html
      case "rtf": .rtf
      case "eaf": .eaf
      case "trs": .trs
      case "pdf": .pdf
      case "txt", "md", "markdown", "text": .text
      default: nil
      }
    return format.map { .init($0, "its name ends in .\(ending)") }
  }

  /// What has no telling name: text, unless it holds bytes that no text has.
  private static func look(_ bytes: [UInt8], _ head: String) -> ImportDetection {
    let controls = head.utf8.prefix(4096).count { $0 < 9 || (14...31).contains($0) }
    if controls > 8 {
      return .init(nil, "it is no text", fix: "export it as text, table or Word")
    }
    return .init(.text, bytes.isEmpty ? "it is empty" : "it is text without any other mark")
  }
}
