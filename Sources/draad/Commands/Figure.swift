import Corpus
import Export
import FileSystem

extension Command {
  static let figureFrequencies = figure(
    "frequencies", summary: "Draw a bar for each code",
    examples: [.init("draad figure frequencies -o codes.svg", "Draw all codes.")]
  ) { talk, study, _ in talk.frequenciesFigure(in: study.language) }

  static let figureCooccurrence = figure(
    "cooccurrence", summary: "Draw which codes stand together",
    ownOptions: [.unit, .measure],
    examples: [
      .init(
        "draad figure cooccurrence --measure jaccard -o together.svg", "Draw how strongly they do.")
    ]
  ) { talk, study, options in
    talk.cooccurrenceFigure(
      by: options.value(of: .unit).flatMap(Unit.init(rawValue:)) ?? .turn,
      as: options.value(of: .measure).flatMap(Association.init(rawValue:)) ?? .count,
      in: study.language)
  }

  static let figureGroups = figure(
    "groups", summary: "Draw codes by role, transcript or variable",
    ownOptions: [.by, .counts],
    examples: [
      .init("draad figure groups --by form -o groups.svg", "Compare the values of a variable.")
    ]
  ) { talk, study, options in
    talk.groupsFigure(
      by: try Grouping(options.value(of: .by) ?? "role", in: study),
      as: options.contains(.counts) ? .counts : .perThousand,
      showingPrivate: study.showsPrivate, in: study.language)
  }

  static let figureTimeline = figure(
    "timeline", summary: "Draw who speaks when, and which codes where",
    examples: [
      .init("draad figure timeline --transcript FG07 -o fg07.svg", "Draw one conversation.")
    ], needsCodes: false
  ) { talk, study, _ in talk.timelineFigure(in: study.language) }

  static let figureSaturation = figure(
    "saturation", summary: "Draw how fast new codes were met",
    ownOptions: [.base, .runLength, .threshold, .seed],
    details: [
      "Follows Guest, Namey and Chen (2020): how many codes the first transcripts hold (the base),"
        + " and what each run of transcripts after them adds, in percent of the base. The band shows"
        + " where the line would lie in other orders of collection."
    ],
    examples: [
      .init("draad figure saturation -o saturation.svg", "Draw it with base 4, run 2 and 5%."),
      .init("draad figure saturation --run-length 3 --threshold 0 -o s.svg", "Ask for more."),
    ]
  ) { talk, study, options in
    var settings = Saturation.Settings()
    if let base = options.number(of: .base) { settings.base = base }
    if let run = options.number(of: .runLength) { settings.run = run }
    if let threshold = options.number(of: .threshold) { settings.threshold = threshold }
    if let seed = options.number(of: .seed) { settings.seed = UInt64(seed) }
    return talk.saturationFigure(settings, in: study.language)
  }

  private static func figure(
    _ kind: String, summary: String, ownOptions: [Option] = [], details: [String] = [],
    examples: [Example], needsCodes: Bool = true,
    draw: @escaping @Sendable (Talk, Study, Options) throws -> Figure
  ) -> Command {
    Command(
      name: "figure \(kind)", summary: summary,
      ownOptions: ownOptions + [.codes] + Option.filters + Option.reading
        + [.output, .force, .language],
      details: details + ["The figure is SVG: sharp at any size, and its words can be edited."],
      examples: examples
    ) { options, output in
      let destination = try Destination(options)
      let study = try await Study.open(options, needsCodes: needsCodes)
      let figure = try draw(Talk(of: study.corpus, selection: study.selection), study, options)
      try destination.write(Array(figure.svg.utf8), on: &output)
      return .done
    }
  }
}

extension Option {
  static let counts = Option("counts", .flag, "places instead of places for every 1,000 words")
  static let base = Option("base", .number(1...999), "transcripts in the base (default: 4)")
  static let runLength = Option("run-length", .number(1...99), "transcripts in a run (default: 2)")
  static let threshold = Option(
    "threshold", .number(0...100), "percent of the base that a run may add (default: 5)")
}
