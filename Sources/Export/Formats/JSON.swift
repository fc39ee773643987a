extension Table {
  /// The table as one JSON object: a header, title, notes and columns, and an object for each row.
  ///
  /// Keys keep the order of the columns; numbers are unrounded; what is undefined is `null`.
  public func json() -> String {
    var writer = JSONWriter()
    writer.object(tall: true) { writer in
      writer.header(shape: shape)
      writer.key("title")
      writer.value(title)
      writer.notes(notes)
      let (keys, shown) = (keys, programColumns)
      writer.key("columns")
      writer.array { writer in
        for key in keys { writer.value(key) }
      }
      writer.key("rows")
      writer.array(tall: true) { writer in
        for row in rows where !row.isHeading {
          writer.object { writer in writer.members(of: row, in: shown, under: keys) }
        }
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  /// Says which tool wrote the document, and in which version of which shape.
  public mutating func header(shape: String, version: Int = 1) {
    key("draad")
    object { writer in
      writer.key("shape")
      writer.value(shape)
      writer.key("version")
      writer.value(version)
    }
  }

  mutating func notes(_ notes: [String]) {
    key("notes")
    array(tall: true) { writer in
      for note in notes { writer.value(note) }
    }
  }

  /// Writes the values of a row, one under each key of its table.
  mutating func members(
    of row: Table.Row, in columns: [(index: Int, isShare: Bool)], under keys: [String]
  ) {
    var next = keys.startIndex
    row.forEachValue(in: columns) { value in
      key(keys[next])
      next += 1
      switch value {
      case .text(let text): self.value(text)
      case .count(let count): self.value(count)
      case .decimal(let number): self.value(number)
      case .null: null()
      }
    }
  }
}
