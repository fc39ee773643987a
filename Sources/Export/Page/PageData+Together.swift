import Corpus
import CodingEngine
import Corpus

extension PageData {
  /// For each unit how many there are, how many carry each code, and the pairs that meet: two codes
  /// and the number of units that carry both, one after the other.
  ///
  /// From these whole numbers the page computes every measure, as the tables do.
  func writeTogether(into block: inout DataBlock) {
    let codes = talk.codesAndBelow
    block.object { block in
      for unit in Unit.allCases {
        let shared =
          self.shared[unit]
          ?? SharedUnits(of: codes.map { talk.units(unit, in: talk.places.all[$0]) })
        block.key(unit.rawValue)
        block.object { block in
          block.key("whole")
          block.value(talk.whole[unit.measure])
          block.key("each")
          block.values(codes.indices.map { shared[$0, $0] })
          block.key("pairs")
          block.array { block in
            for one in codes.indices {
              for other in codes.indices[(one + 1)...] where shared[one, other] > 0 {
                if talk.codebook.areAncestorAndDescendant(codes[one], codes[other]) { continue }
                block.value(one)
                block.value(other)
                block.value(shared[one, other])
              }
            }
          }
        }
      }
    }
  }
}
