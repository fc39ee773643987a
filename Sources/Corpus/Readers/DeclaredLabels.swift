/// The labels that a transcript declares, and which of them another label is probably meant to be.
///
/// A label is like a declared one when it differs only in case or accents, is one edit away (one sign
/// added, left out or changed), or has capitals, small letters and digits in the same places. A label
/// of one letter is one edit away from none. Looking a label up costs its length, however many are
/// declared.
struct DeclaredLabels {
  private var indices: [String: Int] = [:]
  private var folded: [[UInt32]] = []
  private var whole: [UInt64: Int] = [:]
  /// Each label less one sign, with the place of that sign.
  private var shortened: [UInt64: Int] = [:]
  private var shapes: [[UInt32]: Int] = [:]

  /// Takes labels in the order of the file.
  init(_ labels: [String]) {
    for (index, label) in labels.enumerated() {
      add(label, index)
      // A # or @ before a label is no part of it, whether or not it was declared with one.
      if let first = label.unicodeScalars.first, first == "#" || first == "@" {
        add(String(label.unicodeScalars.dropFirst()), index)
      }
      let shape = Self.shape(label)
      shapes[shape] = shapes[shape] ?? index
      folded.append(Self.folded(label))
    }
  }

  private mutating func add(_ label: String, _ index: Int) {
    indices[label] = indices[label] ?? index
  }

  /// The declared label that is written exactly so.
  func exactly(_ label: String) -> Int? { indices[label] }

  /// The first declared label that `label` is like.
  mutating func like(_ label: String) -> Int? {
    if whole.isEmpty { indexEdits() }
    let scalars = Self.folded(label)
    let hashes = EditHashes(scalars)
    if let index = whole[hashes.whole] { return index }
    var near: Int?
    func meet(_ index: Int?) {
      guard let index, index < near ?? .max, Self.isOneEdit(scalars, folded[index]) else { return }
      near = index
    }
    if scalars.count > 1 {
      for place in 0...scalars.count {
        meet(shortened[hashes.whole(before: place)])
        guard place < scalars.count else { break }
        meet(shortened[hashes.without(place)])
        if scalars.count > 2 { meet(whole[hashes.less(place)]) }
      }
    }
    return near ?? shapes[Self.shape(label)]
  }

  /// Done only once a label is met that nobody declared.
  private mutating func indexEdits() {
    whole.reserveCapacity(folded.count)
    shortened.reserveCapacity(folded.reduce(0) { $0 + $1.count })
    for (index, scalars) in folded.enumerated() {
      let hashes = EditHashes(scalars)
      whole[hashes.whole] = whole[hashes.whole] ?? index
      guard scalars.count > 1 else { continue }
      for place in scalars.indices {
        let hash = hashes.without(place)
        shortened[hash] = shortened[hash] ?? index
      }
    }
  }

  private static func folded(_ label: String) -> [UInt32] {
    String(decoding: Folding.fold(label.utf8), as: UTF8.self).unicodeScalars.map(\.value)
  }

  private static func shape(_ label: String) -> [UInt32] {
    label.unicodeScalars.compactMap { scalar in
      switch scalarClass(scalar.value) {
      case .digit: UInt32(ascii: "9")
      case .letter: isCapital(scalar.value) ? UInt32(ascii: "A") : UInt32(ascii: "a")
      case .mark, .dropped: nil
      case .hyphen, .apostrophe, .blank, .sign: scalar.value
      }
    }
  }

  private static func isOneEdit(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1, short.count > 1 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    if same == long.count { return true }
    return short.count == long.count
      ? short[(same + 1)...].elementsEqual(long[(same + 1)...])
      : short[same...].elementsEqual(long[(same + 1)...])
  }
}

/// Hashes of a label and of what it becomes when one sign is left out, each in constant time.
private struct EditHashes {
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Of the first *n* signs.
  private var fronts: [UInt64] = [0]
  private var powers: [UInt64] = [1]

  init(_ scalars: [UInt32]) {
    for scalar in scalars {
      fronts.append((fronts[fronts.count - 1] &+ UInt64(scalar) &+ 1) &* Self.base)
      powers.append(powers[powers.count - 1] &* Self.base)
    }
  }

  private var count: Int { fronts.count - 1 }

  var whole: UInt64 { fronts[count] }

  /// The whole, as what a longer label becomes without its sign at `place`.
  func whole(before place: Int) -> UInt64 { mark(whole, place) }

  /// Without the sign at `place`, and with that place.
  func without(_ place: Int) -> UInt64 { mark(less(place), place) }

  /// Without the sign at `place`.
  func less(_ place: Int) -> UInt64 {
    let back = fronts[count] &- fronts[place + 1] &* powers[count - place - 1]
    return fronts[place] &* powers[count - place - 1] &+ back
  }

  private func mark(_ hash: UInt64, _ place: Int) -> UInt64 {
    (hash ^ hash >> 31) &* 0xBF58_476D_1CE4_E5B9 &+ UInt64(place)
  }
}

extension UInt32 {
  fileprivate init(ascii sign: Unicode.Scalar) { self = sign.value }
}
