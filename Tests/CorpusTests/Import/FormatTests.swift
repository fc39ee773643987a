import Corpus
import Testing

@Suite struct `Reading captions` {
  @Test(arguments: [
    (
      "zoom.vtt",
      [
        "Kim de Boer 510-4000: Goedemorgen allemaal. Zullen we beginnen?",
        "Anne Veld 4200-9250: Ja hoor. Ik heb er zin in.",
        "Kim de Boer 9300-11000: Mooi: dan beginnen we.",
      ]
    ),
    ("zoom-empty.vtt", []),
    (
      "teams.vtt",
      [
        "Kim & Co 3100-5000: Wie wil beginnen?",
        "Anne Veld 5100-8000: Ik wel. Het ging om één kind. Van drie.",
      ]
    ),
    ("youtube.vtt", ["Speaker 0-4000: dus we gingen samen kijken", "Speaker 7000-9000: en toen"]),
    (
      "youtube-dash.vtt",
      [
        "Speaker 0-2000: Who comes first?", "Speaker 2000-4000: I do, and then the teacher.",
        "Speaker 4000-5000: Thanks.",
      ]
    ),
    (
      "whisper.vtt",
      [
        "Speaker 0-6000: Vandaag praten we over de samenwerking.",
        "Speaker 6000-8000: Wie begint er?",
      ]
    ),
    (
      "whisper.srt",
      [
        "Speaker 0-2500: Vandaag praten we.", "Speaker 2500-4000: Met wie",
        "Speaker 8000-9000: ook maar.",
      ]
    ),
    ("speakers.srt", ["SPEAKER_00 1000-2000: Hallo.", "SPEAKER_01 2000-5000: Dag. Hoe is het?"]),
  ])
  func `gives the turns`(name: String, turns: [String]) throws {
    let file = try ImportDump.file(name)
    #expect(ImportDump.turns(file) == turns)
    #expect(!file.hasError)
  }

  @Test func `takes roles from parentheses`() throws {
    let file = try ImportDump.file("zoom.vtt")
    #expect(file.results[0].transcript.speakers.map(\.role) == ["KC A", nil])
  }

  @Test func `keeps parentheses that tell two people apart`() {
    let file = ImportDump.file(
      """
      WEBVTT

      00:01.000 --> 00:02.000
      Kim (A): Hoi.

      00:02.000 --> 00:03.000
      Kim (B): Dag.
      """, named: "two.vtt")
    #expect(ImportDump.turns(file) == ["Kim (A) 1000-2000: Hoi.", "Kim (B) 2000-3000: Dag."])
  }

  @Test func `counts what is no cue`() {
    let file = ImportDump.file(
      """
      WEBVTT - title

      STYLE
      ::cue { color: red }

      NOTE
      a note
      of two lines

      intro
      00:01.000 --> 00:02.000 line:0
      {\\an8}<c.yellow>Een</c> &amp; ander. 3 < 4

      NOTE another

      1
      00:05 --> 00:06
      Anders.
      """, named: "notes.vtt")
    #expect(
      ImportDump.turns(file) == [
        "Speaker 1000-2000: Een & ander. 3 < 4", "Speaker 5000-6000: Anders.",
      ])
    #expect(ImportDump.losses(file).prefix(2) == ["1 style", "2 notes"])
  }

  @Test func `keeps words under times that cannot be read`() {
    let file = ImportDump.file(
      "1\n00:00:01,000 --> 00:00:02,000\nEen.\n\n2\nnever --> 00:00:04,000\nTwee.\n", named: "a.srt"
    )
    #expect(ImportDump.turns(file) == ["Speaker 1000-2000: Een.", "Speaker -4000: Twee."])
    #expect(file.diagnostics.contains { $0.severity == .warning && $0.position?.line == 6 })
  }

  @Test func `does not take a repeated answer for a rolling caption`() {
    let cues = (1...4).map { "00:0\($0).000 --> 00:0\($0 + 1).000\nKim: Ja.\n" }
    let file = ImportDump.file("WEBVTT\n\n" + cues.joined(separator: "\n"), named: "a.vtt")
    #expect(ImportDump.turns(file) == ["Kim 1000-5000: Ja. Ja. Ja. Ja."])
  }
}

