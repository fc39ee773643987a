public import CodingEngine

/// Whose codings are compared: a person's in the log, or what the rules propose.
public enum Rater: Sendable, Hashable {
  /// The full name.
  case person(String)
  case engine

  /// As it is shown.
  public var name: String {
    switch self {
    case .person(let name): name
    case .engine: Self.engineName
    }
  }

  /// What the rules are called among coders; no person can be called so.
  static let engineName = "engine"
}

/// Why names on the command line are no coders to compare.
public enum RaterError: Error, Sendable, Hashable {
  /// There is no such coder among these; the suggestion is one that was probably meant.
  case unknown(String, known: [String], suggestion: String?)
  /// Two names mean one coder.
  case twice(String)
  /// Agreement is of two or more.
  case tooFew(Int)
}

extension LogState {
  /// The coders that names on the command line stand for.
  ///
  /// - Parameter names: Full names or names of folders, whatever their case; `engine` is the rules.
  /// - Returns: As many as there are names.
  /// - Throws: The first reason why that cannot be.
  public func raters(named names: [String]) throws(RaterError) -> [Rater] {
    let coders = self.coders
    var raters: [Rater] = []
    for name in names {
      let rater = try rater(named: name, among: coders)
      if raters.contains(rater) { throw .twice(rater.name) }
      raters.append(rater)
    }
    if raters.count < 2 { throw .tooFew(raters.count) }
    return raters
  }

  private func rater(named name: String, among coders: [String]) throws(RaterError) -> Rater {
    if let same = coders.first(where: { $0 == name }) { return .person(same) }
    if name == Rater.engineName { return .engine }
    let folder = try? Coder(name).folder
    let found = coders.filter { (try? Coder($0).folder) == folder && folder != nil }
    if let only = found.first { return .person(only) }
    let all = coders + [Rater.engineName]
    throw .unknown(name, known: all, suggestion: Suggestion.nearest(to: name, among: all))
  }
}
