/// What has become of a coding, as the page tells it apart.
///
/// What rules propose is open until somebody has looked at it.
enum Standing: String, CaseIterable {
  case open
  case accepted
  case rejected
  /// The last verdicts of two reviewers differ.
  case contested
  /// Somebody looked and could not tell.
  case unsure
  /// Coded by a person.
  case hand

  /// As people read it.
  var phrase: Phrase {
    switch self {
    case .open: Phrase("voorstel", "proposal")
    case .accepted: Phrase("aanvaard", "accepted")
    case .rejected: Phrase("afgewezen", "rejected")
    case .contested: Phrase("betwist", "contested")
    case .unsure: Phrase("onzeker", "unsure")
    case .hand: Phrase("met de hand", "by hand")
    }
  }
}
