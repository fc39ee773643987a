import XML

/// Reads ELAN files (EAF 2.7 to 3.0): each tier with words is a speaker.
///
/// An annotation is a turn. One that refers to another annotation takes its time.
enum EAFReader {
  /// Reads a file of one conversation.
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    var file = EAFFile()
    if let fault = XMLFile.read(
      source, fix: "open it in ELAN, and save it again",
      { reader throws(XMLError) in try file.read(&reader) })
    {
      return Read(nil, [fault])
    }
    guard file.isEAF else {
      return Read(
        nil,
        [
          Diagnostic(
            .error, path: source.path, "this XML file holds no <ANNOTATION_DOCUMENT>",
            fix: "look at what it is, and give it the extension of its format")
        ])
    }
    return file.transcript(path: source.path)
  }
}

/// What an ELAN file holds.
private struct EAFFile {
  private(set) var isEAF = false
  private var times = EAFTimes()
  private var tiers: [EAFTier] = []

  mutating func read(_ reader: inout XMLReader) throws(XMLError) {
    while let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      switch tag.name.local {
      case "ANNOTATION_DOCUMENT": isEAF = true
      case "HEADER": times.unit = Self.unit(tag["TIME_UNITS"])
      case "TIME_SLOT": if let id = tag["TIME_SLOT_ID"] { times.add(id, tag["TIME_VALUE"]) }
      case "TIER":
        tiers.append(
          EAFTier(
            id: tag["TIER_ID"] ?? "", participant: tag["PARTICIPANT"], parent: tag["PARENT_REF"]))
      case "ALIGNABLE_ANNOTATION":
        guard let first = tag["TIME_SLOT_REF1"], let last = tag["TIME_SLOT_REF2"] else { break }
        add(tag["ANNOTATION_ID"], .slots(first, last))
      case "REF_ANNOTATION":
        if let other = tag["ANNOTATION_REF"] { add(tag["ANNOTATION_ID"], .annotation(other)) }
      case "ANNOTATION_VALUE":
        let words = try reader.readText()
        guard let tier = tiers.indices.last, let last = tiers[tier].annotations.indices.last else {
          break
        }
        tiers[tier].annotations[last].words = XMLFile.tidy(words)
      default: break
      }
    }
    times.fillGaps()
  }

  private mutating func add(_ id: String?, _ place: EAFTier.Annotation.Place) {
    guard !tiers.isEmpty else { return }
    tiers[tiers.count - 1].annotations.append(EAFTier.Annotation(id: id ?? "", place: place))
  }

  private static func unit(_ name: String?) -> Double {
    switch name {
    case "PAL-frames": 40
    case "PAL-50-frames": 20
    case "NTSC-frames": 1000 / 29.97
    default: 1
    }
  }

  // MARK: Turns

  func transcript(path: String) -> Read<[ImportedTranscript]> {
    var transcript = ImportedTranscript()
    var diagnostics: [Diagnostic] = []
    var places: [String: EAFTier.Annotation.Place] = [:]
    for tier in tiers { for one in tier.annotations { places[one.id] = one.place } }
    var turns: [ImportedTurn] = []
    for (tier, label) in zip(tiers, labels()) {
      var count = 0
      for annotation in tier.annotations {
        guard !annotation.words.isEmpty else {
          transcript.losses.add(1, "annotation without words", "annotations without words")
          continue
        }
        let slots = Self.slots(of: annotation.place, places)
        turns.append(
          ImportedTurn(
            label: label, text: annotation.words, start: slots.flatMap { times.time(of: $0.0) },
            end: slots.flatMap { times.time(of: $0.1) }))
        count += 1
      }
      if let parent = tier.parent, count > 0 {
        diagnostics.append(
          Diagnostic(
            .note, path: path,
            "the tier \"\(tier.id)\" refers to \"\(parent)\", and is read as a speaker of its own",
            fix: "take it out in ELAN if it says nothing that was said"))
      }
    }
    transcript.turns = Self.sorted(turns)
    return Read([transcript], diagnostics)
  }

  /// By time; an annotation without one stays behind the one before it.
  private static func sorted(_ turns: [ImportedTurn]) -> [ImportedTurn] {
    var last = 0
    var keys: [(time: Int, index: Int)] = []
    for (index, turn) in turns.enumerated() {
      last = turn.start ?? last
      keys.append((last, index))
    }
    return keys.sorted { ($0.time, $0.index) < ($1.time, $1.index) }.map { turns[$0.index] }
  }

  /// For each tier its participant; its own name where there is none, or where another tier has it.
  private func labels() -> [String] {
    var owner: [String: String] = [:]
    let ranked = tiers.filter { $0.parent == nil } + tiers.filter { $0.parent != nil }
    for tier in ranked where !tier.annotations.isEmpty {
      if let name = Self.name(tier), owner[name] == nil { owner[name] = tier.id }
    }
    return tiers.map { tier in
      if let name = Self.name(tier), owner[name] == tier.id { return name }
      return ImportedLabel.tidy(tier.id)
    }
  }

  private static func name(_ tier: EAFTier) -> String? {
    let name = ImportedLabel.tidy(tier.participant ?? "")
    return name.isEmpty ? nil : name
  }

  /// The time slots of an annotation, found through those that it refers to.
  private static func slots(
    of place: EAFTier.Annotation.Place, _ places: [String: EAFTier.Annotation.Place]
  ) -> (String, String)? {
    var place = place
    // Annotations that refer to each other in a circle have no time.
    for _ in 0..<64 {
      switch place {
      case .slots(let first, let last): return (first, last)
      case .annotation(let other):
        guard let next = places[other] else { return nil }
        place = next
      }
    }
    return nil
  }
}
