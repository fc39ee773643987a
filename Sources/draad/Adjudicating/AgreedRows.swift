import Corpus
import Export
import FileSystem
import Review

extension Adjudication {
  /// What a file says was agreed on units that are open: the table of disagreements, with its column
  /// `agreed` filled in.
  ///
  /// Rows with nothing in it are left open. Every fault is reported, and then nothing is taken.
  ///
  /// - Parameter path: CSV with the columns `position` and `agreed`; `-` is standard input.
  /// - Returns: The units and what was agreed on each.
  /// - Throws: `FileError`, or `Failure` with every fault.
  func agreed(in path: String) throws -> [(unit: DifferingUnit, codes: [Settlement])] {
    let name = path == "-" ? "standard input" : path
    let bytes = path == "-" ? try File.readStandardInput() : try File.read(path)
    let read = SeparatedText.read(bytes: bytes, path: name)
    guard let text = read.value else { throw Failure(read.diagnostics) }
    let head = text.rows.first?.map { $0.text.lowercased() } ?? []
    guard let position = head.firstIndex(of: "position"),
      let agreed = head.firstIndex(of: "agreed")
    else {
      throw Failure(
        "the columns position and agreed are needed", about: name,
        fix: "fill in the file that draad agreement --disagreements --csv makes")
    }
    var units: [String: DifferingUnit] = [:]
    for unit in differing { units[unit.text.position] = unit }
    var (found, faults, seen) = ([(DifferingUnit, [Settlement])](), [Diagnostic](), Set<Int>())
    for row in text.rows.dropFirst() where row.count > max(position, agreed) {
      if row[agreed].text.allSatisfy(\.isWhitespace) { continue }
      do {
        guard let unit = units[row[position].text] else {
          throw Failure(
            "the coders do not differ on \"\(row[position].text)\"",
            fix: "draad agreement --disagreements lists where they do, with the same --unit")
        }
        guard seen.insert(unit.unit).inserted else {
          throw Failure("\(unit.text.position) stands there twice")
        }
        let codes = try self.agreed(row[agreed].text, on: unit)
        if !settled.contains(unit.unit) { found.append((unit, codes)) }
      } catch let failure as Failure {
        faults += failure.diagnostics.map {
          Diagnostic(.error, path: name, at: row[position].position, $0.message, fix: $0.fix)
        }
      }
    }
    if !faults.isEmpty { throw Failure(faults) }
    return found
  }
}
