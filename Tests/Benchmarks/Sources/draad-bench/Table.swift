/// The measurement as a text for people.
struct Table {
  private let measurement: Measurement
  private let bytes: Int

  init(_ measurement: Measurement, bytes: Int) {
    self.measurement = measurement
    self.bytes = bytes
  }

  /// Whether everything could be measured.
  var isComplete: Bool { measurement.failed.isEmpty }

  var text: String {
    var text = line("", ["wall ms", "cpu ms", "MB/s", "× wc -w", "peak MB", "× corpus"])
    text += row("draad --version", "start", against: nil)
    for cores in ["one", "all"] {
      let pinned = cores == "one" ? "one core" : "all cores"
      text += row("wc -w, \(pinned)", "wc \(cores)", against: nil)
      for patterns in InventedStudy.patterns {
        text += row(
          "\(patterns) patterns, \(pinned)", "\(patterns) \(cores)", against: "wc \(cores)")
        text += row("  on 1 kB of talk", "tiny \(patterns) \(cores)", against: nil)
      }
    }
    text += "(peak memory is never less than that of this program, see draad --version)\n"
    let few = InventedStudy.patterns[0]
    let many = InventedStudy.patterns[1]
    for cores in ["one", "all"] {
      let growth = measurement.growth(
        "\(many) \(cores)", less: "tiny \(many) \(cores)", to: "\(few) \(cores)",
        less: "tiny \(few) \(cores)")
      text += "\n\(many) against \(few) patterns, \(cores) core\(cores == "one" ? "" : "s"), "
      text += "without what the codebook alone costs: \(Self.decimal(growth, 2)) ×"
    }
    for failure in measurement.failed {
      text += "\nnot measured: \(failure.name), which ended with status \(failure.status)"
    }
    return text + "\n"
  }

  private func row(_ label: String, _ name: String, against other: String?) -> String {
    let wall = measurement.median(name) { $0.wall }
    let memory = measurement.median(name) { Double($0.peakMemory) }
    let isLarge = other != nil || name.hasPrefix("wc")
    return line(
      label,
      [
        Self.decimal(wall.map { $0 * 1000 }, 1),
        Self.decimal(measurement.median(name) { $0.processor * 1000 }, 1),
        isLarge ? Self.decimal(wall.map { Double(bytes) / 1e6 / $0 }, 0) : "",
        other.map { Self.decimal(measurement.ratio(name, to: $0), 2) } ?? "",
        Self.decimal(memory.map { $0 / 1e6 }, 1),
        isLarge ? Self.decimal(memory.map { $0 / Double(bytes) }, 2) : "",
      ])
  }

  private func line(_ label: String, _ cells: [String]) -> String {
    let padded = cells.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
    return label + String(repeating: " ", count: max(0, 26 - label.count)) + padded.joined() + "\n"
  }

  static func decimal(_ number: Double?, _ places: Int) -> String {
    guard let number, number.isFinite else { return "–" }
    var power = 1
    for _ in 0..<places { power *= 10 }
    let scaled = Int((abs(number) * Double(power)).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    if places == 0 { return "\(sign)\(scaled)" }
    let rest = String(scaled % power)
    return "\(sign)\(scaled / power)." + String(repeating: "0", count: places - rest.count) + rest
  }
}
