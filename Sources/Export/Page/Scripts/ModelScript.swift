extension PageScripts {
  /// The study as objects: codes with their tree, transcripts with their turns, places.
  static let model = #"""
    /* Okabe and Ito's colours, for codes without one of their own. */
    const palette = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F7F7F"];

    const codes = study.codes;
    const codeByID = new Map();
    {
      const above = [];
      let roots = 0;
      codes.forEach((code, index) => {
        above.length = Math.min(above.length, code.depth - 1);
        Object.assign(code, { index, above: [...above], end: index + 1, places: [] });
        for (const parent of above) parent.end = index + 1;
        const parent = above[above.length - 1];
        code.color ??= parent ? parent.color : palette[roots++ % palette.length];
        above.push(code);
        codeByID.set(code.id, code);
      });
    }
    const frequencies = new Map(table("frequencies").rows.map((row) => [row.code, row]));
    for (const code of codes) code.numbers = frequencies.get(code.id);

    /* One coding as the page shows it: the words, who says them, and under which code. */
    function makePlace(transcript, [code, turn, start, end, id, standing, counts, level, who,
      ...evidence]) {
      const [coders, reviewers] = study.people[who];
      return { transcript, turn: transcript.turns[turn], code: codes[code], start, end, id,
        standing: study.standings[standing], counts: counts === 1, level, coders, reviewers,
        evidence };
    }

    const transcripts = study.transcripts;
    const transcriptByID = new Map();
    for (const transcript of transcripts) {
      transcriptByID.set(transcript.id, transcript);
      let spoken = 0;
      transcript.turns = transcript.turns.map(([speaker, text, words, time], index) => {
        const turn = { index, speaker: transcript.speakers[speaker], text, words, time,
          before: spoken, places: [] };
        spoken += words;
        return turn;
      });
      transcript.words = spoken;
      transcript.places = transcript.places.map((place) => makePlace(transcript, place));
      for (const place of transcript.places) {
        place.turn.places.push(place);
        place.code.places.push(place);
      }
    }
    /* In the order of quotations.csv: codebook, transcripts, turns. */
    const places = codes.flatMap((code) => code.places);
    const placesUnder = (code) => codes.slice(code.index, code.end).flatMap((one) => one.places);

    /* Offsets count code points; JavaScript's strings count UTF-16 units. */
    function unit(turn, offset) {
      turn.isPlain ??= !/[\ud800-\udfff]/.test(turn.text);
      if (turn.isPlain) return offset;
      let units = 0;
      for (const sign of turn.text) {
        if (offset-- === 0) break;
        units += sign.length;
      }
      return units;
    }
    const wordsOf = (place) =>
      place.turn.text.slice(unit(place.turn, place.start), unit(place.turn, place.end));
    const positionOf = (place) => `${place.transcript.id}:${place.turn.index + 1}`;
    const attributionOf = (place) => [place.turn.speaker.label, place.turn.speaker.role,
      positionOf(place)].filter(Boolean).join(", ");
    const link = (...parts) => "#" + parts.map(encodeURIComponent).join("/");
    const linkTo = (place) => link("conversation", place.transcript.id, place.turn.index + 1);
    function linkToQuotes(filters) {
      return "#quotes?" + new URLSearchParams(filters);
    }

    function levelOf(place) {
      if (place.level < 0) return null;
      return place.code.levels[place.level] ?? say.mixed;
    }
    const people = [...new Set(study.people.flat(2))].sort();
    const roles = [...new Set(transcripts.flatMap((transcript) =>
      transcript.speakers.map((speaker) => speaker.role).filter(Boolean)))].sort();
    const isInvented = transcripts.some((transcript) => transcript.invented);
    """#
}
