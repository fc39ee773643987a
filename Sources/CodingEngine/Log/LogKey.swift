/// The name of a member in the log: names of up to eight bytes, compared as one number.
struct LogKey: Hashable {
  private let packed: UInt64

  init(_ name: String) {
    let bytes = Array(name.utf8)
    self.init(bytes, bytes.indices)
  }

  /// A longer name, or none, is the key that equals no known one.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.count <= 8 else {
      packed = 0
      return
    }
    var value: UInt64 = 0
    for index in range { value = value << 8 | UInt64(bytes[index]) }
    packed = value
  }

  // Of a line.
  static let v = LogKey("v")
  static let coder = LogKey("coder")
  static let strand = LogKey("strand")
  static let n = LogKey("n")
  static let prev = LogKey("prev")
  static let seen = LogKey("seen")
  static let at = LogKey("at")
  static let command = LogKey("command")
  static let book = LogKey("book")
  static let shown = LogKey("shown")
  static let `do` = LogKey("do")
  static let words = LogKey("words")
  static let digest = LogKey("digest")
  static let salt = LogKey("salt")
  static let text = LogKey("text")

  // Of events.
  static let event = LogKey("event")
  static let `in` = LogKey("in")
  static let span = LogKey("span")
  static let by = LogKey("by")
  static let twins = LogKey("twins")
  static let code = LogKey("code")
  static let level = LogKey("level")
  static let coding = LogKey("coding")
  static let sha256 = LogKey("sha256")
  static let turns = LogKey("turns")
  static let on = LogKey("on")
  static let memo = LogKey("memo")
  static let title = LogKey("title")
  static let codes = LogKey("codes")
  static let verdict = LogKey("verdict")
  static let reason = LogKey("reason")
  static let to = LogKey("to")
  static let from = LogKey("from")
  static let lines = LogKey("lines")
  static let edit = LogKey("edit")
  static let old = LogKey("old")
  static let new = LogKey("new")
  static let why = LogKey("why")

  // Of audits.
  static let audit = LogKey("audit")
  static let place = LogKey("place")
  static let chosen = LogKey("chosen")
  static let plan = LogKey("plan")
  static let seed = LogKey("seed")
  static let blind = LogKey("blind")
  static let strata = LogKey("strata")
  static let wholes = LogKey("wholes")
  static let coded = LogKey("coded")
  static let places = LogKey("places")
}
