/// The words that the page's scripts say, by the names under which they ask for them.
///
/// `%0`, `%1` stand for what is filled in.
enum PagePhrases {
  /// All of them, in a fixed order.
  static let all: [(name: String, phrase: Phrase)] =
    parts + counts + codes + quotations + conversations + together + groups

  /// The parts of the page, in the order of its menu.
  static let parts: [(name: String, phrase: Phrase)] = [
    ("part_overview", Phrase("Overzicht", "Overview")),
    ("part_codes", Phrase("Codes", "Codes")),
    ("part_quotes", Phrase("Citaten", "Quotations")),
    ("part_conversation", Phrase("Gesprekken", "Conversations")),
    ("part_together", Phrase("Codes samen", "Co-occurrence")),
    ("part_groups", Phrase("Groepen", "Groups")),
    ("part_speakers", Phrase("Sprekers", "Speakers")),
  ]

  private static let counts: [(name: String, phrase: Phrase)] = [
    ("of", Phrase("van", "of")),
    ("all", Phrase("alle", "all")),
    ("none", Phrase("geen", "none")),
    ("places", .places), ("own", .own), ("turns", .turns), ("words", .words),
    ("participants", .participants), ("transcripts", .transcripts), ("transcript", .transcript),
    ("turn", .turn), ("role", .role), ("code", .code), ("status", .status), ("mixed", .mixed),
    ("notGiven", .notGiven), ("quotations", .quotations), ("mostUsed", .mostUsed),
    ("attention", .attention), ("total", .totalColumn),
    ("wordsOfTalk", Phrase("Woorden van deelnemers", "Words of participants")),
    ("codesUsed", Phrase("codes met een plaats", "codes with a place")),
    ("whoTalks", Phrase("Wie er praten", "Who talks")),
    ("wordsSpoken", Phrase("Woorden per rol.", "Words by role.")),
    (
      "ownPlaces",
      Phrase("Eigen plaatsen, zonder die van codes eronder.", "Own places, without codes below.")
    ),
  ]

  private static let codes: [(name: String, phrase: Phrase)] = [
    ("codes", Phrase("Codes", "Codes")),
    (
      "chooseCode",
      Phrase(
        "Kies een code om te zien wat ze inhoudt en wie wat zei.",
        "Choose a code to see what it means and who said what.")
    ),
    (
      "placesHere",
      Phrase("Plaatsen, met die van de codes eronder.", "Places, with those of the codes below.")
    ),
    ("when", Phrase("Wanneer wel", "When")),
    ("notWhen", Phrase("Wanneer niet", "Not when")),
    ("examples", Phrase("Voorbeelden", "Examples")),
    ("perThousand", Phrase("per 1000 woorden", "per 1,000 words")),
    ("standsWith", Phrase("Vaak in één beurt met", "Often in one turn with")),
    ("filterThese", Phrase("Zoek en filter in deze citaten", "Search and filter these quotations")),
    (
      "codedByPeople",
      Phrase(
        "Deze code heeft geen regels: mensen kennen haar toe.",
        "This code has no rules: people apply it.")
    ),
  ]

  private static let quotations: [(name: String, phrase: Phrase)] = [
    ("search", Phrase("Zoek", "Search")),
    ("searchWords", Phrase("woorden in het citaat", "words in the quotation")),
    ("variable", Phrase("variabele", "variable")),
    ("who", Phrase("wie", "who")),
    ("onlyCounted", Phrase("wat in de tabellen telt", "what counts in tables")),
    ("clear", Phrase("Wis filters", "Clear filters")),
    ("foundOf", Phrase("%0 van %1 citaten", "%0 of %1 quotations")),
    ("firstPrinted", Phrase("De eerste %0 van %1.", "The first %0 of %1.")),
    ("context", Phrase("Context", "Context")),
    ("copy", Phrase("Kopieer", "Copy")),
    ("copied", Phrase("Gekopieerd, met bron.", "Copied, with its source.")),
    ("notReviewed", .notReviewed), ("by", Phrase("door", "by")),
    ("codedBy", .coders), ("decidedBy", .reviewers),
    ("grounds", Phrase("Waar dit op staat", "What this stands on")),
    ("inTranscript", Phrase("in het gesprek", "in the conversation")),
    ("moderatorSpeaks", Phrase("gespreksleider", "moderator")),
    ("notCounted", Phrase("telt in de tabellen niet mee", "does not count in tables")),
  ]

