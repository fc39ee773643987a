import CodingEngine
import Corpus

/// What the columns of a crosstab stand for.
public enum Grouping: Sendable, Hashable {
  /// The role of who speaks.
  case role
  /// Who speaks.
  case participant
  case transcript
  /// The level of the place, for codes with a scale.
  case level
  /// A variable of who speaks or, where the speaker has none of that name, of the transcript.
  case variable(String)

  /// What goes before the value in the key of a column.
  var key: String {
    switch self {
    case .role: "role"
    case .participant: "participant"
    case .transcript: "transcript"
    case .level: "level"
    case .variable(let name): name
    }
  }
}

/// Places and talk divided into the columns of a crosstab.
struct Groups {
  /// One column.
  struct Group {
    /// The value in CSV and JSON; empty where nothing is given.
    let value: String
    /// The value in print.
    let heading: String
    /// What the members of the group say.
    let whole: Counts
  }

  let groups: [Group]
  /// The codes that can have a place in each group; nil when all can.
  let codes: [Set<Int>]?
  /// The index of a place's group.
  let index: (Place) -> Int

  /// Divides places into one list for each group.
  func divide(_ places: [Place]) -> [[Place]] {
    var divided = counts(places).map { count in
      var list: [Place] = []
      list.reserveCapacity(count)
      return list
    }
    for place in places { divided[index(place)].append(place) }
    return divided
  }

  /// How many of some places fall to each group.
  func counts(_ places: [Place]) -> [Int] {
    var counts = [Int](repeating: 0, count: groups.count)
    for place in places { counts[index(place)] += 1 }
    return counts
  }
}

extension Talk {
  func groups(by grouping: Grouping, showingPrivate: Bool, in language: Language) -> Groups {
    if grouping == .level { return levels(in: language) }
    let names = GroupNames(of: self, by: grouping, showingPrivate: showingPrivate)
    let wholes = wholes(names.values.count) { names.groupOfTurn[$0] }
    let groups = zip(names.values, wholes).map { value, whole in
      Groups.Group(
        value: value ?? "", heading: value.map(names.heading) ?? language.say(.notGiven),
        whole: whole)
    }
    return Groups(groups: groups, codes: nil) { place in names.groupOfTurn[place.turn] }
  }

  /// Levels by their ids in the order of the scales, then mixed, then none.
  private func levels(in language: Language) -> Groups {
    let book = codebook.codes
    var groups: [Groups.Group] = []
    var owners: [Set<Int>] = []
    var positions: [String: Int] = [:]
    for code in codes {
      for level in book[code].scale {
        if let known = positions[level.id] {
          owners[known].insert(code)
        } else {
          positions[level.id] = groups.count
          groups.append(Groups.Group(value: level.id, heading: level.title, whole: whole))
          owners.append([code])
        }
      }
    }
    groups.append(Groups.Group(value: "(mixed)", heading: language.say(.mixed), whole: whole))
    groups.append(Groups.Group(value: "(none)", heading: language.say(.noLevel), whole: whole))
    owners += [Set(codes), Set(codes)]
    let (mixed, none) = (groups.count - 2, groups.count - 1)
    return Groups(groups: groups, codes: owners) { [positions] place in
      switch place.level {
      case .level(let level): positions[book[place.code].scale[level].id] ?? none
      case .mixed: mixed
      case .none: none
      }
    }
  }
}

/// The values that the turns of a talk have, in the order of the columns, nil for none last.
struct GroupNames {
  let values: [String?]
  /// The index in `values` for each turn of the talk that counts; -1 for the others.
  let groupOfTurn: [Int]
  private let privateName: String?

  init(of talk: Talk, by grouping: Grouping, showingPrivate: Bool) {
    var isPrivate = false
    var inOrderOfTurns: [String] = []
    /// For each turn where its value stands in that list, from 1; 0 for none, -1 for a turn that does
    /// not count.
    var numberOfTurn: [Int] = []
    numberOfTurn.reserveCapacity(talk.turns.count)
    var numbers: [String: Int] = [:]
    /// By speaker of the transcript at hand.
    var known: [Int?] = []
    for (index, turn) in talk.turns.enumerated() {
      if index == talk.firstTurns[turn.transcript] {
        let speakers = talk.transcripts[turn.transcript].transcript.speakers.count
        known = Array(repeating: nil, count: speakers)
      }
      guard turn.counts else {
        numberOfTurn.append(-1)
        continue
      }
      if let number = known[turn.speaker] {
        numberOfTurn.append(number)
        continue
      }
      let (transcript, speaker) = talk.speaker(of: turn)
      let value: String?
      switch grouping {
      case .role: value = speaker.role
      case .participant: value = talk.participants[turn.participant]
      case .transcript: value = transcript.id
      case .level: value = nil
      case .variable(let key):
        let variable = transcript.variable(key, of: speaker)
        isPrivate = isPrivate || variable?.isPrivate == true
        value = variable?.value
      }
      // A key without a value gives nothing.
      var number = 0
      if let value, !value.isEmpty {
        number = numbers[value] ?? inOrderOfTurns.count + 1
        if number > inOrderOfTurns.count { inOrderOfTurns.append(value) }
        numbers[value] = number
      }
      known[turn.speaker] = number
      numberOfTurn.append(number)
    }
    let hides = isPrivate && !showingPrivate
    privateName = hides ? grouping.key : nil
    let sorted = hides ? inOrderOfTurns : GroupNames.sorted(inOrderOfTurns)
    var positions = [Int](repeating: sorted.count, count: sorted.count + 1)
    for (position, value) in sorted.enumerated() { positions[numbers[value] ?? 0] = position }
    groupOfTurn = numberOfTurn.map { $0 < 0 ? -1 : positions[$0] }
    let shown = hides ? sorted.indices.map { "(\($0 + 1))" } : sorted
    values = shown + (groupOfTurn.contains(sorted.count) ? [nil] : [])
  }

  func heading(_ value: String) -> String {
    privateName.map { "\($0) \(value)" } ?? value
  }

  /// As numbers when all are, else by code points.
  private static func sorted(_ values: [String]) -> [String] {
    let numbers = values.compactMap { value in
      value.utf8.allSatisfy { "0123456789.-".utf8.contains($0) } ? Double(value) : nil
    }
    guard numbers.count == values.count else { return values.sorted(by: precedes) }
    return zip(numbers, values).sorted { $0.0 != $1.0 ? $0.0 < $1.0 : precedes($0.1, $1.1) }
      .map(\.1)
  }
}
