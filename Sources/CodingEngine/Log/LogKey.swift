/// The name of a member in the log: its bytes, at most eight, as one number.
enum LogKey: UInt64, CaseIterable {
  /// A name that is none of these.
  case other = 0

  // Of a line.
  case v = 0x76
  case coder = 0x63_6F646572
  case strand = 0x7374_72616E64
  case n = 0x6E
  case prev = 0x70726576
  case seen = 0x7365656E
  case at = 0x6174
  case command = 0x636F6D_6D616E64
  case book = 0x626F6F6B
  case shown = 0x73_686F776E
  case `do` = 0x646F
  case words = 0x77_6F726473
  case digest = 0x6469_67657374
  case salt = 0x73616C74
  case text = 0x74657874

  // Of events.
  case event = 0x65_76656E74
  case `in` = 0x696E
  case span = 0x7370616E
  case by = 0x6279
  case twins = 0x74_77696E73
  case code = 0x636F6465
  case level = 0x6C_6576656C
  case coding = 0x636F_64696E67
  case sha256 = 0x7368_61323536
  case turns = 0x74_75726E73
  case on = 0x6F6E
  case title = 0x74_69746C65
  case codes = 0x63_6F646573
  case verdict = 0x766572_64696374
  case reason = 0x7265_61736F6E
  case to = 0x746F
  case from = 0x66726F6D
  case lines = 0x6C_696E6573
  case edit = 0x65646974
  case old = 0x6F6C64
  case new = 0x6E6577
  case why = 0x776879

  // Of audits.
  case audit = 0x61_75646974
  case place = 0x70_6C616365
  case chosen = 0x6368_6F73656E
  case plan = 0x706C616E
  case seed = 0x73656564
  case blind = 0x62_6C696E64
  case strata = 0x7374_72617461
  case wholes = 0x7768_6F6C6573
  case coded = 0x63_6F646564
  case places = 0x706C_61636573

  @inline(__always)
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var value: UInt64 = 0
    if range.count <= 8 {
      for index in range { value = value << 8 | UInt64(bytes[index]) }
    }
    self = LogKey(rawValue: value) ?? .other
  }
}
