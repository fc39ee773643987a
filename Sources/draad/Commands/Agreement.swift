import CodingEngine
import Corpus
import Export
import FileSystem
import Review

extension Command {
  static let agreement = Command(
    name: "agreement",
    summary: "Show how far coders agree",
    ownOptions: [
      .coders, .comparedUnit, .codes, .disagreements, .page, .matrix, .kappaOfRules,
      .allCoefficients, .measurement, .seed, .ratings, .scale,
    ] + Option.talk + Option.reading + Option.writing,
    details: [
      "Compared are each coder's own codings, before anyone's decisions, in transcripts that all of"
        + " them called done (draad done). A coder who called nothing done is taken to have been"
        + " through every transcript with a coding of theirs; standard error and the foot say so.",
      "Shown are percent agreement, Cohen's kappa (with weights for scales), Krippendorff's alpha and"
        + " Gwet's AC1 and AC2, for each code and over all; alpha with Jaccard and MASI for sets of"
        + " codes; u-alpha and its kin for the words under codes. --all adds Scott's pi, Fleiss' and"
        + " Conger's kappa, Brennan-Prediger, Holsti. What is undefined says why.",
      "engine among the coders stands for what the rules propose: shown are precision, recall and F1"
        + " for each code and rule, the worst rules first. With --disagreements, every unit on which"
        + " rules and person differ, with its words and the rules.",
      "--table takes ratings made elsewhere: a row for each unit and a column for each coder, named"
        + " in its first row; an empty cell is a missing rating. A column named unit is not looked"
        + " at; one named transcript says which units belong together when intervals are made.",
    ],
    examples: [
      .init("draad agreement --coders first,second", "Compare two coders, turn by turn."),
      .init(
        "draad agreement --coders first,second --disagreements -o differ.csv",
        "Write down where they differ."),
      .init(
        "draad agreement --coders first,second --disagreements --page -o differ.html",
        "The same as a page to read or print."),
      .init("draad agreement --coders first,engine", "Show how far the rules follow a person."),
      .init("draad agreement --table ratings.csv", "Compare ratings made elsewhere."),
      .init(
        "draad agreement --table levels.csv --level ordinal --scale laag,midden,hoog",
        "Compare them on a scale, from low to high."),
    ]
  ) { options, output in
    let destination = try Destination(options)
    if let path = options.value(of: .ratings) {
      try options.refuse(Option.aboutCoders, with: .ratings, "is about codings of the study")
      let table = Table.agreement(
        of: try options.ratings(in: path), all: options.contains(.allCoefficients),
        bootstrap: options.bootstrap,
        in: options.value(of: .language).flatMap(Language.init(rawValue:)) ?? .en)
      try table.write(options, on: &output)
      return .done
    }
    try options.refuse([.scale], with: .coders, "is about ratings in a table")
    let comparison = try await options.comparison()
    if options.contains(.page) {
      try destination.write(comparison.disagreementsPage(), on: &output)
    } else {
      try await options.table(of: comparison).write(options, on: &output)
    }
    return .done
  }
}

extension Options {
  fileprivate var bootstrap: Bootstrap {
    Bootstrap(seed: number(of: .seed).map { UInt64($0) } ?? 1)
  }

  /// Throws when an option was given beside one with which it has no meaning.
  fileprivate func refuse(_ refused: [Option], with other: Option, _ why: String) throws(Failure) {
    for option in refused where contains(option) {
      throw Failure("--\(option.name) \(why), and cannot go with --\(other.name)")
    }
  }

  /// The table that the options ask for.
  fileprivate func table(of comparison: CoderComparison) async throws -> Table {
    if contains(.disagreements) { return comparison.disagreements() }
    if contains(.matrix) { return comparison.matrix() }
    if comparison.raters.contains(.engine), !contains(.kappaOfRules), !contains(.allCoefficients) {
      return comparison.accuracy()
    }
    return await comparison.agreement(
      all: contains(.allCoefficients),
      scales: value(of: .measurement).flatMap(Measurement.init(rawValue:)) ?? .ordinal,
      bootstrap: bootstrap)
  }

