/// How much text pairs of coders coded alike and otherwise, and how much chance would.
///
/// Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of unitizing
/// textual continua: further developments. Quality & Quantity 50(6), 2347–2364. Values are 0 for a
/// gap, then the codes.
struct Coincidences {
  let size: Int
  private let others: Double
  /// The text over which one coder has one value and another has another, for each pair of coders
  /// both ways; row by row.
  private let pairs: [Int]
  /// ℓ_c.: the text that all coders together gave a value.
  let margins: [Double]
  /// For each value what its segments would coincide with themselves: for a code the squares of
  /// their lengths, for gaps, which are no units, their lengths (equation 4).
  let selves: [Double]
  /// The same for the parts of segments that lie in segments of another coder, by number of other
  /// coders (equation 10).
  let sharedSelves: [Double]

  init(of text: Unitization) {
    var indices: [Int: Int] = [:]
    for (index, code) in text.codes.enumerated() { indices[code] = index + 1 }
    let size = text.codes.count + 1
    let others = Double(text.segments.count - 1)
    var pairs = [Int](repeating: 0, count: size * size)
    for (length, values) in text.stretches(indices) {
      for (row, ones) in values.enumerated() where ones > 0 {
        for (column, both) in values.enumerated() where both > 0 {
          pairs[row * size + column] += length * ones * (row == column ? both - 1 : both)
        }
      }
    }
    var margins = [Double](repeating: 0, count: size)
    var selves = margins
    var sharedSelves = margins
    for (coder, segments) in text.segments.enumerated() {
      var gap = text.length
      for segment in segments {
        guard let value = indices[segment.code] else { continue }
        let length = segment.range.count
        gap -= length
        margins[value] += Double(length)
        selves[value] += Double(length * length)
        for other in text.segments.indices where other != coder {
          let shared = text.coded(in: segment.range, by: other)
          sharedSelves[value] += Double(shared * shared) / others
        }
      }
      margins[0] += Double(gap)
      selves[0] += Double(gap)
    }
    self.size = size
    self.others = others
    self.pairs = pairs
    self.margins = margins
    self.selves = selves
    self.sharedSelves = sharedSelves
  }

  /// ℓ_ck, equation 1: the text over which one coder has c and another has k, divided by the number
  /// of other coders.
  subscript(row: Int, column: Int) -> Double { Double(pairs[row * size + column]) / others }

  /// The text with one code over which another coder has any code, divided like ℓ_ck.
  func shared(_ row: Int) -> Double {
    Double(pairs[(row * size + 1)..<((row + 1) * size)].reduce(0, +)) / others
  }
}

extension Unitization {
  /// The text cut at every end of a segment: how long each stretch is, and how many coders gave it
  /// each value.
  fileprivate func stretches(_ indices: [Int: Int]) -> [(length: Int, values: [Int])] {
    var events: [(at: Int, value: Int, change: Int)] = []
    for segment in segments.joined() {
      guard let value = indices[segment.code] else { continue }
      events.append((segment.range.lowerBound, value, 1))
      events.append((segment.range.upperBound, value, -1))
    }
    events.sort { $0.at < $1.at }
    var values = [Int](repeating: 0, count: indices.count + 1)
    values[0] = segments.count
    var stretches: [(length: Int, values: [Int])] = []
    var start = 0
    for event in events {
      if event.at > start { stretches.append((event.at - start, values)) }
      start = event.at
      values[event.value] += event.change
      values[0] -= event.change
    }
    if length > start { stretches.append((length - start, values)) }
    return stretches
  }

  /// How much of a range a coder coded at all.
  fileprivate func coded(in range: Range<Int>, by coder: Int) -> Int {
    let segments = segments[coder]
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var sum = 0
    for segment in segments[low...] {
      if segment.range.lowerBound >= range.upperBound { break }
      sum += segment.range.clamped(to: range).count
    }
    return sum
  }
}
