/// A part of a document: a paragraph, or a table whose cells hold paragraphs.
enum DocumentBlock: Hashable {
  case paragraph(Paragraph)
  case table([[[Paragraph]]])
}

/// What the reader of a document format finds: its parts in their order, and what was left out.
struct Document {
  var blocks: [DocumentBlock]
  var losses: [ImportLoss]
  /// What a person should know, without being an error.
  var diagnostics: [Diagnostic] = []
}
