import CodingEngine
import FileSystem

extension Command {
  static let codebookRename = Command(
    name: "codebook rename",
    summary: "Give a code another id or title",
    arguments: .any("OLD NEW"),
    names: [.codes],
    ownOptions: [.title] + Option.editing,
    details: [
      "The earlier id stays in the code's line was:, through which its codings are read. One draad"
        + " undo takes the whole back, as with every edit of a codebook."
    ],
    examples: [
      .init("draad codebook rename wachten wachtlijsten", "Another id; codings come along."),
      .init("draad codebook rename wachten wachten --title Wachten", "Another title."),
    ]
  ) { options, output in
    let names = options.arguments
    guard names.count == 2 else {
      throw Failure(
        "rename needs a code and its new id", fix: "write draad codebook rename OLD NEW")
    }
    var work = try BookEdit(options, "rename")
    let code = work.book.codes[try work.index(of: names[0])].id
    try work.edit { editor throws(CodebookEditError) in
      try editor.rename(names[0], to: names[1], title: options.value(of: .title))
    }
    work.lines.append("it has \(work.codings(of: [code]))")
    try work.finish("rename", [code], on: &output)
    return .done
  }

  static let codebookMove = Command(
    name: "codebook move",
    summary: "Put a code, with those under it, elsewhere in the tree",
    arguments: .any("CODE"),
    names: [.codes],
    ownOptions: Option.placing + Option.editing,
    examples: [
      .init("draad codebook move wachten --under factoren", "The last of those under factoren."),
      .init("draad codebook move wachten --before tijd", "Right before tijd, on its level."),
      .init("draad codebook move wachten --top --dry-run", "Show what would change."),
    ]
  ) { options, output in
    guard options.arguments.count == 1, let name = options.arguments.first else {
      throw Failure("move needs one code", fix: "write draad codebook move CODE --under PARENT")
    }
    var work = try BookEdit(options, "move")
    guard let place = try work.place(options) else {
      throw Failure(
        "it is not said where to", fix: "add --under CODE, --top, --before CODE or --after CODE")
    }
    let code = work.book.codes[try work.index(of: name)].id
    try work.edit { editor throws(CodebookEditError) in try editor.move(name, to: place) }
    try work.finish("move", [code], on: &output)
    return .done
  }

  static let codebookMerge = Command(
    name: "codebook merge",
    summary: "Put codes together in one of them",
    arguments: .any("CODE"),
    names: [.codes],
    ownOptions: [.into] + Option.editing,
    details: [
      "The code after --into gets the texts, examples and rules of the others, and the codes under"
        + " them; their ids stay in its line was:, so that their codings are its own."
    ],
    examples: [.init("draad codebook merge wachten --into tijd", "One code of two.")]
  ) { options, output in
    guard let target = options.value(of: .into), !options.arguments.isEmpty else {
      throw Failure(
        "merge needs codes, and one to put them into",
        fix: "write draad codebook merge CODE --into CODE")
    }
    var work = try BookEdit(options, "merge")
    let codes = try options.arguments.map { work.book.codes[try work.index(of: $0)].id }
    try work.edit { editor throws(CodebookEditError) in
      try editor.merge(options.arguments, into: target)
    }
    work.lines.append("they had \(work.codings(of: codes))")
    try work.finish("merge", codes, on: &output)
    return .done
  }

  static let codebookAdd = Command(
    name: "codebook add",
    summary: "Add a code to the codebook",
    arguments: .any("ID"),
    ownOptions: [.title] + Option.placing + Option.editing,
    details: ["It gets a heading; write the definition, examples and rules under it."],
    examples: [
      .init("draad codebook add reistijd --title Reistijd --under tijd", "A code under tijd.")
    ]
  ) { options, output in
    guard options.arguments.count == 1, let id = options.arguments.first else {
      throw Failure("add needs one id", fix: "write draad codebook add ID --title TITLE")
    }
    var work = try BookEdit(options, "add")
    let place = try work.place(options) ?? .last(under: nil)
    let words = id.split(separator: "-").joined(separator: " ")
    let title = options.value(of: .title) ?? words.prefix(1).uppercased() + words.dropFirst()
    try work.edit { editor throws(CodebookEditError) in
      try editor.add(id, title: title, at: place)
    }
    try work.finish("add", [CodeID(id)], on: &output)
    return .done
  }

  static let codebookAdopt = Command(
    name: "codebook adopt",
    summary: "Take codes that were made while reading into the codebook",
    arguments: .any("NEWCODE"),
    ownOptions: Option.placing + Option.editing,
    details: [
      "Codes made by draad code --new and --in-vivo stand in the log until then. Their codings come"
        + " along."
    ],
    examples: [
      .init("draad codebook adopt lijntjes --under lijnen", "Take one in, under lijnen.")
    ]
  ) { options, output in
    var work = try BookEdit(options, "adopt")
    let place = try work.place(options) ?? .last(under: nil)
    let chosen = try work.newCodes(named: options.arguments)
    // Each is put right after the code that is named, or last: the order of the user stays.
    let inOrder = if case .after = place { Array(chosen.reversed()) } else { chosen }
    for (id, title) in inOrder {
      try work.edit { editor throws(CodebookEditError) in
        try editor.add(id.description, title: title, at: place)
      }
    }
    work.entry.adopt(chosen.map { "\(work.book.id):\($0.id)" })
    work.lines.append("with \(work.newCodings(of: chosen.map(\.id)))")
    try work.finish("adopt", chosen.map(\.id), on: &output)
    return .done
  }
}

extension BookEdit {
  /// The index of the code that the user names.
  func index(of name: String) throws(Failure) -> Int {
    let isNew = state.newCodes.contains { $0.code == "\(book.id):\(name)" }
    return try book.index(
      named: name,
      fix: isNew
        ? "it was made while reading: draad codebook adopt \(name) takes it into the book"
        : "draad codebook show lists the codes")
  }

  /// Codes made while reading that the user names.
  fileprivate func newCodes(named names: [String]) throws(Failure) -> [(id: CodeID, title: String)]
  {
    let known = book.namesInLog()
    let prefix = book.id + ":"
    let open = state.newCodes.filter { $0.code.hasPrefix(prefix) && known[$0.code] == nil }
      .map { (id: CodeID(String($0.code.dropFirst(prefix.count))), title: $0.title) }
    let list = open.isEmpty ? "there is none" : open.map(\.id.description).joined(separator: ", ")
    guard !names.isEmpty else {
      throw Failure("adopt needs codes that were made while reading", fix: "choose: \(list)")
    }
    var chosen: [(id: CodeID, title: String)] = []
    for name in names {
      let local = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
      let id = CodeID(local.split(separator: "/").last.map(String.init) ?? local)
      guard let code = open.first(where: { $0.id == id }) else {
        let isThere = book.index(of: id) != nil
        throw Failure(
          isThere
            ? "\(id) stands in the codebook already"
            : "nobody made a code \"\(name)\" while reading", fix: "choose: \(list)")
      }
      if !chosen.contains(where: { $0.id == id }) {
        // A colleague's log can hold anything.
        let title = code.title.split { $0.isNewline || $0.isWhitespace }.joined(separator: " ")
        chosen.append((id, title.isEmpty ? id.description : title))
      }
    }
    return chosen
  }

  fileprivate func newCodings(of codes: [CodeID]) -> String {
    let names = Set(codes.map { "\(book.id):\($0)" })
    let count = state.codings.count { names.contains($0.code) }
    return count == 1 ? "1 coding by hand" : "\(count) codings by hand"
  }
}
