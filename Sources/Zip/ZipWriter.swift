/// Makes a zip archive, the same bytes every time: entries in the order in which they were added,
/// all of one date.
///
/// For documents and projects, so without what archives of over four gigabytes need.
public struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1 January 1980, the first day that the format knows.
  private static let date = 1 << 5 | 1
  /// Names are UTF-8.
  private static let flags = 1 << 11

  /// Makes an archive without entries.
  public init() {}

  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - name: With `/` between its parts.
  ///   - contents: What it will unpack to.
  ///   - isPacked: Whether it is packed; the first entry of an OpenDocument file may not be.
  /// - Throws: `ZipError` when the archive becomes too large.
  public mutating func add(
    _ name: String, _ contents: [UInt8], isPacked: Bool = true
  ) throws(ZipError) {
    let packed: [UInt8]
    do {
      packed = isPacked ? try Zlib.deflate(contents) : contents
    } catch {
      throw .tooLarge("there is no memory for \"\(name)\"")
    }
    let start = bytes.count
    guard start + packed.count < 1 << 31, contents.count < 1 << 31, count < 0xFFFE,
      name.utf8.count < 0xFFFF
    else { throw .tooLarge("no more than two gigabytes can be written") }
    var fields: [UInt8] = []
    Self.append(20, 2, to: &fields)
    Self.append(Self.flags, 2, to: &fields)
    Self.append(isPacked ? 8 : 0, 2, to: &fields)
    Self.append(0, 2, to: &fields)
    Self.append(Self.date, 2, to: &fields)
    Self.append(Int(Zlib.checksum(contents)), 4, to: &fields)
    Self.append(packed.count, 4, to: &fields)
    Self.append(contents.count, 4, to: &fields)
    Self.append(name.utf8.count, 2, to: &fields)
    Self.append(0, 2, to: &fields)
    bytes += [0x50, 0x4B, 3, 4] + fields + name.utf8 + packed
    directory += [0x50, 0x4B, 1, 2, 20, 0] + fields
    // Comment, disk and attributes.
    directory += [UInt8](repeating: 0, count: 10)
    Self.append(start, 4, to: &directory)
    directory += name.utf8
    count += 1
  }

  /// The archive.
  public consuming func finish() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    Self.append(count, 2, to: &end)
    Self.append(count, 2, to: &end)
    Self.append(directory.count, 4, to: &end)
    Self.append(bytes.count, 4, to: &end)
    return bytes + directory + end + [0, 0]
  }

  private static func append(_ number: Int, _ size: Int, to bytes: inout [UInt8]) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
