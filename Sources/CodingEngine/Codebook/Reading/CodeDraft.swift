import Corpus

/// A heading with everything under it up to the next one, before its fields are looked at.
struct CodeDraft {
  let heading: CodeHeading
  /// An index into the drafts.
  let parent: Int?
  /// 1 for a code at the top.
  let depth: Int
  var paragraphs: [String] = []
  var fields: [CodeField] = []

  /// Sorts blocks under their headings, and reports those that have no place there.
  static func drafts(
    of blocks: [CodebookBlock], path: String
  ) -> (drafts: [CodeDraft], diagnostics: [Diagnostic]) {
    var drafts: [CodeDraft] = []
    var diagnostics: [Diagnostic] = []
    func fail(_ position: FilePosition, _ message: String, _ fix: String) {
      diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
    }
    for block in blocks {
      switch block {
      case .heading(let heading):
        let most = (drafts.last?.heading.depth ?? 0) + 1
        if heading.depth > most {
          fail(
            heading.position, "this heading skips a level",
            "write \(String(repeating: "#", count: most)) or add the code above it")
        }
        drafts.append(CodeDraft(heading, under: drafts))
      case .paragraph(let text, let position):
        guard let last = drafts.indices.last else {
          fail(
            position, "text before the first heading belongs to no code",
            "begin with a heading such as # zorg: Zorg, or put it between <!-- and -->")
          continue
        }
        if !drafts[last].fields.isEmpty {
          fail(
            position, "text cannot follow a field",
            "indent it by two blanks if it goes on with the field, or move it above the fields")
        }
        drafts[last].paragraphs.append(text)
      case .field(let field):
        guard let last = drafts.indices.last else {
          fail(
            field.position, "a field before the first heading belongs to no code",
            "begin with a heading such as # zorg: Zorg")
          continue
        }
        drafts[last].fields.append(field)
      }
    }
    return (drafts, diagnostics)
  }

  private init(_ heading: CodeHeading, under drafts: [CodeDraft]) {
    self.heading = heading
    var above = drafts.indices.last
    while let index = above, drafts[index].heading.depth >= heading.depth {
      above = drafts[index].parent
    }
    parent = above
    depth = (parent.map { drafts[$0].depth } ?? 0) + 1
  }
}