  private static let conversations: [(name: String, phrase: Phrase)] = [
    ("previous", Phrase("vorige", "previous")),
    ("next", Phrase("volgende", "next")),
    ("showCode", Phrase("toon code", "show code")),
    (
      "timeline",
      Phrase(
        "Wie spreekt wanneer, en welke codes waar; de breedte is het aantal woorden.",
        "Who speaks when, and which codes where; width is the number of words.")
    ),
    ("speakersLanes", Phrase("sprekers", "speakers")),
    ("codeLanes", Phrase("codes", "codes")),
    ("allCodes", Phrase("Codes eronder (%0)", "Codes below (%0)")),
    ("laneTurns", Phrase("in %0 beurten", "in %0 turns")),
    ("shareOfTalk", Phrase("Aandeel in het gesprek", "Share of talk")),
    (
      "shareHint",
      Phrase(
        "Woorden, en het aandeel in wat deelnemers zeggen.",
        "Words, and the share of what participants say.")
    ),
    (
      "followHint",
      Phrase(
        "Hoe vaak een beurt van de rij wordt gevolgd door een beurt van de kolom.",
        "How often a turn of the row is followed by a turn of the column.")
    ),
  ]

  private static let together: [(name: String, phrase: Phrase)] = [
    ("together", Phrase("Codes samen", "Co-occurrence")),
    ("unit", Phrase("samen in één", "together in one")),
    ("measure", Phrase("maat", "measure")),
    ("depth", Phrase("lagen", "levels")),
    ("allLevels", Phrase("alle", "all")),
    ("unit_word", Phrase("woord", "word")), ("unit_sentence", Phrase("zin", "sentence")),
    ("unit_turn", Phrase("beurt", "turn")), ("unit_transcript", Phrase("transcript", "transcript")),
    ("units_word", .words), ("units_sentence", .sentences), ("units_turn", .turns),
    ("units_transcript", .transcripts),
    ("measure_count", Phrase("aantal", "count")), ("measure_jaccard", Phrase("Jaccard", "Jaccard")),
    ("measure_cosine", .cosine), ("measure_lift", Phrase("lift", "lift")),
    ("about_count", .association(.count)), ("about_jaccard", .association(.jaccard)),
    ("about_cosine", .association(.cosine)), ("about_lift", .association(.lift)),
    (
      "togetherHint",
      Phrase("Kies een vakje voor de beurten met beide.", "Choose a cell for the turns with both.")
    ),
    ("meetIn", Phrase("samen in %0 %1", "together in %0 %1")),
    ("turnsWithBoth", Phrase("Beurten met beide codes: %0", "Turns with both codes: %0")),
  ]

  private static let groups: [(name: String, phrase: Phrase)] = [
    ("columns", Phrase("kolommen", "columns")),
    ("figures", Phrase("getallen", "figures")),
    ("counts", Phrase("plaatsen", "places")),
    (
      "rateHint",
      Phrase(
        "Plaatsen per 1000 woorden die de groep sprak: rollen spreken niet even veel.",
        "Places per 1,000 words that the group spoke, since groups do not speak equally much.")
    ),
    (
      "countsHint",
      Phrase(
        "Plaatsen. Kies een vakje voor de citaten.",
        "Places. Choose a cell for its quotations.")
    ),
    ("totalRow", Phrase("alle codes samen", "all codes together")),
    ("wordsRow", Phrase("gesproken woorden", "words spoken")),
  ]
}
