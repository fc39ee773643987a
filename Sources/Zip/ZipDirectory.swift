/// Where an archive's directory lies, from the record at the archive's end.
struct ZipDirectory {
  /// In bytes from the start of the archive.
  let start: Int
  private let end: Int
  private let count: Int

  private static let endRecordSize = 22
  private static let longestComment = 0xFFFF

  init(_ bytes: [UInt8]) throws(ZipError) {
    guard let record = Self.endRecord(bytes) else {
      throw ZipArchive.isLikely(bytes) ? .cutOff : .notAnArchive
    }
    var fields = LittleEndian(bytes, at: record + 4)
    guard let disk = fields.uint16(), let firstDisk = fields.uint16(), fields.skip(2),
      var count = fields.uint16(), var size = fields.uint32(), var start = fields.uint32()
    else { throw .cutOff }
    var end = record
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
      let large = Self.largeRecord(bytes, before: record)
    {
      (count, size, start, end) = large
    } else if disk != 0 || firstDisk != 0 {
      throw .damaged("it is one part of several")
    }
    guard start <= end, size <= end, start + size == end else {
      throw .damaged("its directory is not where it should be")
    }
    self.start = start
    self.end = end
    self.count = count
  }

  /// Where the record at the end begins; a comment, and bytes that do not belong to the archive, may
  /// follow it.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= endRecordSize else { return nil }
    let last = bytes.count - endRecordSize
    for start in stride(from: last, through: max(0, last - longestComment), by: -1)
    where bytes[start] == 0x50 && bytes[start...].starts(with: [0x50, 0x4B, 5, 6]) {
      return start
    }
    return nil
  }

  /// The record that large archives have besides (zip64).
  private static func largeRecord(
    _ bytes: [UInt8], before record: Int
  ) -> (count: Int, size: Int, start: Int, end: Int)? {
    var locator = LittleEndian(bytes, at: record - 20)
    guard record >= 20, locator.uint32() == 0x0706_4B50, locator.skip(4),
      let place = locator.uint64()
    else { return nil }
    var fields = LittleEndian(bytes, at: place)
    guard place < bytes.count, fields.uint32() == 0x0606_4B50, fields.skip(28),
      let count = fields.uint64(), let size = fields.uint64(), let start = fields.uint64()
    else { return nil }
    return (count, size, start, place)
  }

  /// All entries, as the directory describes them.
  func entries(_ bytes: [UInt8], limits: ZipLimits) throws(ZipError) -> [ZipEntry] {
    guard count <= limits.entries else { throw .tooLarge("\(count) entries") }
    var fields = LittleEndian(bytes, at: start)
    var entries: [ZipEntry] = []
    while entries.count < count {
      guard let entry = try Self.entry(&fields), fields.index <= end else {
        throw .damaged("its directory ends too early")
      }
      entries.append(entry)
    }
    return entries
  }

  private static func entry(_ fields: inout LittleEndian) throws(ZipError) -> ZipEntry? {
    guard fields.uint32() == 0x0201_4B50, fields.skip(4), let flags = fields.uint16(),
      let number = fields.uint16(), fields.skip(4), let checksum = fields.uint32(),
      var packedSize = fields.uint32(), var size = fields.uint32(),
      let nameLength = fields.uint16(), let extraLength = fields.uint16(),
      let commentLength = fields.uint16(), fields.skip(8), var offset = fields.uint32(),
      let nameBytes = fields.bytes(nameLength), let extra = fields.bytes(extraLength),
      fields.skip(commentLength)
    else { return nil }
    let name = String(decoding: nameBytes, as: UTF8.self)
    guard flags & 1 == 0 else { throw .encrypted(name: name) }
    guard let method = UInt16(exactly: number).flatMap(ZipEntry.Method.init) else {
      throw .unknownMethod(name: name, number: number)
    }
    var large = LittleEndian(largeSizes(in: extra), at: 0)
    if size == 0xFFFF_FFFF, let value = large.uint64() { size = value }
    if packedSize == 0xFFFF_FFFF, let value = large.uint64() { packedSize = value }
    if offset == 0xFFFF_FFFF, let value = large.uint64() { offset = value }
    return ZipEntry(
      name: name, size: size, packedSize: packedSize, method: method,
      checksum: UInt32(truncatingIfNeeded: checksum), offset: offset)
  }

  /// The field of an entry that holds sizes of over four gigabytes (zip64).
  private static func largeSizes(in extra: ArraySlice<UInt8>) -> [UInt8] {
    var fields = LittleEndian(Array(extra), at: 0)
    while let id = fields.uint16(), let length = fields.uint16(), let value = fields.bytes(length) {
      if id == 1 { return Array(value) }
    }
    return []
  }
}
