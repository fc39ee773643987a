import SHA2

/// One HTML file that works from a disk: style, and script and data if it has them, stand in it.
///
/// A policy in its head forbids every request, and every script but its own.
struct PageFile {
  let language: Language
  let title: String
  let style: String
  var script: String?

  /// The whole file.
  ///
  /// - Parameters:
  ///   - body: What stands on the page before any script: HTML.
  ///   - data: For the script, which finds it under the id `study`: JSON in which every `<` is escaped.
  /// - Returns: UTF-8.
  func html(body: String, data: [UInt8] = []) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(head())
    bytes.append("<style>")
    bytes.append(style)
    bytes.append("</style>\n</head>\n<body>\n")
    bytes.append(body)
    if let script {
      bytes.append("<script type=\"application/json\" id=\"study\">")
      bytes += data
      bytes.append("</script>\n<script>")
      bytes.append(script)
      bytes.append("</script>\n")
    }
    bytes.append("</body>\n</html>\n")
    return bytes
  }

  private func head() -> String {
    func source(_ text: String) -> String {
      let utf8 = text.utf8
      return "'sha256-\(base64(SHA256.digest(of: utf8.span)))'"
    }
    let policy = [
      "default-src 'none'", "style-src \(source(style))", script.map { "script-src \(source($0))" },
      "img-src data:", "base-uri 'none'", "form-action 'none'",
    ].compactMap(\.self).joined(separator: "; ")
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <link rel="icon" href="data:,">
      <title>\(HTML.escaped(title))</title>

      """
  }
}
