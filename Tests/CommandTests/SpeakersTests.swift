import Testing

@Suite struct `Who speaks` {
  private func study() throws -> CodingStudy {
    let study = try CodingStudy()
    try study.folder.write(
      """
      ---
      participants:
        MOD: moderator
        PM1: {role: pedagogisch medewerker, person: P1}
        LK1: leerkracht
        LK2: leerkracht
      ---
      MOD: Hoe gaat het?

      PM1: Goed.

      PM1: Heel goed zelfs.

      [stilte]

      LK1: Ja.

      LK2: Zeker ja.

      LK1: [naam]

      MOD: Dank.

      PM1: Graag gedaan hoor.

      """, to: "Corpus/A1.md")
    return study
  }

  @Test func `is counted by speaker, with the longest turn`() throws {
    let result = try study().run("speakers --transcript A1 --csv")
    #expect(
      result.output == """
        transcript,speaker,role,person,declared,turns,words,words_share,longest_turn
        A1,MOD,moderator,,yes,2,4,,3
        A1,PM1,pedagogisch medewerker,P1,yes,3,7,0.7,3
        A1,LK1,leerkracht,,yes,1,1,0.1,1
        A1,LK2,leerkracht,,yes,1,2,0.2,2

        """)
  }

  @Test func `is counted by role and by transcript`() throws {
    let study = try study()
    #expect(
      try study.run("speakers --by role --transcript A1 --speakers all --csv").output == """
        role,participants,turns,words,words_share,longest_turn
        leerkracht,2,2,3,0.21428571428571427,2
        moderator,1,2,4,0.2857142857142857,3
        pedagogisch medewerker,1,3,7,0.5,3
        (total),4,7,14,1.0,3

        """)
    let byTranscript = try study.run("speakers --by transcript --csv").output
    #expect(byTranscript.contains("\nA1,3,5,10,"))
    #expect(try study.run("speakers --by level").status == 2)
  }

  @Test func `shows who follows whom, turns in a row as one and silent ones not at all`() throws {
    let study = try study()
    #expect(
      try study.run("speakers --follows --transcript A1 --csv").output == """
        role_before,role=leerkracht,role=moderator,role=pedagogisch medewerker,total
        leerkracht,1,1,0,2
        moderator,0,0,2,2
        pedagogisch medewerker,1,0,0,1

        """)
    let json = try study.run("speakers --follows --by participant --transcript A1 --json").output
    #expect(json.contains(#""shape": "following", "version": 1"#))
    #expect(json.contains(#"{"participant_before": "A1:LK2", "participant=A1:LK1": 0"#))
    #expect(try study.run("speakers --follows --by transcript").status == 2)
  }
}
