import Corpus

extension CodeReader {
  mutating func readIDs(_ text: PlacedText) -> [(id: CodeID, position: FilePosition)] {
    parts(of: text, at: UInt8(ascii: ",")).compactMap { range in
      let id = text.string(range)
      let position = text.position(at: range.lowerBound)
      guard CodeID.isWellFormed(id) else {
        fail(
          position, id.isEmpty ? "an id is missing here" : "\"\(id)\" is no id",
          fix: CodeID.advice(for: id))
        return nil
      }
      return (CodeID(id), position)
    }
  }

  mutating func readColor(_ text: PlacedText) -> String? {
    let color = text.string
    let digits = color.utf8.dropFirst()
    if color.hasPrefix("#"), digits.count == 6, digits.allSatisfy(Self.isHexadecimal) {
      return color
    }
    fail(text.position(at: 0), "\"\(color)\" is no color", fix: "write for example #0B6E4F")
    return nil
  }

  mutating func readGUID(_ text: PlacedText) -> String? {
    let groups = text.string.utf8.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    if groups.map(\.count) == [8, 4, 4, 4, 12],
      groups.allSatisfy({ $0.allSatisfy(Self.isHexadecimal) })
    {
      return text.string
    }
    fail(
      text.position(at: 0), "\"\(text.string)\" is no guid",
      fix: "write it as in the REFI-QDA file, or take it out")
    return nil
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}
