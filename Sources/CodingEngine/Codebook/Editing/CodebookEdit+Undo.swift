import SHA2

extension LogEntry {
  /// Notes a change to a codebook's file, with what is needed to take it back.
  ///
  /// - Parameters:
  ///   - kind: `rename`, `move`, `merge`, `split`, `delete`, `add` or `adopt`.
  ///   - codes: Their ids, as they were.
  ///   - editor: After the edit.
  public mutating func edit(_ kind: String, _ codes: [String], by editor: CodebookEditor) {
    let (old, new) = (editor.before, editor.after)
    func isInside(_ bytes: [UInt8], _ index: Int) -> Bool {
      index < bytes.count && bytes[index] & 0xC0 == 0x80
    }
    var start = zip(old, new).prefix { $0 == $1 }.count
    while isInside(old, start) || isInside(new, start) { start -= 1 }
    let most = min(old.count, new.count) - start
    var end = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    while isInside(old, old.count - end) || isInside(new, new.count - end) { end -= 1 }
    add(
      .edit(
        CodebookEdit(
          kind: kind, book: editor.book.id, codes: codes, sha256: editor.book.digest, at: start,
          old: String(decoding: old[start..<old.count - end], as: UTF8.self),
          new: String(decoding: new[start..<new.count - end], as: UTF8.self))))
  }
}

extension UndoableLine {
  /// The id of the codebook whose file the line changed; nil when it changed none.
  public var editedBook: String? { edits.first?.book }

  /// A codebook's file as it was before the line.
  ///
  /// - Parameter file: As it is now.
  /// - Returns: Nil when it has been edited since.
  public func undo(in file: [UInt8]) -> [UInt8]? {
    edits.reversed().reduce(file) { file, edit in file.flatMap(edit.undo) }
  }

  /// A codebook's file as it was after the line.
  ///
  /// - Parameter file: As it is now.
  /// - Returns: Nil when it has been edited since.
  public func redo(in file: [UInt8]) -> [UInt8]? {
    edits.reduce(file) { file, edit in file.flatMap(edit.redo) }
  }
}

extension CodebookEdit {
  func undo(in file: [UInt8]) -> [UInt8]? {
    // The file may have been put back by other means, as by git.
    if SHA256.hexDigest(of: file) == sha256 { return file }
    guard let before = replace(new, by: old, in: file), SHA256.hexDigest(of: before) == sha256
    else { return nil }
    return before
  }

  func redo(in file: [UInt8]) -> [UInt8]? {
    if SHA256.hexDigest(of: file) == sha256 { return replace(old, by: new, in: file) }
    // Whoever took it back may have been stopped before the file was changed.
    return undo(in: file) == nil ? nil : file
  }

  private func replace(_ some: String, by other: String, in file: [UInt8]) -> [UInt8]? {
    guard at >= 0, at <= file.count, file[at...].starts(with: some.utf8) else { return nil }
    return file[..<at] + Array(other.utf8) + file[(at + some.utf8.count)...]
  }
}
