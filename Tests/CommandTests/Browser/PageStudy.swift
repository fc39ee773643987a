import Foundation

/// Studies whose report a browser opens, each made once and removed when the tests end.
enum PageStudy {
  /// The shipped study, reported by the built tool into a folder of its own.
  static let shipped = Result {
    try reported(copying: URL(fileURLWithPath: #filePath).ancestor(4).path)
  }

  /// A part of the shipped study on which people have decided.
  static let decided = Task {
    let folder = try TemporaryFolder()
    let root = URL(fileURLWithPath: #filePath).ancestor(4).path
    try FileManager.default.copyItem(atPath: "\(root)/Codebooks", toPath: folder("Codebooks"))
    try folder.makeFolder("Corpus")
    for name in ["FG01.md", "FG02.md", "FG03.md"] {
      try FileManager.default.copyItem(
        atPath: "\(root)/Corpus/\(name)", toPath: folder("Corpus/\(name)"))
    }
    try await Deciding.decide(in: folder)
    return try report(folder)
  }

  /// A study in which every text is an attack.
  static let hostile = Result {
    let folder = try TemporaryFolder()
    try folder.makeFolder("Corpus")
    try folder.makeFolder("Codebooks")
    try folder.write(codebook, to: "Codebooks/kwaad.md")
    try folder.write(transcript, to: "Corpus/X1.md")
    return try report(folder)
  }

  static let attacks = [
    "</script><script>window.hit = 1</script>", "<img src=x onerror=\"window.hit = 2\">",
    "javascript:window.hit=3", "\u{202E}draaiom", "&lt;b&gt;", "<!--", "'\"`${window.hit=4}",
  ]

  private static let codebook = """
    ---
    id: kwaad
    title: "Boek \(attacks[0]) en \(attacks[1].replacing("\"", with: "\\\""))"
    version: 1.0.0
    language: nl
    default: true
    ---

    # aanval: Code \(attacks[0]) \(attacks[3])

    Bepaling met \(attacks[1]) en \(attacks[2]) en \(attacks[5]).

    - when: \(attacks[0])
    - example: Een woord met \(attacks[1]).
    - match: `woord*`
    - color: #AA3377
    """

  private static let transcript = """
    ---
    title: "Gesprek \(attacks[0])"
    status: invented
    location: GeheimeSchool
    __proto__: vervuild
    soort: "\(attacks[2])"
    participants:
      A1: {role: "<img src=x onerror='window.hit = 5'>", names: GeheimeNaam}
      B1: {role: leerkracht}
    ---
    A1: Een woord \(attacks[0]) met daarna \(attacks[1]) en \(attacks[3]). 👩‍👩‍👧 Nog een woord 中.

    B1: Dit woord is \(attacks[4]) en \(attacks[6]) voor iedereen.

    A1: Zonder.
    """

  private static func reported(copying path: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["Corpus", "Codebooks"] {
      try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: folder(name))
    }
    return try report(folder)
  }

  private static func report(_ folder: TemporaryFolder) throws -> TemporaryFolder {
    removeAtExit(folder.path)
    let result = try Tool.run(["report", "--quiet"], in: folder.path)
    guard result.status == 0 else { throw Browser.Trouble(message: result.errors) }
    return folder
  }
}

extension URL {
  /// The folder so many steps above a file.
  fileprivate func ancestor(_ steps: Int) -> URL {
    (0..<steps).reduce(self) { url, _ in url.deletingLastPathComponent() }
  }
}

/// The rows of a CSV file under its keys.
struct Sheet {
  let keys: [String]
  let rows: [[String: String]]

  init(_ text: String) {
    var records: [[String]] = [[]]
    var field: [UInt8] = []
    var isQuoted = false
    var isAfterQuote = false
    let (quote, comma, line) = (UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"))
    for byte in text.utf8 {
      if isQuoted, byte == quote {
        isQuoted = false
        isAfterQuote = true
      } else if isQuoted {
        field.append(byte)
      } else if byte == quote {
        if isAfterQuote { field.append(byte) }
        isQuoted = true
        isAfterQuote = false
      } else if byte == comma || byte == line {
        records[records.count - 1].append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        isAfterQuote = false
        if byte == line { records.append([]) }
      } else {
        field.append(byte)
      }
    }
    let all = records.filter { !$0.isEmpty }
    keys = all.first ?? []
    rows = all.dropFirst().map { [keys] in Dictionary(uniqueKeysWithValues: zip(keys, $0)) }
  }
}