@Suite struct `Reading plain text of services` {
  @Test(arguments: [
    (
      "otter.txt",
      [
        "Kim de Boer 0-: Welkom. Waar werken jullie?",
        "Speaker 2 13000-: Op de opvang./Sinds 2019.",
        "Unknown Speaker 3725000-: Ik ook.",
      ]
    ),
    (
      "changelog.md",
      [
        "Kim Boer: Welcome back! It's good to see you.//We start at once.",
        "Anne Veld: Thanks for having me.", "Kim Boer: And we're back.",
      ]
    ),
    (
      "trint.md",
      [
        "Kim Boer 2000-: So what is it?", "Anne Veld 65000-: A school, & a nursery.",
      ]
    ),
    (
      "interview.txt",
      [
        "Interviewer 1: Waar kom je vandaan?", "interviewee: Uit het noorden.",
        "interviewee: En daarna ben ik verhuisd.", "Interviewer 1: Wanneer was dat?",
        "interviewee: Om 17:30.",
      ]
    ),
    (
      "focusgroup.txt",
      [
        "Moderator: Who starts?", "Sam: Me (.) I eat meat.", "Kim: I do not.",
        "Unknown: Question 2. Why?", "Kim: Because of the climate.", "Sam: No idea.",
      ]
    ),
    (
      "python.txt",
      [
        "Participant 1: I came late.", "Moderator: Why?", "Participant 1: The train.",
      ]
    ),
    ("qualcoder.txt", ["id1: Ik kwam te laat.", "id2: Waarom dan?", "id1: De trein."]),
    (
      "ethw.md",
      [
        "Veld: Tell me about your youth.", "Boer: I was born in the north.", "Veld: And then?",
        "Boer: Then school.",
      ]
    ),
    (
      "f4.txt",
      [
        "I 0-4200: Waar werk je?", "B 4200-72300: Op school.", "I 72300-75000: Hoe lang al?",
      ]
    ),
    ("maxqda.txt", ["Kim: Hallo.", "Anne: Dag. Nog iets.", "Kim: Ja: dat."]),
    ("atlas.txt", ["Kim: Hallo.", "Anne: Dag.", "Kim: Tot ziens."]),
    (
      "otranscribe.txt",
      [
        "Interviewer 0-: Begin maar.", "Anne 12000-: Ik ben Anne.", "Interviewer 3723000-: Dank.",
      ]
    ),
    (
      "zoom-chat.txt",
      [
        "Kim de Boer 36065000-: Hoi 👋 allemaal", "Anne Veld 36080000-: Dag!",
        "Kim de Boer 36120000-: Wie begint?",
      ]
    ),
    ("nvivo.txt", ["Interviewer 0-12300: Waar werk je?", "Anne 12300-62000: Op school."]),
    (
      "hard.txt",
      [
        "Kim: een", "Anne: twee", "Kim: drie", "Ann: bijna/Noot: iets",
        "Anne 12000-: vier [00:13] vijf",
      ]
    ),
  ])
  func `gives the turns`(name: String, turns: [String]) throws {
    let file = try ImportDump.file(name)
    let found = ImportDump.turns(file)
    #expect(found == turns)
    #expect(!file.hasError)
  }

