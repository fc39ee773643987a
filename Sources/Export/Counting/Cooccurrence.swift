import CodingEngine
public import Corpus

/// How strongly two codes go together, from the units that carry them.
///
/// With n_i units that carry i, n_j that carry j, n_ij that carry both and N units of talk with a
/// word.
public enum Association: String, Sendable, Hashable, CaseIterable {
  /// n_ij.
  case count
  /// n_ij / (n_i + n_j − n_ij), in 0…1.
  ///
  /// Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist 11(2),
  /// 37–50. The c-coefficient of ATLAS.ti, here on distinct units, so that it is never above 1.
  case jaccard
  /// n_ij / √(n_i · n_j), in 0…1.
  ///
  /// Salton, G., & McGill, M. J. (1983). Introduction to Modern Information Retrieval. McGraw-Hill.
  case cosine
  /// n_ij · N / (n_i · n_j): 1 when the codes have nothing to do with each other; 0 or more.
  ///
  /// The interest of Brin, S., Motwani, R., Ullman, J. D., & Tsur, S. (1997). Dynamic itemset counting
  /// and implication rules for market basket data. SIGMOD Record 26(2), 255–264.
  case lift

  /// The measure; `undefined` where its denominator is 0.
  func cell(_ pair: Pair, units: Int) -> Table.Cell {
    let (one, other, both) = (Double(pair.one), Double(pair.other), Double(pair.both))
    switch self {
    case .count: return .count(pair.both)
    case .jaccard:
      let either = one + other - both
      return either > 0 ? .decimal(both / either) : .undefined
    case .cosine:
      let product = one * other
      return product > 0 ? .decimal(both / product.squareRoot()) : .undefined
    case .lift:
      let product = one * other
      return product > 0 ? .decimal(both * Double(units) / product) : .undefined
    }
  }
}

/// Two codes and the units that carry them.
struct Pair: Hashable {
  /// Units that carry the first code, the second, and both.
  let one, other, both: Int

  @inline(__always)
  init(_ one: Int, _ other: Int, in shared: SharedUnits) {
    self.one = shared[one, one]
    self.other = shared[other, other]
    both = shared[one, other]
  }
}

extension Talk {
  /// A matrix of the codes: how strongly each goes together with each, in units of one kind.
  ///
  /// The diagonal of counts is n_i, the number in the frequencies. A code and its own ancestor meet
  /// by definition: undefined.
  ///
  /// - Parameters:
  ///   - unit: What the codes meet in.
  ///   - association: What the cells hold.
  ///   - shared: What the codes have in common in units of that kind.
  ///   - language: Of the headings.
  /// - Returns: A row and a column for each code.
  /// - Complexity: O(*c*²) in the codes.
  public func cooccurrence(
    by unit: Unit, as association: Association, of shared: SharedUnits, in language: Language
  ) -> Table {
    let whole = whole[unit.measure]
    let (codes, below) = (codes, codes.map(codebook.descendants))
    let rows = codes.indices.map { row in
      var cells: [Table.Cell] = []
      cells.reserveCapacity(codes.count)
      for column in codes.indices {
        let areKin = below[row].contains(codes[column]) || below[column].contains(codes[row])
        cells.append(
          areKin ? .undefined : association.cell(Pair(row, column, in: shared), units: whole))
      }
      return codeRow(codes[row], among: codes, cells)
    }
    let columns = codes.map { code in
      let id = codebook.codes[code].id.description
      return Table.Column("code=\(id)", id, .number, isValue: true)
    }
    return Table(
      shape: "cooccurrence", title: language.say(.cooccurrence(unit)), language: language,
      columns: codeColumns(in: language) + columns, rows: rows,
      notes: notes(in: language, about: [.association(association), .unitsOfTalk(whole, unit)]))
  }

  /// The pairs of codes that meet in a unit, most often first, then in the order of the codebook.
  ///
  /// - Parameters:
  ///   - unit: What the codes meet in.
  ///   - all: Whether pairs that never meet are listed too.
  ///   - shared: What the codes have in common in units of that kind.
  ///   - language: Of the headings.
  /// - Returns: A row for each pair, without pairs of a code and its own ancestor.
  public func cooccurringPairs(
    by unit: Unit, all: Bool = false, of shared: SharedUnits, in language: Language
  ) -> Table {
    let whole = whole[unit.measure]
    var pairs: [(one: Int, other: Int, pair: Pair)] = []
    for one in codes.indices {
      for other in (one + 1)..<codes.count where all || shared[one, other] > 0 {
        if codebook.areAncestorAndDescendant(codes[one], codes[other]) { continue }
        pairs.append((codes[one], codes[other], Pair(one, other, in: shared)))
      }
    }
    // Stable: those that meet equally often stay in the order of the codebook.
    pairs.sort { $0.pair.both > $1.pair.both }
    return Table(
      shape: "cooccurrence-pairs", title: language.say(.cooccurrence(unit)), language: language,
      columns: pairColumns(in: language),
      rows: pairs.map { one, other, pair in
        var cells: [Table.Cell] = []
        cells.reserveCapacity(4 + Association.allCases.count)
        cells.append(.text(codebook.codes[one].id.description))
        cells.append(.text(codebook.codes[other].id.description))
        cells.append(.count(pair.one))
        cells.append(.count(pair.other))
        for measure in Association.allCases { cells.append(measure.cell(pair, units: whole)) }
        return Table.Row(cells)
      },
      notes: notes(in: language, about: [.unitsOfTalk(whole, unit)]))
  }

  private func pairColumns(in language: Language) -> [Table.Column] {
    [
      Table.Column("code_1", "\(language.say(.code)) 1", .text),
      Table.Column("code_2", "\(language.say(.code)) 2", .text),
      Table.Column("units_1", language.say(.with(1)), .number),
      Table.Column("units_2", language.say(.with(2)), .number),
      Table.Column("units_both", language.say(.withBoth), .number),
      Table.Column("jaccard", "Jaccard", .number),
      Table.Column("cosine", language.say(.cosine), .number),
      Table.Column("lift", "lift", .number),
    ]
  }
}
