import CZlib

/// The system's zlib, made safe: the only file of the module that handles pointers.
enum Zlib {
  enum Failure: Error {
    /// The packed bytes are not what deflate makes, or end too early.
    case damaged
    /// They hold more than expected.
    case tooLong
    case noMemory
  }

  /// The most bytes that one call takes or makes.
  private static let step = 1 << 16

  /// Unpacks what deflate packed, without head or checksum (RFC 1951).
  ///
  /// `size` bytes must come out; memory grows with what does.
  static func inflate(_ packed: ArraySlice<UInt8>, size: Int) throws(Failure) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer { unsafe stream.deallocate() }
    let length = Int32(unsafe MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, -MAX_WBITS, zlibVersion(), length) == Z_OK else {
      throw .noMemory
    }
    defer { _ = unsafe inflateEnd(stream) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(size + 1, step))
    var rest = packed
    while true {
      var piece = Array(rest.prefix(step))
      let (status, read, written) = unsafe call(CZlib.inflate, Z_NO_FLUSH, stream, &piece, &buffer)
      rest = rest.dropFirst(read)
      output += buffer[..<written]
      if output.count > size { throw .tooLong }
      if status == Z_STREAM_END { break }
      guard status == Z_OK, read + written > 0 else { throw .damaged }
    }
    guard output.count == size else { throw .damaged }
    return output
  }

  /// Packs bytes with deflate, without head or checksum (RFC 1951); the same bytes every time.
  static func deflate(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer { unsafe stream.deallocate() }
    let length = Int32(unsafe MemoryLayout<z_stream>.size)
    guard
      unsafe deflateInit2_(
        stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, zlibVersion(), length) == Z_OK
    else { throw .noMemory }
    defer { _ = unsafe deflateEnd(stream) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: step)
    var rest = bytes[...]
    while true {
      var piece = Array(rest.prefix(step))
      let flush = piece.count == rest.count ? Z_FINISH : Z_NO_FLUSH
      let (status, read, written) = unsafe call(CZlib.deflate, flush, stream, &piece, &buffer)
      rest = rest.dropFirst(read)
      output += buffer[..<written]
      if status == Z_STREAM_END { return output }
      guard status == Z_OK else { throw .damaged }
    }
  }

  /// One call of zlib's: how it went, and how many bytes it took and made.
  private static func call(
    _ function: (UnsafeMutablePointer<z_stream>, Int32) -> Int32, _ flush: Int32,
    _ stream: UnsafeMutablePointer<z_stream>, _ input: inout [UInt8], _ output: inout [UInt8]
  ) -> (status: Int32, read: Int, written: Int) {
    let given = input.count
    let room = output.count
    let status = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe stream.pointee.next_in = input.baseAddress
        unsafe stream.pointee.avail_in = UInt32(given)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        return unsafe function(stream, flush)
      }
    }
    return unsafe (
      status, given - Int(stream.pointee.avail_in), room - Int(stream.pointee.avail_out)
    )
  }

  /// The CRC-32 of bytes, as zip files have it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = crc32(0, nil, 0)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + (1 << 30))
      sum = unsafe bytes[start..<end].withUnsafeBufferPointer { part in
        unsafe crc32(sum, part.baseAddress, UInt32(part.count))
      }
      start = end
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}
