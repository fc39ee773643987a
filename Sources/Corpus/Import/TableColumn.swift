/// What a column of a table can hold.
public enum TableColumn: String, Sendable, Hashable, CaseIterable {
  /// Who talks.
  case speaker
  /// The words.
  case text
  /// When the turn begins.
  case start
  /// When the turn ends.
  case end
  /// Which conversation it is.
  case transcript
  /// What the speaker is there.
  case role

  /// The names that such columns usually have, in English and Dutch, folded, without blanks and
  /// signs.
  var usualNames: Set<String> {
    switch self {
    case .speaker: Self.speakers
    case .text: Self.texts
    case .start: Self.starts
    case .end: Self.ends
    case .transcript: Self.transcripts
    case .role: ["role", "rol", "functie", "function", "speakerrole", "participantrole"]
    }
  }

  /// A column's name as it is compared.
  static func key(_ name: String) -> String {
    let folded = Folding.fold(name.utf8).filter { asciiClass($0) == .letter || $0 &- 0x30 < 10 }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func names(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  private static let speakers = names(
    """
    speaker spreker sprekers name naam participant deelnemer who wie speakername speakerid \
    speakerlabel label person persoon voice respondent interlocutor actor user gebruiker author \
    auteur from van sprekernaam participantid deelnemerid
    """)
  private static let texts = names(
    """
    text tekst words woorden utterance uiting uitspraak content inhoud contents transcription \
    transcriptie message bericht sentence zin quote citaat speech dialogue dialoog utterancetext \
    caption body transcripttext spokentext gesprokentekst paragraph alinea turn beurt line
    """)
  private static let starts = names(
    """
    start begin timestamp time tijd tijdstip starttime starttijd begintijd timecode tijdcode \
    startms startseconds starts tmin timespan tijdspan offset beginoffsetmillis startseconden in \
    timein intime startsec
    """)
  private static let ends = names(
    """
    end eind einde stop endtime eindtijd stoptime endms endseconds tmax endoffsetmillis tot to out \
    timeout outtime endsec ends
    """)
  private static let transcripts = names(
    """
    transcript transcriptid transcriptname file filename bestand bestandsnaam document \
    documentname doc interview interviewid gesprek gespreksid conversation conversationid session \
    sessie sessionid source bron video videoid recording opname focusgroep focusgroup fg fgid \
    datacontainer verslagnaam meeting vergadering
    """)
}
