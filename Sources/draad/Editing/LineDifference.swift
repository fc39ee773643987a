/// The lines of a file that another version of it lacks, and the other way round.
struct LineDifference {
  private enum Line {
    case same(String)
    case removed(String)
    case added(String)

    var isSame: Bool { if case .same = self { true } else { false } }
  }

  private var lines: [Line] = []

  init(_ old: [UInt8], _ new: [UInt8]) {
    let (old, new) = (Self.lines(of: old), Self.lines(of: new))
    let changes = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        lines.append(.removed(old[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(.added(new[right]))
        right += 1
      } else {
        lines.append(.same(old[left]))
        (left, right) = (left + 1, right + 1)
      }
    }
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map(String.init)
  }

  /// What changed, with two lines around it, as `diff -u` marks it.
  func text(of path: String) -> [String] {
    var shown: Set<Int> = []
    for (index, line) in lines.enumerated() where !line.isSame {
      shown.formUnion(max(0, index - 2)...min(lines.count - 1, index + 2))
    }
    var text = ["--- \(path)", "+++ \(path)"]
    var last = -1
    var (old, new) = (0, 0)
    for (index, line) in lines.enumerated() {
      if shown.contains(index), last != index - 1 || index == 0 {
        text.append("@@ -\(old + 1) +\(new + 1) @@")
      }
      if shown.contains(index) { last = index }
      let isShown = shown.contains(index)
      switch line {
      case .same(let words):
        if isShown { text.append(" \(words)") }
        (old, new) = (old + 1, new + 1)
      case .removed(let words):
        text.append("-\(words)")
        old += 1
      case .added(let words):
        text.append("+\(words)")
        new += 1
      }
    }
    return text
  }
}
