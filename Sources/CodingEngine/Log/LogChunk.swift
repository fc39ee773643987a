import Dispatch
import Synchronization

/// The lines in a stretch of a file of the log, which begins where a line does.
struct LogChunk: Sendable {
  private(set) var lines: [LogLine] = []
  private(set) var faults: [Fault] = []
  private(set) var hasCarriageReturns = false
  private(set) var torn = 0..<0

  /// Whether all of it is of the version and the events that this tool knows.
  private(set) var isKnown = true

  /// A line that cannot be read.
  struct Fault: Sendable {
    /// Where the line begins in the file.
    let start: Int
    let message: String
  }

  /// Reads a stretch.
  init(_ bytes: [UInt8], _ range: Range<Int>, file: Int) {
    var start = range.lowerBound
    var cursor = LogCursor(bytes, range)
    while start < range.upperBound {
      cursor.move(to: start)
      var end: Int?
      var fault: LogSyntaxFault?
      do throws(LogSyntaxFault) {
        let line = try LogLine(&cursor, file: file)
        end = lineEnd(at: cursor.index, bytes)
        if end == nil {
          fault = cursor.fault("nothing can follow the line's object")
        } else {
          if !line.isKnown { isKnown = false }
          lines.append(line)
        }
      } catch {
        fault = error
      }
      if let end {
        start = end
      } else {
        guard let next = bytes[start..<range.upperBound].firstIndex(of: 0x0A) else {
          torn = start..<range.upperBound
          return
        }
        if let fault, !isBlank(bytes[start..<next]) {
          let place = fault.offset <= next ? " (byte \(fault.offset - start + 1))" : ""
          faults.append(Fault(start: start, message: fault.message + place))
        }
        start = next + 1
      }
    }
  }

  /// The start of the next line when the line ends at `index`.
  private mutating func lineEnd(at index: Int, _ bytes: [UInt8]) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x0A { return index + 1 }
    guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
      return nil
    }
    hasCarriageReturns = true
    return index + 2
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}

extension LogFile {
  /// Reads files, large ones in chunks on all processors; the result is the same for any size.
  static func read(
    _ files: [(path: String, bytes: [UInt8])], chunk size: Int = 1 << 20
  ) -> [LogFile] {
    let jobs = files.enumerated().flatMap { index, file in
      chunks(of: file.bytes, size).map { (file: index, range: $0) }
    }
    if jobs.count == files.count {
      return files.enumerated().map { LogFile(path: $1.path, bytes: $1.bytes, index: $0) }
    }
    let contents = files.map(\.bytes)
    let done = Mutex([LogChunk?](repeating: nil, count: jobs.count))
    DispatchQueue.concurrentPerform(iterations: jobs.count) { number in
      let job = jobs[number]
      let chunk = LogChunk(contents[job.file], job.range, file: job.file)
      done.withLock { $0[number] = chunk }
    }
    let pieces = done.withLock { $0.compactMap(\.self) }
    return files.enumerated().map { index, file in
      let own = zip(jobs, pieces).filter { $0.0.file == index }.map { $0.1 }
      return LogFile(path: file.path, bytes: file.bytes, own)
    }
  }

  /// Stretches of about so many bytes that begin where lines do: a line holds no line end.
  private static func chunks(of bytes: [UInt8], _ size: Int) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = 0
    while bytes.count - start > size + size / 2 {
      guard let end = bytes[(start + size)...].firstIndex(of: 0x0A) else { break }
      chunks.append(start..<end + 1)
      start = end + 1
    }
    return chunks + [start..<bytes.count]
  }
}
