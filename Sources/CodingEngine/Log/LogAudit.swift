public import Corpus

/// A sample of places drawn for review, as the log keeps it: what was asked for and what came out.
public struct LogAudit: Sendable, Hashable {
  /// A part of the whole, from which some places were drawn.
  public struct Stratum: Sendable, Hashable {
    /// What its members have in common.
    public let name: String
    /// How many there were when the sample was drawn.
    public let whole: Int
    /// Whether its members are turns without any of the codes.
    public let isUncoded: Bool

    /// Makes a stratum.
    public init(name: String, whole: Int, isUncoded: Bool) {
      self.name = name
      self.whole = whole
      self.isUncoded = isUncoded
    }
  }

  /// One place that was drawn.
  public struct Place: Sendable, Hashable {
    /// `book:id`; empty for a turn without any of the codes.
    public let code: String
    /// The person's coding; nil for a proposal and for a turn without codes.
    public let coding: LogReference?
    /// Where it stood.
    public let anchor: Anchor
    /// An index into the strata.
    public let stratum: Int
  }

  /// As its reviewers call it.
  public let name: String
  /// Id and version of the codebook that was in use.
  public let book: String
  /// `book:id` of the codes that are reviewed.
  public let codes: [String]
  /// What the draw can be repeated from.
  public let seed: Int
  /// What the strata were made by.
  public let division: String
  /// Whether reviewers choose a code before they see the one that is there.
  public let isBlind: Bool
  /// Those of codings first.
  public let strata: [Stratum]
  /// In the order of the transcripts; decisions name them by number, from 1.
  public internal(set) var places: [Place]

  /// An audit of which no place is known yet.
  public init(
    name: String, book: String, codes: [String], seed: Int, division: String, isBlind: Bool,
    strata: [Stratum]
  ) {
    self.name = name
    self.book = book
    self.codes = codes
    self.seed = seed
    self.division = division
    self.isBlind = isBlind
    self.strata = strata
    places = []
  }
}

/// Which place of an audit a decision was made on.
public struct AuditedPlace: Sendable, Hashable {
  /// The event that drew the sample.
  public let audit: LogReference
  /// The place's number, from 1.
  public let number: Int
  /// What the reviewer chose before seeing the code: `book:id`, empty for none; nil when not blind.
  public let chosen: String?

  /// Names a place.
  public init(audit: LogReference, number: Int, chosen: String? = nil) {
    self.audit = audit
    self.number = number
    self.chosen = chosen
  }
}

/// An audit, and who began it.
public struct LoggedAudit: Sendable, Hashable {
  /// Which event added it.
  public let id: LogReference
  /// The full name.
  public let coder: String
  /// When, in UTC.
  public let at: String
  /// What was asked for and drawn.
  public let audit: LogAudit
  /// The index in the log's lines of the line that holds the words.
  let wordsLine: Int
}

// In the log
extension LogAudit {
  func write(to text: inout LogText) {
    text.key("plan")
    text.object { text in
      text.member("title", name)
      text.member("book", book)
      text.member("codes", codes)
      text.member("seed", seed)
      text.member("by", division)
      text.member("blind", isBlind ? 1 : 0)
      text.member("strata", strata.map(\.name))
      text.key("wholes")
      text.array { text in for stratum in strata { text.value(stratum.whole) } }
      text.member("coded", strata.count { !$0.isUncoded })
      text.key("places")
      text.array { text in for place in places { place.write(to: &text) } }
    }
  }

  /// Reads the plan at which the cursor stands; nil when it lacks something or does not add up.
  static func read(_ cursor: inout LogCursor) throws(LogSyntaxFault) -> LogAudit? {
    try cursor.enterObject()
    var isFirst = true
    var (name, book, division): (String?, String?, String?)
    var (codes, names, wholes) = ([String](), [String](), [Int]())
    var (seed, coded, blind): (Int?, Int?, Int?)
    var places: [Place?] = []
    while let key = try cursor.nextKey(isFirst: &isFirst) {
      switch key {
      case .title: name = try cursor.string()
      case .book: book = try cursor.string()
      case .codes: codes = try cursor.strings()
      case .seed: seed = try cursor.integer()
      case .by: division = try cursor.string()
      case .blind: blind = try cursor.integer()
      case .strata: names = try cursor.strings()
      case .wholes: wholes = try cursor.integers()
      case .coded: coded = try cursor.integer()
      case .places:
        try cursor.enterArray()
        var isFirst = true
        while try cursor.nextElement(isFirst: &isFirst) {
          places.append(try EventFields(&cursor).place)
        }
      default: _ = try cursor.skip()
      }
    }
    guard let name, let book, let division, let seed, let coded, let blind,
      names.count == wholes.count
    else { return nil }
    var audit = LogAudit(
      name: name, book: book, codes: codes, seed: seed, division: division, isBlind: blind != 0,
      strata: zip(names, wholes).enumerated().map { index, stratum in
        Stratum(name: stratum.0, whole: stratum.1, isUncoded: index >= coded)
      })
    audit.places = places.compactMap(\.self)
    return audit.places.count == places.count && audit.addsUp ? audit : nil
  }

  /// Whether no stratum gave more places than it has.
  private var addsUp: Bool {
    var left = strata.map(\.whole)
    for place in places {
      guard left.indices.contains(place.stratum), left[place.stratum] > 0 else { return false }
      left[place.stratum] -= 1
    }
    return true
  }
}

extension LogEntry {
  /// Draws a sample for review.
  public mutating func audit(_ audit: LogAudit) { add(.audit(audit)) }

  /// Adds a place to a sample; it is kept with the sample's other places.
  ///
  /// - Parameters:
  ///   - code: `book:id`; empty for a turn without codes.
  ///   - coding: The person's coding; nil for a proposal.
  ///   - stratum: An index into the sample's strata.
  ///   - range: UTF-8 byte offsets into the text.
  ///   - transcript: As it is now.
  ///   - audit: The sample.
  ///   - state: What the log knows.
  ///   - log: Where the coding is.
  public mutating func addPlace(
    _ code: String, coding: LoggedCoding?, stratum: Int, _ range: Range<Int>,
    in transcript: Transcript, to audit: inout LogAudit, knowing state: LogState,
    in log: CodingLog
  ) {
    let anchor = anchor(range, in: transcript, knowing: state)
    audit.places.append(
      LogAudit.Place(
        code: code, coding: coding.map { log.checked($0.id) }, anchor: anchor, stratum: stratum))
  }
}

extension AuditedPlace {
  /// The same, holding also when the audit's line gets a twin.
  func checked(in log: CodingLog) -> AuditedPlace {
    AuditedPlace(audit: log.checked(audit), number: number, chosen: chosen)
  }

  /// Whether it is a place of this audit.
  public func isOf(_ audit: LoggedAudit) -> Bool {
    self.audit.withoutLine == audit.id.withoutLine
      && (self.audit.line == 0 || audit.id.line == 0 || self.audit.line == audit.id.line)
  }
}
