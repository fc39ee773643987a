import CodingEngine
import Corpus
import FileSystem

/// What one `draad reanchor` decides: all of it, or nothing.
struct ReanchorWork {
  private let desk: Desk
  private let moved: MovedCodings
  private let byID: [String: MovedCoding]
  private var entry: LogEntry
  private var lines: [String] = []

  /// Sits down to decide.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - command: What the log says, after the command's name.
  ///   - known: What was shown to the user; nil: what holds now.
  /// - Throws: `Failure`, `FileError`.
  init(_ options: Options, command: String, among known: MovedCodings? = nil) throws {
    desk = try Desk(options, needsCodes: false)
    moved = try known ?? MovedCodings(in: desk.folder, desk.log, desk.state)
    byID = Dictionary(
      uniqueKeysWithValues: moved.all.map { ($0.coding.id.description, $0) })
    entry = LogEntry(command: "reanchor " + command, codebook: desk.codebook)
  }

  /// Decides on one coding.
  mutating func put(_ id: String, at place: String) throws {
    guard let coding = byID[id] else {
      throw Failure(
        "no coding whose words changed has the id \"\(id)\"", fix: "see draad reanchor --all")
    }
    let name = "\(coding.coding.anchor.transcript) \(desk.title(coding.coding.code))"
    if place == "gone" {
      entry.reanchor(coding.coding, at: nil, in: nil, knowing: desk.state, in: desk.log)
      lines.append("\(name) is gone for good, as you say")
      return
    }
    var (transcript, range) = (coding.transcript, coding.range)
    if place != "here" {
      guard place.contains(":") else {
        throw Failure(
          "\"\(place)\" is no place", fix: "say here, gone, or a position such as FG07:12")
      }
      let target = try CodingTarget(place, quotation: nil, transcript: desk.transcript)
      (transcript, range) = (target.transcript, target.range)
    }
    guard let transcript, let range else {
      throw Failure("its words are nowhere", fix: "give a position, or say gone")
    }
    entry.reanchor(coding.coding, at: range, in: transcript, knowing: desk.state, in: desk.log)
    lines.append(
      "\(desk.title(coding.coding.code)) stands at \(transcript.position(of: range)) now:"
        + " \(transcript.excerpt(range))")
  }

  /// Takes over where words were found again.
  ///
  /// - Parameter ids: The transcripts; none for all.
  /// - Throws: `Failure` when there is no such transcript; `FileError`.
  mutating func acceptFound(in ids: [String]) throws {
    let wanted = Set(try ids.map { try desk.file($0).id })
    var counts: [(id: String, count: Int)] = []
    for coding in moved.found {
      let id = coding.coding.anchor.transcript
      guard wanted.isEmpty || wanted.contains(id), let transcript = coding.transcript else {
        continue
      }
      entry.reanchor(
        coding.coding, at: coding.range, in: transcript, knowing: desk.state, in: desk.log)
      if counts.last?.id != id { counts.append((id, 0)) }
      counts[counts.count - 1].count += 1
    }
    lines = counts.map { id, count in
      "\(id): \(count) coding\(count == 1 ? " stands" : "s stand") where"
        + " \(count == 1 ? "its" : "their") words are now"
    }
    if lines.isEmpty { lines = ["there is no coding that was found again"] }
  }

  func write(on output: inout Output) throws {
    try desk.write(
      entry, saying: lines.isEmpty ? ["no place was given"] : lines, on: &output)
  }
}
