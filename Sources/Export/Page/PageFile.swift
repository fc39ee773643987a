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
    bytes += head().utf8
    bytes += "<style>".utf8
    bytes += style.utf8
    bytes += "</style>\n</head>\n<body>\n".utf8
    bytes += body.utf8
    if let script {
      bytes += "<script type=\"application/json\" id=\"study\">".utf8
      bytes += data
      bytes += "</script>\n<script>".utf8
      bytes += script.utf8
      bytes += "</script>\n".utf8
    }
    bytes += "</body>\n</html>\n".utf8
    return bytes
  }

  private func head() -> String {
    func source(_ text: String) -> String {
      "'sha256-\(base64(SHA256.digest(of: Array(text.utf8))))'"
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