  @Test func `joins lines that are cut at a margin`() throws {
    let turns = ImportDump.turns(try ImportDump.file("qc.txt"))
    #expect(turns.count == 4)
    #expect(!turns.joined().contains("/"))
    #expect(
      turns[1].hasPrefix("G: Pues mire, yo llegué en el año setenta y lo que recuerdo es una"))
    #expect(turns[1].hasSuffix("porque no había sitio para todos."))
  }

  @Test func `keeps what stands before the first speaker`() throws {
    let interview = try ImportDump.file("interview.txt")
    #expect(interview.results[0].transcript.preface == "All")
    let group = try ImportDump.file("focusgroup.txt")
    #expect(
      group.results[0].transcript.preface
        == "18-29 (5 participants)\n\nQuestion 1. What do you eat?")
  }

  @Test func `takes a sentence with a colon for words`() {
    let file = ImportDump.file(
      """
      Kim: Er was één ding.

      Toen zei hij: ga maar weg.

      Anne: En toen?

      Kim: Niets. Let op: dat is alles.
      Dus: klaar.

      Anne: Goed.
      """, named: "a.txt")
    #expect(
      ImportDump.turns(file) == [
        "Kim: Er was één ding.//Toen zei hij: ga maar weg.", "Anne: En toen?",
        "Kim: Niets. Let op: dat is alles./Dus: klaar.", "Anne: Goed.",
      ])
  }

  @Test func `says that nobody is named`() {
    let file = ImportDump.file("Een verhaal.\n\nNog een alinea.\n", named: "a.txt")
    #expect(ImportDump.turns(file) == ["Speaker: Een verhaal.", "Speaker: Nog een alinea."])
    #expect(file.diagnostics.contains { $0.severity == .warning })
  }
}

@Suite struct `Reading tables` {
  @Test(arguments: [
    (
      "utterances.csv",
      [
        "Kim 0-: It's \"late\",/really.", "Anne: Yes.", "Kim 69000-: Go on.",
      ]
    ),
    (
      "semicolon.csv",
      [
        "LK1 5000-: Met één; of twee?", "MOD 9000-: Ja.", "PM1 0-: Hallo.",
      ]
    ),
    ("annomi.tsv", ["therapist 13000-: Thanks for coming.", "client 24000-: Sure."]),
  ])
  func `gives the turns`(name: String, turns: [String]) throws {
    let file = try ImportDump.file(name)
    #expect(ImportDump.turns(file) == turns)
  }

  @Test func `makes a transcript for each name in the transcript column`() throws {
    let file = try ImportDump.file("semicolon.csv")
    #expect(file.results.map(\.id) == ["FG01", "FG02"])
  }

  @Test func `asks which column is which`() {
    let text = "a;b\nKim;Hallo allemaal daar\nAnne;Dag Kim van hiernaast\n"
    var options = ImportOptions()
    options.columns = [.speaker: "a", .text: "2"]
    let file = ImportDump.file(text, named: "x.csv", options: options)
    #expect(
      ImportDump.turns(file) == ["Kim: Hallo allemaal daar", "Anne: Dag Kim van hiernaast"])
    options.columns = [.speaker: "wie"]
    let faulty = ImportDump.file(text, named: "x.csv", options: options)
    #expect(faulty.results.isEmpty && faulty.hasError)
  }

  @Test func `points at the quote that is never closed`() {
    let file = ImportDump.file("speaker,text\nKim,\"Hallo\nAnne,Dag\n", named: "x.csv")
    #expect(file.diagnostics.first { $0.severity == .error }?.position == .init(line: 2, column: 5))
  }
}

@Suite struct `Reading what recognisers make` {
  @Test(arguments: [
    ("whisper.json", ["Speaker 0-1500: Hallo.", "Speaker 1500-2750: Wie begint er?"]),
    ("whisperx.json", ["SPEAKER_00 31-2000: Hallo. Welkom.", "SPEAKER_01 2100-3000: Dag."]),
    ("assemblyai.json", ["A 250-900: Hi.", "B 950-2000: Hello."]),
    ("deepgram.json", ["Speaker 0 80-1200: Hi there.", "Speaker 1 1500-3000: Hello."]),
    ("aws-calls.json", ["AGENT 440-2100: Good morning.", "CUSTOMER 2200-3000: Hi."]),
    ("aws.json", ["spk_0 100-900: Hi there.", "spk_1 1200-1500: Yes."]),
    ("kaldi.json", ["S0 100-900: Hi there.", "S1 1300-1800: Yes."]),
  ])
  func `gives the turns`(name: String, turns: [String]) throws {
    let file = try ImportDump.file(name)
    #expect(ImportDump.turns(file) == turns)
  }

