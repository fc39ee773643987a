import CodingEngine
import Export
import Review

extension Adjudication {
  /// What an answer means for a unit.
  ///
  /// - Parameters:
  ///   - answer: The number or name of a coder; `both`; `none`; or codes with commas or semicolons
  ///     between, each with a level in parentheses if it has a scale.
  ///   - unit: What it is about.
  /// - Returns: The codes, none for `none`.
  /// - Throws: `Failure`: why it means nothing.
  func agreed(_ answer: String, on unit: DifferingUnit) throws -> [Settlement] {
    guard let placed = placed(unit.unit, unit.text) else { return [] }
    let (parallel, codes) = (comparison.parallel, comparison.codes)
    switch answer.lowercased() {
    case "none", "n", "-": return []
    case "both", "t":
      let all = parallel.settlements(ofAllOn: placed, codes: codes)
      if Set(all.map(\.code)).count < all.count {
        throw Failure(
          "they differ in the level", fix: "write the codes, each with one level: code (level)")
      }
      return all
    default:
      let raters = comparison.raters
      let number = Int(answer).map { $0 - 1 }.flatMap { raters.indices.contains($0) ? $0 : nil }
      let folder = try? Coder(answer).folder
      let named = raters.firstIndex { (try? Coder($0.name).folder) == folder && folder != nil }
      if let coder = number ?? named {
        return parallel.settlements(as: coder, on: placed, codes: codes)
      }
      return try written(answer).map {
        parallel.settlement(of: $0.code, level: $0.level, on: placed)
      }
    }
  }

  /// The codes and levels that somebody wrote: `zorgpeuters; samenwerking (gemengd)`.
  private func written(_ text: String) throws -> [(code: Int, level: Int?)] {
    var parts = [""]
    var depth = 0
    for sign in text {
      if sign == "(" { depth += 1 }
      if sign == ")" { depth -= 1 }
      if depth == 0, sign == ";" || sign == "," {
        parts.append("")
      } else {
        parts[parts.count - 1].append(sign)
      }
    }
    return try parts.flatMap { part -> [(code: Int, level: Int?)] in
      let pieces = part.split(whereSeparator: { "()".contains($0) }).map(trimmed)
        .filter { !$0.isEmpty }
      guard let name = pieces.first else { throw Failure("a code is missing in \"\(text)\"") }
      let code: Int
      do throws(CodeNameError) {
        code = try comparison.codebook.code(named: name)
      } catch {
        throw Failure(error.description, fix: "write codes, a coder's name, both or none")
      }
      guard comparison.codes.contains(code) else {
        throw Failure("\(name) is not among the codes that --codes chose")
      }
      guard pieces.count > 1 else { return [(code, nil)] }
      let scale = comparison.codebook.codes[code].scale.map(\.id)
      return try pieces[1].split(separator: ",").map { piece in
        guard let level = scale.firstIndex(of: trimmed(piece)) else {
          throw Failure(
            "\(name) has no level \"\(trimmed(piece))\"",
            fix: scale.isEmpty
              ? "leave the level out" : "its levels are \(scale.joined(separator: ", "))")
        }
        return (code, level)
      }
    }
  }
}

private func trimmed(_ text: some StringProtocol) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
