extension Phrase {
  static let auditKept = Phrase(
    "Wat je beslist, blijft in deze browser tot je het bewaart als bestand; niets verlaat deze computer.",
    "What you decide stays in this browser until you save it as a file; nothing leaves this computer."
  )
  static let needsScripts = Phrase(
    "Deze pagina heeft scripts nodig; haar eigen scripts vragen niets van een netwerk.",
    "This page needs scripts; its own ask nothing of any network.")
}

/// The words that the scripts of an audit's page say, by the names under which they ask for them.
enum AuditPhrases {
  /// All of them, in a fixed order.
  static let all: [(name: String, phrase: Phrase)] = [
    ("of", Phrase("van", "of")), ("place", Phrase("Plaats", "Place")),
    ("places", Phrase("Plaatsen", "Places")), ("decided", Phrase("besloten", "decided")),
    ("save", Phrase("Bewaar als bestand", "Save as a file")),
    ("saved", Phrase("Bewaard: %0 besluiten", "Saved: %0 decisions")),
    ("unsaved", Phrase("%0 nog niet bewaard als bestand", "%0 not yet saved as a file")),
    ("allSaved", Phrase("alles bewaard", "all saved")),
    (
      "notKept",
      Phrase(
        "Deze browser onthoudt niets: bewaar als bestand voor je de pagina sluit.",
        "This browser keeps nothing: save as a file before you close the page.")
    ),
    ("previous", Phrase("Vorige", "Previous")), ("next", Phrase("Volgende", "Next")),
    ("nextOpen", Phrase("Volgende open", "Next open")),
    ("accept", Phrase("Aanvaarden", "Accept")), ("reject", Phrase("Afwijzen", "Reject")),
    ("recode", Phrase("Hercoderen", "Recode")), ("resize", Phrase("Begrenzen", "Resize")),
    ("unsure", Phrase("Onzeker", "Unsure")), ("verdict", Phrase("Oordeel", "Verdict")),
    ("clear", Phrase("Wissen", "Clear")), ("open", Phrase("open", "open")),
    ("to", Phrase("Welke code hoort hier?", "Which code belongs here?")),
    ("choose", Phrase("kies een code", "choose a code")),
    ("noCode", Phrase("geen code", "no code")),
    ("words", Phrase("Welke woorden?", "Which words?")),
    (
      "wordsMissing",
      Phrase(
        "Geef andere woorden dan de gemarkeerde, zoals ze er één keer staan.",
        "Give other words than those marked, as they stand there once.")
    ),
    ("reason", Phrase("Reden", "Reason")), ("when", Phrase("Wanneer wel", "When")),
    ("notWhen", Phrase("Wanneer niet", "Not when")),
    ("byRules", Phrase("voorgesteld door de regels", "proposed by the rules")),
    ("byHand", Phrase("gecodeerd door %0", "coded by %0")),
    (
      "uncoded",
      Phrase("Hier staat geen code uit deze audit.", "No code of this audit stands here.")
    ),
    (
      "uncodedHow",
      Phrase(
        "Aanvaard als er geen hoort; hercodeer als er een gemist is.",
        "Accept when none belongs here; recode when one was missed.")
    ),
    ("gone", Phrase("De code staat niet meer in het codeboek.", "The code is gone from the book.")),
    ("show", Phrase("Toon de code", "Show the code")),
    ("youChose", Phrase("Je koos: %0", "You chose: %0")),
    ("keys", Phrase("Toetsen", "Keys")),
    (
      "keysAre",
      Phrase(
        "a aanvaarden, r afwijzen, c hercoderen, s begrenzen, u onzeker, n volgende, p vorige",
        "a accept, r reject, c recode, s resize, u unsure, n next, p previous")
    ),
  ]
}
