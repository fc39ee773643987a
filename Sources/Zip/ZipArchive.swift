/// A zip archive in memory (PKWARE APPNOTE 6.3), read by the directory at its end.
///
/// Documents of Word and OpenDocument and projects of QDA programs are such archives. Nothing in it
/// is believed until it is checked: names that lead out of a folder, entries that lie over each
/// other and more bytes than the limits allow are refused when the archive is opened.
public struct ZipArchive: Sendable {
  /// The entries, in the order of the directory.
  public let entries: [ZipEntry]

  private let bytes: [UInt8]

  /// Opens an archive; no entry is unpacked yet.
  ///
  /// - Throws: `ZipError` for the first thing that is wrong.
  public init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipError) {
    let directory = try ZipDirectory(bytes)
    let entries = try directory.entries(bytes, limits: limits)
    try Self.check(entries, within: limits)
    try Self.checkPlaces(of: entries, in: bytes, before: directory.start)
    self.entries = entries
    self.bytes = bytes
  }

  /// Whether bytes begin as an archive does; an empty archive counts.
  public static func isLikely(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// The entry of a name, if there is one.
  ///
  /// With `ignoringCase` small and capital letters are the same, as in the packages of Office
  /// documents (ECMA-376 part 2).
  public func entry(named name: String, ignoringCase: Bool = false) -> ZipEntry? {
    if let exact = entries.first(where: { $0.name == name }) { return exact }
    guard ignoringCase else { return nil }
    let small = name.lowercased()
    return entries.first { $0.name.lowercased() == small }
  }

  /// Unpacks an entry of this archive.
  ///
  /// - Throws: `ZipError` when what comes out is not what the directory promised.
  public func contents(of entry: ZipEntry) throws(ZipError) -> [UInt8] {
    let start = try Self.start(of: entry, in: bytes)
    let packed = bytes[start..<start + entry.packedSize]
    let contents: [UInt8]
    switch entry.method {
    case .stored:
      guard entry.size == entry.packedSize else {
        throw .damaged("\"\(entry.name)\" has two sizes")
      }
      contents = Array(packed)
    case .deflated:
      do {
        contents = try Zlib.inflate(packed, size: entry.size)
      } catch {
        throw switch error {
        case .damaged: .damaged("\"\(entry.name)\" cannot be unpacked")
        case .tooLong: .damaged("\"\(entry.name)\" holds more than it says")
        case .noMemory: .tooLarge("there is no memory for \"\(entry.name)\"")
        }
      }
    }
    guard Zlib.checksum(contents) == entry.checksum else {
      throw .damaged("\"\(entry.name)\" is not what was packed (its checksum differs)")
    }
    return contents
  }

  private static func check(_ entries: [ZipEntry], within limits: ZipLimits) throws(ZipError) {
    var names: Set<String> = []
    var total = 0
    for entry in entries {
      guard isSafe(entry.name) else { throw .unsafeName(entry.name) }
      guard names.insert(entry.name).inserted else {
        throw .damaged("\"\(entry.name)\" is in it twice")
      }
      guard entry.size <= limits.entrySize else {
        throw .tooLarge("\"\(entry.name)\" has \(entry.size) bytes")
      }
      guard entry.size <= 1 << 20 || entry.size / limits.ratio <= entry.packedSize else {
        throw .tooLarge("\"\(entry.name)\" has \(entry.size) bytes, packed in \(entry.packedSize)")
      }
      total += entry.size
      guard total <= limits.totalSize else { throw .tooLarge("over \(limits.totalSize) bytes") }
    }
  }

  /// Whether a name stays inside the folder that the archive would be unpacked in.
  private static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0)
      && !name.utf8.contains(UInt8(ascii: "\\")) && !name.utf8.prefix(2).contains(UInt8(ascii: ":"))
      && !name.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." }
  }

  private static func checkPlaces(
    of entries: [ZipEntry], in bytes: [UInt8], before directory: Int
  ) throws(ZipError) {
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= end else { throw .damaged("\"\(entry.name)\" lies over another entry") }
      end = try start(of: entry, in: bytes) + entry.packedSize
      guard end <= directory else { throw .damaged("\"\(entry.name)\" lies over the directory") }
    }
  }

  /// Where the packed bytes of an entry begin, after its own head.
  private static func start(of entry: ZipEntry, in bytes: [UInt8]) throws(ZipError) -> Int {
    var head = LittleEndian(bytes, at: entry.offset)
    guard head.uint32() == 0x0403_4B50, head.skip(22), let name = head.uint16(),
      let extra = head.uint16(), bytes.count - head.index >= name + extra + entry.packedSize
    else { throw .damaged("\"\(entry.name)\" is not where it should be") }
    return head.index + name + extra
  }
}
