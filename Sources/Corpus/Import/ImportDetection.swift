/// Which format a file has, and what shows it.
public struct ImportDetection: Sendable, Hashable {
  /// Nil when it is none that can be read.
  public let format: ImportFormat?
  /// What shows it, as the end of a sentence: `it begins with WEBVTT`.
  public let reason: String
}