  @Test(arguments: [
    ("{\"segments\": [", 1, 15), ("{\n\"a\": [1,]}", 2, 9),
    (String(repeating: "[", count: 9999), 1, 65),
  ])
  func `points at what is no JSON`(text: String, line: Int, column: Int) {
    let file = ImportDump.file(text, named: "a.json")
    #expect(file.results.isEmpty)
    #expect(
      file.diagnostics.first { $0.severity == .error }?.position
        == .init(line: line, column: column))
  }

  @Test func `says that it does not know the shape`() {
    #expect(ImportDump.file("{\"a\": 1}", named: "a.json").hasError)
  }
}

@Suite struct `Reading formats of linguists` {
  @Test(arguments: [
    (
      "talk.cha",
      [
        "INV 125-475: wat zie je?",
        "PAR0 475-2250: een een uh hond en nog (.) iets (laughs).", "PAR0 2300-2900: [xxx]…",
      ]
    ),
    (
      "long.TextGrid",
      ["Kim 0-1250: Hallo.", "Anne 1500-2750: Dag.", "Kim 3000-4500: Zij zei \"ja\"."]
    ),
    ("short.TextGrid", ["Kim 0-2000: Één."]),
  ])
  func `gives the turns`(name: String, turns: [String]) throws {
    let file = try ImportDump.file(name)
    #expect(ImportDump.turns(file) == turns)
  }

  @Test func `tells who is who in CHAT`() throws {
    let file = try ImportDump.file("talk.cha")
    let speakers = file.results[0].transcript.speakers
    #expect(speakers.map(\.role) == ["interviewer", "participant"])
    #expect(speakers[1].variables.map(\.key) == ["age", "sex", "group"])
    #expect(
      file.results[0].transcript.variables.map { "\($0.key): \($0.value)" } == [
        "date: 2018-03-12", "language: nl",
      ])
  }
}

@Suite struct `Encodings of files from elsewhere` {
  @Test(arguments: [
    ("latin1.txt", ["Kim: Één keer.", "Anne: Zo’n kind, geïntegreerd.", "Kim: Ja."]),
    ("strange-ends.txt", ["Kim: één.", "Anne: twee.", "Kim: drie.", "Anne: vier.", "Kim: vijf."]),
    ("signs.txt", ["Kim: é ĳ 中 👩‍👩‍👧 en zo.", "Anne: Ja.", "Kim: Oké."]),
  ])
  func `are found out`(name: String, turns: [String]) throws {
    let file = try ImportDump.file(name)
    #expect(ImportDump.turns(file) == turns)
  }

  @Test func `say what was assumed`() throws {
    let file = try ImportDump.file("latin1.txt")
    #expect(file.diagnostics.map(\.message).contains("is not UTF-8, and is read as Windows-1252"))
  }

  @Test func `twice encoded text is repaired on demand only`() throws {
    let left = try ImportDump.file("double.txt")
    #expect(ImportDump.turns(left)[0] == "Kim: Ã©Ã©n keer.")
    #expect(left.diagnostics.contains { $0.severity == .warning })
    var options = ImportOptions()
    options.repairs = true
    let right = try ImportDump.file("double.txt", options: options)
    #expect(ImportDump.turns(right) == ["Kim: één keer.", "Anne: geïntegreerd.", "Kim: Ja."])
  }

  @Test(arguments: TextEncoding.allCases)
  func `can be named`(encoding: TextEncoding) throws {
    #expect(TextEncoding(named: encoding.rawValue.uppercased()) == encoding)
    var options = ImportOptions()
    options.encoding = encoding
    let text = "Kim: een.\nAnne: twee.\nKim: drie.\n"
    let bytes: [UInt8] =
      switch encoding {
      case .utf16LittleEndian: text.utf8.flatMap { [$0, 0] }
      case .utf16BigEndian: text.utf8.flatMap { [0, $0] }
      default: Array(text.utf8)
      }
    let file = ImportedFile(ImportSource(bytes, path: "a.txt", options: options))
    #expect(ImportDump.turns(file) == ["Kim: een.", "Anne: twee.", "Kim: drie."])
    // UTF-16 shows by its zeros, too.
    #expect(
      ImportDump.turns(ImportedFile(ImportSource(bytes, path: "a.txt"))) == ImportDump.turns(file))
  }
}
