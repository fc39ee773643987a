/// Finds turns in the rows of a table: a column each for speaker, words and time.
public enum RowTurns {
  /// Finds the turns.
  ///
  /// - Parameters:
  ///   - rows: The texts of the cells; the first row may be a head.
  ///   - lines: The line of the file on which each row begins; empty where the format has no lines.
  ///   - source: For the columns that the user names, and the path.
  /// - Returns: One transcript for each name in the transcript column, in the order of the file; one
  ///   without a name if there is no such column.
  public static func read(
    _ rows: [[String]], lines: [Int] = [], of source: ImportSource
  ) -> Read<[ImportedTranscript]> {
    let layout = TableLayout(rows, given: source.options.columns)
    var diagnostics = layout.missing.map { column, name in
      Diagnostic(
        .error, path: source.path, at: lines.first.map { FilePosition(line: $0, column: 1) },
        "there is no column \"\(name)\" for --columns \(column.rawValue)=\(name)",
        fix: "the columns are \((rows.first ?? []).joined(separator: ", "))")
    }
    guard let text = layout.columns[.text] else {
      if !rows.isEmpty {
        let head = (rows.first ?? []).prefix(12).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            .error, path: source.path, at: lines.first.map { FilePosition(line: $0, column: 1) },
            "no column for the words is found among \(head)",
            fix: "say which is which, for example --columns speaker=Wie,text=Wat"))
      }
      return Read([], diagnostics)
    }
    var builder = RowTurnBuilder(layout, text: text, rows: rows)
    for row in layout.hasHead ? rows.dropFirst() : rows[...] { builder.append(row) }
    diagnostics += builder.notes(source.path)
    return Read(builder.finish(head: layout.hasHead ? rows[0] : []), diagnostics)
  }
}

/// Makes turns of rows, one by one.
private struct RowTurnBuilder {
  private let layout: TableLayout
  private let text: Int
  /// What a number in a time column is multiplied with to get milliseconds.
  private let unit: Double
  private let isUnitGuessed: Bool
  private var transcripts: [ImportedTranscript] = []
  private var indices: [String: Int] = [:]
  private var roles: [Set<String>] = []

  init(_ layout: TableLayout, text: Int, rows: [[String]]) {
    self.layout = layout
    self.text = text
    var most = 0.0
    var numbers = 0
    let column = layout.columns[.start]
    for row in rows {
      guard let column, row.count > column, let time = TableTime(row[column]), !time.isClock else {
        continue
      }
      most = max(most, time.start)
      numbers += 1
    }
    let head = layout.hasHead ? rows[0] : []
    // A time column that was guessed may lie beyond the head.
    let name = column.flatMap { head.indices.contains($0) ? TableColumn.key(head[$0]) : nil } ?? ""
    let saysMilliseconds = name.hasSuffix("ms") || name.contains("milli")
    // A day and more is no recording: then the numbers are milliseconds.
    unit = saysMilliseconds || most > 86_400 ? 1 : 1000
    isUnitGuessed = numbers > 0 && !saysMilliseconds && !name.contains("sec")
  }

  func notes(_ path: String) -> [Diagnostic] {
    guard isUnitGuessed else { return [] }
    let word = unit == 1 ? "milliseconds" : "seconds"
    return [Diagnostic(.note, path: path, "times without colons are read as \(word)")]
  }

  mutating func append(_ row: [String]) {
    func cell(_ column: TableColumn) -> String? {
      guard let index = layout.columns[column], row.count > index, !row[index].isEmpty else {
        return nil
      }
      return Entities.decode(row[index])
    }
    let place = index(of: layout.columns[.transcript] == nil ? "" : cell(.transcript) ?? "")
    let words = row.count > text ? Entities.decode(row[text]) : ""
    let time = cell(.start).flatMap(TableTime.init)
    let end = cell(.end).flatMap(TableTime.init).map { milliseconds($0, $0.start) }
    var turn = ImportedTurn(label: cell(.speaker).map(ImportedLabel.tidy), text: words)
    if turn.label == nil, layout.columns[.speaker] != nil {
      turn.label = transcripts[place].turns.last?.label
    }
    turn.start = time.map { milliseconds($0, $0.start) }
    turn.end = end ?? time.flatMap { time in time.finish.map { milliseconds(time, $0) } }
    if let last = transcripts[place].turns.last, turn.start != nil, last == turn {
      transcripts[place].losses.add(1, "row that repeats the one before", "rows that repeat others")
      return
    }
    transcripts[place].turns.append(turn)
    if let label = turn.label, let role = cell(.role), roles[place].insert(label).inserted {
      transcripts[place].speakers.append(ImportedSpeaker(label: label, role: role))
    }
  }

  private func milliseconds(_ time: TableTime, _ value: Double) -> Int {
    let scaled = (time.isClock ? value : value * unit).rounded()
    return scaled < 1e15 ? Int(scaled) : Int.max
  }

  private mutating func index(of name: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = transcripts.count
    transcripts.append(ImportedTranscript(name: name.isEmpty ? nil : name))
    roles.append([])
    return transcripts.count - 1
  }

  func finish(head: [String]) -> [ImportedTranscript] {
    let used = Set(layout.columns.values)
    let unused = head.indices.filter { !used.contains($0) && !head[$0].isEmpty }.map { head[$0] }
    return transcripts.map { transcript in
      var transcript = transcript
      for name in unused { transcript.losses.add(1, "column \"\(name)\"", "columns \"\(name)\"") }
      return transcript
    }
  }
}
