import Corpus
import Export
import FileSystem
import Review

extension Command {
  static let agreement = Command(
    name: "agreement",
    summary: "Show how far coders agree",
    ownOptions: [.ratings, .measurement, .scale, .coders, .allCoefficients, .seed]
      + Option.writing,
    details: [
      "The table has a row for each unit and a column for each coder, named in its first row; an"
        + " empty cell is a missing rating. A column named unit is not looked at; one named"
        + " transcript says which units belong together when intervals are made.",
      "Shown are percent agreement, Cohen's kappa (with weights for scales), Krippendorff's alpha and"
        + " Gwet's AC1 and AC2; --all adds Scott's pi, Fleiss' and Conger's kappa, Brennan-Prediger,"
        + " Holsti, and alpha on lower levels. What is undefined says why.",
    ],
    examples: [
      .init("draad agreement --table ratings.csv", "Compare coders on names without order."),
      .init(
        "draad agreement --table levels.csv --level ordinal --scale laag,midden,hoog",
        "Compare them on a scale, from low to high."),
      .init("draad agreement --table ratings.csv --all --json", "Give every coefficient as JSON."),
    ]
  ) { options, output in
    _ = try Destination(options)
    let ratings = try options.ratings()
    let seed = options.number(of: .seed).map { UInt64($0) } ?? 1
    let table = Table.agreement(
      of: ratings, all: options.contains(.allCoefficients), bootstrap: Bootstrap(seed: seed),
      in: options.value(of: .language).flatMap(Language.init(rawValue:)) ?? .en)
    try table.write(options, on: &output)
    return .done
  }
}

extension Options {
  /// The ratings in the file that `--table` names.
  fileprivate func ratings() throws -> Ratings {
    guard let path = value(of: .ratings) else {
      throw Failure(
        "agreement needs ratings", fix: "give a table of units by coders with --table FILE.csv")
    }
    let level = value(of: .measurement).flatMap(Measurement.init(rawValue:)) ?? .nominal
    let scale = values(of: .scale)
    if level.isNumeric, !scale.isEmpty {
      throw Failure("--scale is for names, and --level \(level.rawValue) takes numbers")
    }
    if Set(scale).count < scale.count { throw Failure("--scale names a category twice") }
    let reader = RatingsReader(measurement: level, coders: values(of: .coders), scale: scale)
    let bytes = path == "-" ? try File.readStandardInput() : try File.read(path)
    let read = reader.read(bytes: bytes, path: path)
    guard let ratings = read.value else { throw Failure(read.diagnostics) }
    return ratings
  }
}

extension Option {
  static let ratings = Option(
    "table", .file("FILE"), "ratings made elsewhere: CSV, units by coders, empty for missing")
  static let measurement = Option(
    "level", .choice(Measurement.allCases.map(\.rawValue)),
    "what the ratings are (default: nominal)")
  static let scale = Option(
    "scale", .list("LIST"), "the categories from low to high (default: those in the table)")
  static let coders = Option(
    "coders", .list("LIST"), isRepeatable: true, "only these coders (default: all columns)")
  static let allCoefficients = Option("all", .flag, "every coefficient there is")
  static let seed = Option(
    "seed", .number(0...Int(Int32.max)), "of the intervals: the same gives the same (default: 1)")
}
