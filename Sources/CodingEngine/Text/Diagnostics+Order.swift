import Corpus

extension [Diagnostic] {
  /// In the order of the file; what concerns the file as a whole comes first, and of two at one
  /// place the one found first.
  var inFileOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      switch (left.element.position, right.element.position) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): true
      case (_?, nil): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
