extension Table {
  /// A name of the key in one transcript.
  public struct PseudonymRow: Sendable, Hashable {
    let transcript: String
    let keyLine: Int
    let replacement: String?
    let replaced, left: [Int]

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - transcript: Its id.
    ///   - keyLine: Where the name stands in the key.
    ///   - replacement: What stands for it.
    ///   - replaced: The lines of the file on which it was replaced.
    ///   - left: The lines on which it may stand in another form.
    public init(
      transcript: String, keyLine: Int, replacement: String?, replaced: [Int], left: [Int]
    ) {
      (self.transcript, self.keyLine, self.replacement) = (transcript, keyLine, replacement)
      (self.replaced, self.left) = (replaced, left)
    }
  }

  /// What was replaced where: never the names themselves.
  public static func pseudonyms(
    _ rows: [PseudonymRow], isDry: Bool, in language: Language
  ) -> Table {
    func lines(_ numbers: [Int]) -> Cell {
      numbers.isEmpty ? .blank : .text(numbers.map(String.init).joined(separator: " "))
    }
    return Table(
      shape: "pseudonyms", title: language.say(isDry ? .wouldBeReplaced : .wereReplaced),
      language: language,
      columns: [
        Column("transcript", language.say(.transcript), .text),
        Column("key_line", language.say(.keyLine), .number),
        Column("replacement", language.say(.replacement), .text),
        Column("count", language.say(.timesReplaced), .number),
        Column("lines", language.say(.onLines), .text),
        Column("left", language.say(.leftOnLines), .text),
      ],
      rows: rows.map { row in
        Row([
          .text(row.transcript), .count(row.keyLine), row.replacement.map { .text($0) } ?? .blank,
          .count(row.replaced.count), lines(row.replaced), lines(row.left),
        ])
      }, notes: [])
  }
}

extension Phrase {
  fileprivate static let wereReplaced = Phrase(
    "Namen die vervangen zijn", "Names that were replaced")
  fileprivate static let wouldBeReplaced = Phrase(
    "Namen die vervangen zouden worden", "Names that would be replaced")
  fileprivate static let keyLine = Phrase("sleutelregel", "key line")
  fileprivate static let replacement = Phrase("vervanging", "replacement")
  fileprivate static let timesReplaced = Phrase("keer", "times")
  fileprivate static let onLines = Phrase("op regels", "on lines")
  fileprivate static let leftOnLines = Phrase("gelaten op regels", "left on lines")
}
