/// Reads HTML, as browsers and word processors write it.
enum HTMLReader {
  /// Reads a file of one conversation.
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    let text = SourceText(withDeclaredEncoding(source))
    guard !text.hasError else { return Read(nil, text.diagnostics) }
    var body = HTMLBody(text.bytes)
    var document = body.read()
    document.diagnostics = text.diagnostics
    return DocumentTurns.read(document, of: source)
  }

  /// With the encoding that the file names in its head, if it is no UTF-8 and the user names none.
  private static func withDeclaredEncoding(_ source: ImportSource) -> ImportSource {
    guard source.options.encoding == nil,
      String(validating: source.bytes, as: UTF8.self) == nil,
      !source.bytes.starts(with: [0xFF, 0xFE]), !source.bytes.starts(with: [0xFE, 0xFF])
    else { return source }
    let head = String(decoding: source.bytes.prefix(4096), as: UTF8.self).lowercased()
    guard let key = head.firstRange(of: "charset=") else { return source }
    let name = head[key.upperBound...].drop { "\"' ".contains($0) }
      .prefix { !"\"' ;/>".contains($0) }
    guard let encoding = TextEncoding(named: String(name)), encoding != .utf8 else { return source }
    var options = source.options
    // Bytes 0x80 to 0x9F are controls in Latin-1, and in practice the signs of Windows-1252.
    options.encoding = encoding == .latin1 ? .windows1252 : encoding
    return ImportSource(source.bytes, path: source.path, options: options)
  }
}
