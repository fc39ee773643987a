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
