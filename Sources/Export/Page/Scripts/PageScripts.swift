/// What the page does, in small scripts that stand one after the other in one `<script>`.
enum PageScripts {
  /// All of them, in the order in which they build on each other.
  static let all = [
    core, model, longList, quote, matrix, together, overview, codes, quotes, timeline, conversation,
    groups, speakers, router,
  ].joined(separator: "\n\n") + "\n"
}
