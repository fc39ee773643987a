/// A tier of an ELAN file: a row of annotations, mostly of one speaker.
struct EAFTier {
  /// A stretch of a tier with words.
  struct Annotation {
    /// Where the words stand in time.
    enum Place {
      /// From one time slot to another.
      case slots(String, String)
      /// Where another annotation stands.
      case annotation(String)
    }

    let id: String
    let place: Place
    var words = ""
  }

  let id: String
  let participant: String?
  /// The tier whose annotations this one's refer to.
  let parent: String?
  var annotations: [Annotation] = []
}

/// The times of an ELAN file.
struct EAFTimes {
  private var slots: [(id: String, value: Int?)] = []
  private var indexOfSlot: [String: Int] = [:]
  /// Milliseconds for one unit of the file.
  var unit = 1.0

  /// Adds the next slot; its value may be left out.
  mutating func add(_ id: String, _ value: String?) {
    indexOfSlot[id] = slots.count
    slots.append((id, value.flatMap { Int($0) }))
  }

  /// Gives slots without a time one, evenly between those that have one.
  mutating func fillGaps() {
    var last: Int?
    for index in slots.indices where slots[index].value != nil {
      if let first = last, index > first + 1, let from = slots[first].value,
        let to = slots[index].value
      {
        for between in (first + 1)..<index {
          slots[between].value = from + (to - from) * (between - first) / (index - first)
        }
      }
      last = index
    }
  }

  /// In milliseconds; nil for a slot that is not there or has no time.
  func time(of slot: String) -> Int? {
    guard let index = indexOfSlot[slot], let value = slots[index].value, value >= 0,
      value < 1 << 40
    else { return nil }
    return Int((Double(value) * unit).rounded())
  }
}
