#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Words that are spread as in Dutch talk: a few very often, most of them once.
///
/// Small words are real ones; the rest is made of syllables, inflected, and put together, so that
/// the number of different words keeps growing with the text.
struct Vocabulary {
  private static let smallWords = """
    de en dat ik het een je die van is we in ook niet maar dan wel te op zijn er met voor als dus \
    heb ja wat om hebben hoe aan kan naar nog bij mee weet gaan echt moet heel daar zo of over nou \
    hier omdat uit wij eigenlijk ze als door meer want veel altijd toch even soms worden goed kind \
    kinderen ouders school groep samen zorg peuters kleuters overleg begeleider opvang
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  private static let beginnings = [
    "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "kr", "l", "m", "n", "p", "pr", "r", "s",
    "sch", "sl", "sp", "st", "str", "t", "tr", "v", "w", "z", "zw",
  ]
  private static let middles = [
    "a", "aa", "e", "ee", "i", "ie", "o", "oe", "oo", "u", "ui", "ij", "ei", "eu", "ou",
  ]
  private static let ends = ["", "", "f", "g", "k", "l", "m", "n", "ng", "p", "r", "s", "st", "t"]
  private static let accented = [
    "coördin", "reünie", "financiël", "café", "één", "ideeën", "geïnt",
  ]

  /// In the order of their frequency, the most frequent first.
  let words: [String]
  private let cumulative: [Double]

  init(count: Int, seed: UInt64) {
    var random = Random(seed: seed)
    var words = Self.smallWords
    var seen = Set(words)
    while words.count < count {
      let word = Self.stem(rank: words.count, &random)
      if seen.insert(word).inserted { words.append(word) }
    }
    self.words = words
    // Mandelbrot's form of Zipf's law.
    var sum = 0.0
    var steps: [Double] = []
    for rank in 1...words.count {
      sum += pow(Double(rank) + 2.7, -1.25)
      steps.append(sum)
    }
    cumulative = steps
  }

  /// One word of running text, without capital or punctuation.
  func word(_ random: inout Random) -> String {
    let rank = self.rank(&random)
    if rank < Self.smallWords.count { return words[rank] }
    let word = inflected(words[rank], &random)
    if random.chance(0.008) { return content(&random) + word }
    if random.chance(0.004) { return content(&random) + "-" + word }
    return word
  }

  /// A word that means something, as it stands in a codebook or a compound.
  func content(_ random: inout Random) -> String {
    words[Self.smallWords.count + Int(random.fraction() * 6000)]
  }

  private func rank(_ random: inout Random) -> Int {
    let wanted = random.fraction() * (cumulative.last ?? 0)
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func inflected(_ word: String, _ random: inout Random) -> String {
    switch random.number(0..<24) {
    case 0..<4: word + "en"
    case 4, 5: word + "e"
    case 6: word + "s"
    case 7: word + "je"
    case 8: "ge" + word + "d"
    case 9: word + "te"
    default: word
    }
  }

  /// Frequent words are short.
  private static func stem(rank: Int, _ random: inout Random) -> String {
    if random.chance(0.01) { return random.element(of: accented) + syllable(&random) }
    let most = rank < 1500 ? 1 : rank < 10_000 ? 2 : 3
    return (0..<random.number(max(1, most - 1)..<most + 1)).map { _ in syllable(&random) }.joined()
  }

  private static func syllable(_ random: inout Random) -> String {
    random.element(of: beginnings) + random.element(of: middles) + random.element(of: ends)
  }
}
