/// The same random numbers from the same seed, on every machine and with every version of Swift.
///
/// SplitMix64: Steele, G. L., Lea, D., & Flood, C. H. (2014). Fast splittable pseudorandom number
/// generators. OOPSLA '14, 453–472, figure 14.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A whole number in `0..<bound`, each as likely as the others; `bound` is above 0.
  ///
  /// Lemire, D. (2019). Fast random integer generation in an interval. ACM Transactions on Modeling
  /// and Computer Simulation 29(1), algorithm 5.
  mutating func next(below bound: Int) -> Int {
    precondition(bound > 0)
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// `count` of the numbers in `0..<bound`, ascending, every choice as likely as the others.
  mutating func choose(_ count: Int, of bound: Int) -> [Int] {
    var numbers = Array(0..<bound)
    let count = min(count, bound)
    for index in 0..<count {
      numbers.swapAt(index, index + next(below: bound - index))
    }
    return numbers.prefix(count).sorted()
  }
}
