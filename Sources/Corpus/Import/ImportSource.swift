/// A file from elsewhere, with what the user says about it.
public struct ImportSource: Sendable {
  /// As they are in the file.
  public let bytes: [UInt8]
  /// Named in diagnostics; no file is opened, except by readers that hand it to another program.
  public let path: String
  /// What the user says about it.
  public let options: ImportOptions

  /// Makes a source.
  public init(_ bytes: [UInt8], path: String, options: ImportOptions = ImportOptions()) {
    self.bytes = bytes
    self.path = path
    self.options = options
  }
}

/// What the user says about files from elsewhere.
public struct ImportOptions: Sendable, Hashable {
  /// How the bytes of text files stand for characters; nil to find out.
  public var encoding: TextEncoding?
  /// Whether text that was encoded in UTF-8 twice is put right.
  public var repairs = false
  /// What columns of a table hold, by the name in its head.
  public var columns: [TableColumn: String] = [:]

  /// Makes options that leave everything to the file.
  public init() {}
}