  /// The coders that the options name, side by side; what is to be said about them is said.
  fileprivate func comparison() async throws -> CoderComparison {
    if values(of: .coders).isEmpty {
      throw Failure(
        "agreement needs ratings",
        fix: "name coders of the study with --coders first,second, or give a table of units by"
          + " coders with --table FILE.csv")
    }
    if contains(.disagreements) {
      try refuse([.matrix], with: .disagreements, "is another table")
    }
    if contains(.page), !contains(.disagreements) {
      throw Failure("--page goes with --disagreements", fix: "add --disagreements")
    }
    let study = try await Study.open(self, evidence: values(of: .coders).contains("engine"))
    let comparison = try await study.comparison(self)
    let count = comparison.raters.count
    if count > 2, contains(.matrix) {
      throw Failure("--matrix is of two coders, and there are \(count)", fix: "name two")
    }
    if count > 2, comparison.raters.contains(.engine), !contains(.disagreements),
      !contains(.kappaOfRules), !contains(.allCoefficients)
    {
      throw Failure(
        "precision and recall are of the rules and one person",
        fix: "name one person and engine, or add --kappa")
    }
    return comparison
  }

  /// The ratings in a file.
  fileprivate func ratings(in path: String) throws -> Ratings {
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

extension Study {
  /// The coders that the options name, side by side, on what all of them have been through.
  func comparison(_ options: Options) async throws -> CoderComparison {
    let raters: [Rater]
    do throws(RaterError) {
      raters = try state.raters(named: options.values(of: .coders))
    } catch {
      throw Failure(error)
    }
    let own = await corpus.decided(
      by: log, state.beforeDecisions, workers: ThisProcess.processorCount)
    let unit = options.value(of: .comparedUnit).flatMap(Unit.init(rawValue:)) ?? .turn
    let comparison = CoderComparison(
      of: raters, in: own, selection: selection, by: unit, log, state, in: language)
    if comparison.units.places.isEmpty {
      throw Failure(
        "there is no transcript that all of \(raters.map(\.name).joined(separator: ", ")) have been"
          + " through", fix: "draad status shows who coded what; draad done says what is done")
    }
    for remark in comparison.remarks {
      Messages.say("warning: \(remark)", isQuiet: options.contains(.quiet))
    }
    return comparison
  }
}

extension Failure {
  /// Why names are no coders to compare.
  fileprivate init(_ error: RaterError) {
    switch error {
    case .unknown(let name, let known, let suggestion):
      self.init(
        "there is no coder \"\(name)\"",
        fix: suggestion.map { "did you mean \"\($0)\"?" }
          ?? "choose from \(known.joined(separator: ", "))")
    case .twice(let name):
      self.init("--coders names \(name) twice", fix: "name two different coders")
    case .tooFew: self.init("agreement needs two coders", fix: "write --coders first,second")
    }
  }
}

extension Option {
  static let ratings = Option(
    "table", .file("FILE"), "ratings made elsewhere: CSV, units by coders, empty for missing")
  static let measurement = Option(
    "level", .choice(Measurement.allCases.map(\.rawValue)),
    "what the ratings are (default: nominal; for levels of codes: ordinal)")
  static let scale = Option(
    "scale", .list("LIST"), "the categories from low to high (default: those in the table)")
  static let coders = Option(
    "coders", .list("LIST"), isRepeatable: true,
    "who is compared: names or folders of coders, engine for the rules; of a table, its columns")
  static let comparedUnit = Option(
    "unit", .choice(["word", "sentence", "turn", "transcript"]), "what is compared (default: turn)")
  static let allCoefficients = Option("all", .flag, "every coefficient there is")
  static let kappaOfRules = Option(
    "kappa", .flag, "coefficients for the rules too, as if they were a coder")
  static let disagreements = Option(
    "disagreements", .flag, "every unit on which coders differ, with both codings")
  static let page = Option("page", .flag, "with --disagreements: a page (HTML) instead of a table")
  static let matrix = Option("matrix", .flag, "what one coder calls what the other calls something")
  static let seed = Option(
    "seed", .number(0...Int(Int32.max)), "of what is drawn by chance (default: 1)")

  fileprivate static let aboutCoders =
    [comparedUnit, codes, kappaOfRules, disagreements, page, matrix] + talk
}
