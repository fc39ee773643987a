/// Which column of a table holds what.
struct TableLayout {
  private(set) var columns: [TableColumn: Int] = [:]
  /// Whether the first row is a head.
  private(set) var hasHead = true
  /// What the user asked for and is not there.
  private(set) var missing: [(column: TableColumn, name: String)] = []

  /// Looks at a table.
  ///
  /// - Parameters:
  ///   - rows: Its rows, of which the first may be a head.
  ///   - given: The names, or numbers from 1, of columns that the user names.
  init(_ rows: [[String]], given: [TableColumn: String]) {
    guard let head = rows.first else { return }
    let keys = head.map(TableColumn.key)
    var free = Set(head.indices)
    for column in TableColumn.allCases {
      guard let name = given[column] else { continue }
      let number = Int(name).flatMap { (1...head.count).contains($0) ? $0 - 1 : nil }
      if let index = keys.firstIndex(of: TableColumn.key(name)) ?? number {
        columns[column] = index
        free.remove(index)
      } else {
        missing.append((column, name))
      }
    }
    let order: [TableColumn] = [.text, .start, .end, .role, .speaker, .transcript]
    for column in order where columns[column] == nil {
      let usual = column.usualNames
      guard let index = keys.indices.first(where: { free.contains($0) && usual.contains(keys[$0]) })
      else { continue }
      columns[column] = index
      free.remove(index)
    }
    preferLongText(rows, given)
    if columns[.text] == nil { guess(rows, keys) }
  }

  /// A column called transcript holds the words when they are longer than those of the text column.
  private mutating func preferLongText(_ rows: [[String]], _ given: [TableColumn: String]) {
    guard given[.text] == nil, given[.transcript] == nil, let transcript = columns[.transcript],
      let name = rows.first?[transcript], TableColumn.key(name).hasPrefix("transcript")
    else { return }
    let length = Self.meanLength(rows, transcript)
    let other = columns[.text].map { Self.meanLength(rows, $0) } ?? 20
    guard length > other else { return }
    columns[.text] = transcript
    columns[.transcript] = rows.first?.indices.first { index in
      index != transcript && !columns.values.contains(index)
        && TableColumn.transcript.usualNames.contains(TableColumn.key(rows[0][index]))
    }
  }

  /// Without telling names: times look like times, words are long, speakers come back.
  private mutating func guess(_ rows: [[String]], _ keys: [String]) {
    hasHead = !columns.isEmpty
    let sample = hasHead ? rows.dropFirst() : rows[...]
    let count = rows.map(\.count).max() ?? 0
    guard sample.count > 1 || !hasHead, count > 0 else { return }
    var free = Set(0..<count).subtracting(columns.values)
    func values(_ column: Int) -> [String] {
      sample.prefix(500).compactMap { $0.count > column && !$0[column].isEmpty ? $0[column] : nil }
    }
    if columns[.start] == nil {
      let times = free.sorted().filter { column in
        let all = values(column)
        return !all.isEmpty && all.count { TableTime($0)?.isClock == true } * 5 >= all.count * 4
      }
      if let first = times.first {
        columns[.start] = first
        free.remove(first)
      }
      if times.count > 1, columns[.end] == nil {
        columns[.end] = times[1]
        free.remove(times[1])
      }
    }
    let lengths = free.sorted().map { ($0, Self.meanLength(Array(sample), $0)) }
    guard let text = lengths.max(by: { $0.1 < $1.1 }), text.1 > 8 else { return }
    columns[.text] = text.0
    free.remove(text.0)
    guard columns[.speaker] == nil else { return }
    columns[.speaker] = free.sorted().first { column in
      let all = values(column)
      guard all.count * 2 > sample.prefix(500).count, Self.meanLength(Array(sample), column) < 40
      else { return false }
      return Set(all).count * 2 <= all.count || all.count < 6 && all.allSatisfy { Int($0) == nil }
    }
  }

  private static func meanLength(_ rows: [[String]], _ column: Int) -> Int {
    let lengths = rows.prefix(500).compactMap { $0.count > column ? $0[column].utf8.count : nil }
    return lengths.isEmpty ? 0 : lengths.reduce(0, +) / lengths.count
  }
}

/// A time as it stands in a cell: `[00:01:09]`, `0:00,0 - 0:12,3`, `12.5`.
struct TableTime {
  /// Milliseconds, or the number as it stands when `isClock` is false.
  let start: Double
  let finish: Double?
  /// Whether it has hours or minutes with colons; else it is a number of an unknown unit.
  let isClock: Bool

  /// Reads a cell; nil when it holds no time.
  init?(_ cell: String) {
    let bytes = Array(cell.utf8)
    if let time = LineTime(bytes.span, at: 0, end: bytes.count), time.end == bytes.count {
      start = Double(time.start)
      finish = time.finish.map(Double.init)
      isClock = true
      return
    }
    let point = cell.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    guard let first = point.first, first &- 0x30 < 10,
      let number = Double(String(decoding: point, as: UTF8.self)), number.isFinite
    else { return nil }
    start = number
    finish = nil
    isClock = false
  }
}
