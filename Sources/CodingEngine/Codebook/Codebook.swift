import Corpus
import SHA2

/// A tree of codes, as read from `Codebooks/NAME.md`.
public struct Codebook: Sendable, Hashable {
  /// Of the form of a code's id.
  public let id: String
  /// As printed; the id where the front matter gives none.
  public let title: String
  /// As the front matter gives it.
  public let version: String
  /// `nl` or `en`.
  public let language: String?
  /// Whether the front matter says `default: true`.
  public let isDefault: Bool
  /// The file, as found.
  public let path: String
  /// What the file holds.
  let bytes: [UInt8]
  /// All codes in the order of the book: a code stands before those under it.
  public let codes: [Code]

  /// Stands where a study has no codebook yet: without codes, id or file.
  public static let empty = Codebook(
    id: "", title: "", version: "", language: nil, isDefault: false, path: "", bytes: [], codes: [])

  /// SHA-256 of the file's bytes, 64 hexadecimal digits; computed each time.
  public var digest: String { SHA256.hexDigest(of: bytes) }
}
