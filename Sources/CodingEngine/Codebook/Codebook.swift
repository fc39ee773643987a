import Corpus

/// A tree of codes, as read from `Codebooks/NAME.md`.
public struct Codebook: Sendable, Hashable {
  public let id: String
  public let title: String
  public let version: String
  /// `nl` or `en`.
  public let language: String?
  public let isDefault: Bool
  /// The file, as found.
  public let path: String
  /// SHA-256 of the file's bytes, 64 hexadecimal digits.
  public let digest: String
  /// All codes in the order of the book: a code stands before those under it.
  public let codes: [Code]
}
