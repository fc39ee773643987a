/// Standard output or standard error, with every write checked.
///
/// What is written is gathered, and goes out in large pieces; `flush()` sends the rest.
public struct Output: ~Copyable {
  /// A stream that the process was started with.
  public enum Stream: Int32, Sendable {
    case output = 1
    case error = 2

    /// As named in messages.
    public var name: String {
      switch self {
      case .output: "standard output"
      case .error: "standard error"
      }
    }
  }

  private static let capacity = 1 << 16

  private let stream: Stream
  private var waiting: [UInt8] = []

  /// Writes to a stream.
  public init(_ stream: Stream) {
    self.stream = stream
  }

  /// Writes text as UTF-8.
  ///
  /// - Throws: `FileError` with the stream's name; what was written before has gone out.
  public mutating func write(_ text: String) throws(FileError) {
    waiting += text.utf8
    if waiting.count >= Self.capacity { try flush() }
  }

  /// Writes bytes as they are.
  ///
  /// - Throws: `FileError` with the stream's name; what was written before has gone out.
  public mutating func write(_ bytes: [UInt8]) throws(FileError) {
    if bytes.count < Self.capacity {
      waiting += bytes
      if waiting.count >= Self.capacity { try flush() }
    } else {
      try flush()
      try send(bytes)
    }
  }

  /// Sends what is still waiting.
  public mutating func flush() throws(FileError) {
    let bytes = waiting
    waiting = []
    try send(bytes)
  }

  private func send(_ bytes: [UInt8]) throws(FileError) {
    do {
      try SystemCalls.write(bytes, to: stream.rawValue)
    } catch {
      throw FileError(stream.name, error)
    }
  }
}

extension Output.Stream {
  /// Whether a person is looking at it.
  public var isTerminal: Bool { SystemCalls.isTerminal(rawValue) }

  /// How many columns its lines have: `COLUMNS` if the user set it, else the terminal's, else nil.
  public var columns: Int? {
    if let wanted = ThisProcess.environment("COLUMNS").flatMap({ Int($0) }), wanted > 0 {
      return wanted
    }
    return SystemCalls.columns(of: rawValue)
  }
}
