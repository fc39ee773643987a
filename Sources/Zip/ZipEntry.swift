/// A file in a zip archive, as the archive's directory describes it.
public struct ZipEntry: Sendable, Hashable {
  /// How the bytes of a file are packed.
  enum Method: UInt16 {
    case stored = 0
    case deflated = 8
  }

  /// With `/` between its parts; one that ends in `/` is a folder.
  public let name: String
  /// Bytes when unpacked, as the archive says; more than these are never unpacked.
  public let size: Int

  let packedSize: Int
  let method: Method
  let checksum: UInt32
  /// Where the entry's own head begins, in bytes from the start of the archive.
  let offset: Int
}

/// How much an archive may hold, so that a small file cannot fill the memory.
public struct ZipLimits: Sendable, Hashable {
  /// The most entries.
  public var entries: Int
  /// The most bytes of one entry, unpacked.
  public var entrySize: Int
  /// The most bytes of all entries together, unpacked.
  public var totalSize: Int
  /// How many times larger than packed an entry may be; those under a megabyte may be more.
  public var ratio: Int

  /// Makes limits; by default such as no document of words ever reaches.
  public init(
    entries: Int = 10_000, entrySize: Int = 256 << 20, totalSize: Int = 1 << 30, ratio: Int = 500
  ) {
    self.entries = entries
    self.entrySize = entrySize
    self.totalSize = totalSize
    self.ratio = ratio
  }
}
