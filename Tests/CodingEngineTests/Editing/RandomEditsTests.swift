import Foundation
import Testing

@testable import CodingEngine

/// Random edits of the codebooks that Draad ships with.
@Suite struct `Editing the shipped codebooks` {
  static let books: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Codebooks")
    let all = try? FileManager.default.contentsOfDirectory(
      at: root, includingPropertiesForKeys: nil)
    return (all ?? []).filter {
      $0.pathExtension == "md" && !$0.lastPathComponent.hasPrefix("README")
    }.sorted { $0.path < $1.path }
  }()

  /// Each code's own lines by its id, as a plain look at the file finds them, without the `#` of the
  /// heading and the blank lines at the end.
  static func blocks(_ text: String) -> [String: String] {
    var blocks: [String: String] = [:]
    var id = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#") {
        let rest = line.drop { $0 == "#" }.dropFirst()
        id = String(rest.prefix { $0 != ":" })
        blocks[id] = String(rest)
      } else if !id.isEmpty {
        blocks[id, default: ""] += "\n" + line
      }
    }
    return blocks.mapValues { block in
      String(block.reversed().drop { $0 == "\n" }.reversed())
    }
  }

  @Test(arguments: books) func `leaves every block that is not touched as it was`(book: URL) throws
  {
    var random = SeededGenerator(seed: 7)
    let original = try String(contentsOf: book, encoding: .utf8)
    for round in 0..<(original.utf8.count < 100_000 ? 3 : 1) {
      var text = original
      // Several edits on end: one builds on what the one before made.
      for step in 0..<4 {
        var editor = try CodebookEditor(Array(text.utf8), path: book.lastPathComponent)
        let touched: Set<String>
        do {
          touched = try edit(&editor, &random, "n\(round)-\(step)")
        } catch CodebookEditError.refused {
          continue
        }
        let edited = try editor.read()
        let (before, after) = (
          Self.blocks(text), Self.blocks(String(decoding: editor.after, as: UTF8.self))
        )
        for (id, block) in before where !touched.contains(id) {
          #expect(after[id] == block, "\(editor.said)")
        }
        #expect(edited.codes.count == after.count)
        text = String(decoding: editor.after, as: UTF8.self)
      }
    }
  }

  /// One edit; gives the ids whose blocks may change.
  private func edit(
    _ editor: inout CodebookEditor, _ random: inout SeededGenerator, _ new: String
  ) throws -> Set<String> {
    let ids = editor.book.codes.map(\.id)
    let code = ids[random.below(ids.count)]
    let other = ids[random.below(ids.count)]
    switch random.below(7) {
    case 0: try editor.rename(code.description, to: new, title: nil)
    case 1:
      try editor.move(code.description, to: .last(under: other))
      return []
    case 2:
      try editor.move(code.description, to: .before(other))
      return []
    case 3: try editor.merge([code.description], into: other.description)
    case 4:
      try editor.add(new, title: "Nieuw", at: .after(other))
      return []
    case 5: _ = try editor.delete([code.description])
    default:
      _ = try editor.split(code.description, into: [(new, "Een"), (new + "-b", nil)])
    }
    return [code.description, other.description]
  }

  @Test(arguments: books) func `goes there and back`(book: URL) throws {
    let original = try String(contentsOf: book, encoding: .utf8)
    let read = try CodebookEditor(Array(original.utf8), path: "").book
    let step = read.codes.count / 2
    for code in read.codes.indices.filter({ $0 % step == 1 }).map({ read.codes[$0] }) {
      let siblings = code.parent.map { read.children(of: $0) } ?? read.roots
      guard let index = read.index(of: code.id), let last = siblings.last, index != last,
        let position = siblings.firstIndex(of: index)
      else { continue }
      var there = try CodebookEditor(Array(original.utf8), path: "")
      try there.move(code.id.description, to: .last(under: nil))
      var back = try CodebookEditor(there.after, path: "")
      try back.move(
        code.id.description, to: .before(read.codes[siblings[position + 1]].id))
      #expect(String(decoding: back.after, as: UTF8.self) == original, "\(code.id)")
    }
    let first = try #require(read.codes.first?.id)
    var there = try CodebookEditor(Array(original.utf8), path: "")
    try there.rename(first.description, to: "elders", title: nil)
    var back = try CodebookEditor(there.after, path: "")
    try back.rename("elders", to: first.description, title: nil)
    let renamed = String(decoding: back.after, as: UTF8.self)
    // A code without fields got a blank line too.
    #expect(
      renamed.replacing("\n- was: elders", with: "") == original
        || renamed.replacing("\n\n- was: elders", with: "") == original)
  }
}

extension SeededGenerator {
  fileprivate mutating func below(_ end: Int) -> Int { Int.random(in: 0..<end, using: &self) }
}
