import CodingEngine
import Corpus
import Export
import FileSystem

extension Selection {
  /// The talk that the options choose.
  init(_ options: Options, codes: [Int]) {
    self.init()
    self.codes = codes
    roles = options.values(of: .role)
    participants = options.values(of: .participant)
    transcripts = options.values(of: .transcript)
    conditions = options.pairs(of: .filter).map { Condition(key: $0.key, value: $0.value) }
    includesModerators = options.value(of: .speakers) == "all"
    status = options.value(of: .status).flatMap(StatusChoice.init(rawValue:))
    origin = options.value(of: .origin).flatMap(OriginChoice.init(rawValue:))
    coders = options.values(of: .byCoder)
  }
}

extension Language {
  /// The language that the options name, else the codebook's, else the transcripts' if they agree.
  init(_ options: Options, codebook: Codebook, corpus: CodedCorpus) {
    let ofTranscripts = Set(corpus.transcripts.map { $0.transcript.details.language })
    let names = [
      options.value(of: .language), codebook.language,
      ofTranscripts.count == 1 ? ofTranscripts.first ?? nil : nil,
    ]
    self = names.lazy.compactMap { $0.flatMap(Language.init(rawValue:)) }.first ?? .en
  }
}

extension Language {
  /// The language that the options name, else the codebook's.
  init(_ options: Options, _ book: Codebook?) {
    let names = [options.value(of: .language), book?.language]
    self = names.lazy.compactMap { $0.flatMap(Language.init(rawValue:)) }.first ?? .en
  }
}

extension Options {
  /// The coders whom `--coder` names, as they are called in the log; who has the same folder is the
  /// same.
  func coders(among known: @autoclosure () -> [String]) throws(Failure) -> [String] {
    if values(of: .byCoder).isEmpty { return [] }
    let names = Set(known()).sorted()
    var found: [String] = []
    for given in values(of: .byCoder) {
      let folder = (try? Coder(given))?.folder
      guard
        let name = names.first(where: { $0 == given })
          ?? names.first(where: { (try? Coder($0))?.folder == folder })
      else {
        throw Failure(
          "there is no coder \"\(given)\"",
          fix: Suggestion.sentence(Suggestion.nearest(to: given, in: names))
            ?? (names.isEmpty
              ? "nobody has coded here" : "choose from \(names.joined(separator: ", "))"))
      }
      found.append(name)
    }
    return found
  }
}

extension Selection {
  /// Refuses names of transcripts, roles and coders that nobody has: a table of nothing says nothing.
  mutating func refuseUnknown(
    _ options: Options, in corpus: CodedCorpus, _ state: LogState
  ) throws {
    coders = try options.coders(among: state.everybody)
    let ids = corpus.transcripts.map(\.transcript.id)
    for id in transcripts where !ids.contains(where: { matches($0, id) }) {
      throw Failure(noTranscript: id, among: ids)
    }
    let all = Set(corpus.transcripts.flatMap(\.transcript.speakers).compactMap(\.role)).sorted()
    for role in roles where !all.contains(where: { matches($0, role) }) {
      throw Failure(
        "nobody has the role \"\(role)\"",
        fix: Suggestion.sentence(Suggestion.nearest(to: role, in: all))
          ?? "choose from \(all.joined(separator: ", "))")
    }
  }
}

extension Table {
  /// Writes the table where and how the options ask.
  func write(_ options: Options, on output: inout Output) throws {
    let text =
      switch try options.format() {
      case .text: text(width: options.textWidth)
      case .csv: csv()
      case .json: json()
      case .markdown: markdown()
      }
    try Destination(options).write(Array(text.utf8), on: &output)
  }
}

extension Options {
  /// The columns of the terminal, when that is where text goes.
  var textWidth: Int? {
    let isFile = value(of: .output).map { $0 != "-" } ?? false
    return isFile ? nil : Output.Stream.output.columns
  }
}
