import FileSystem

/// What the user said after the command's name, checked against the command's table.
struct Options {
  /// What is no option, in order.
  var arguments: [String] = []

  private var given: [String: [String]] = [:]

  /// Who codes and whose codings are shown are both said by `--coder`: only the second is repeated.
  private func key(_ option: Option) -> String {
    option.isRepeatable ? option.name + "…" : option.name
  }

  /// Notes an option, with its value or `""` for a flag.
  mutating func add(_ option: Option, _ value: String) throws(Failure) {
    if option.takesValue, !option.isRepeatable, let earlier = given[key(option)]?.first {
      throw Failure(
        "--\(option.name) is given twice, as \"\(earlier)\" and \"\(value)\"",
        fix: "keep one of them")
    }
    given[key(option), default: []].append(value)
  }

  /// Whether a flag was given.
  func contains(_ option: Option) -> Bool { given[key(option)] != nil }

  /// The value of an option, if it was given.
  func value(of option: Option) -> String? { given[key(option)]?.first }

  /// The values of an option that can be repeated; those of a list are taken apart.
  func values(of option: Option) -> [String] {
    let values = given[key(option)] ?? []
    guard case .list = option.value else { return values }
    return values.flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// The value of an option that takes a number.
  func number(of option: Option) -> Int? { value(of: option).flatMap { Int($0) } }

  /// The keys and values of an option that takes `KEY=VALUE`.
  func pairs(of option: Option) -> [(key: String, value: String)] {
    values(of: option).compactMap { text in
      guard let sign = text.firstIndex(of: "=") else { return nil }
      return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
  }

  /// How to write what the command makes.
  func format() throws(Failure) -> OutputFormat {
    var formats: [(name: String, format: OutputFormat)] = []
    if let name = value(of: .format), let format = OutputFormat(rawValue: name) {
      formats.append(("--format \(name)", format))
    }
    if contains(.csv) { formats.append(("--csv", .csv)) }
    if contains(.json) { formats.append(("--json", .json)) }
    if contains(.markdown) { formats.append(("--markdown", .markdown)) }
    if let first = formats.first, let other = formats.first(where: { $0.format != first.format }) {
      throw Failure("\(first.name) and \(other.name) exclude each other", fix: "keep one of them")
    }
    if let first = formats.first { return first.format }
    let file = value(of: .output).map(Path.name(of:))
    return file.flatMap(OutputFormat.init(fileName:)) ?? .text
  }
}
