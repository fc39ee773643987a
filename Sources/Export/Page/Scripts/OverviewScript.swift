extension PageScripts {
  /// The first part: what the study is, what it stands on, where to go on.
  static let overview = #"""
    function drawOverview(main) {
      const all = table("transcripts").rows.at(-1);
      const used = codes.filter((code) => code.numbers.places > 0).length;
      const own = codes.reduce((sum, code) => sum + code.numbers.own, 0);
      main.append(
        make("p", { class: "lead" }, study.lead.map((line) => `${spaced(line)}. `)),
        make("dl", { class: "tiles" },
          [[table("transcripts").rows.length - 1, say.transcripts, "#conversation"],
            [all.participants, say.participants, "#speakers"],
            [all.turns, say.turns, "#conversation"], [all.words, say.wordsOfTalk, "#speakers"],
            [`${used} ${say.of} ${codes.length}`, say.codesUsed, "#codes"],
            [own, say.places, "#quotes"]].map(([value, name, href]) =>
            make("div", {}, make("dt", {}, name), make("dd", {},
              make("a", { href }, typeof value === "number" ? whole(value) : value))))),
        make("div", { class: "columns" },
          make("div", {}, drawMostUsed(), drawRolesOfTalk()),
          make("div", {}, drawGrounds(), drawTranscriptList())),
        study.attention.length === 0 ? "" : make("section", { class: "attention" },
          make("h2", {}, say.attention), make("ul", {}, study.attention.map(attentionLine))));
    }

    /* A finding such as “Codes without a place: a, b”, with links where its names are codes. */
    function attentionLine(line) {
      const at = line.indexOf(": ");
      const names = line.slice(at + 2).split(", ");
      return make("li", {}, make("b", {}, line.slice(0, at)), ": ", names.map((name, index) => {
        const target = codeByID.has(name) ? link("codes", name)
          : transcriptByID.has(name) ? link("conversation", name) : null;
        return [index > 0 ? ", " : "", target ? make("a", { href: target }, name) : name];
      }));
    }

    /* A sentence with its large numbers as they stand elsewhere on the page. */
    const spaced = (line) => line.replace(/(?<![\d.,])\d{5,}(?![\d,])/g,
      (digits) => whole(Number(digits))).replaceAll(" %", "\u00a0%");

    /* What the tables stand on, in words; and as bars once somebody has decided something. */
    function drawGrounds() {
      const sums = table("decisions").rows.at(-1);
      const kinds = ["open", "accepted", "hand", "contested", "unsure", "rejected"]
        .filter((kind) => sums?.[kind] > 0);
      const most = Math.max(...kinds.map((kind) => sums[kind]));
      return make("section", { class: "grounds" }, make("h2", {}, say.grounds),
        kinds.length === 0 ? null : make("ul", { class: "bars" }, kinds.map((kind) =>
          make("li", {}, places.some((place) => place.standing === kind)
            ? make("a", { href: linkToQuotes({ standing: kind }) }, say[`standing_${kind}`])
            : make("span", {}, say[`standing_${kind}`]),
          bar(sums[kind] / most), make("span", { class: "number" }, whole(sums[kind]))))),
        study.grounds.map((line) => make("p", { class: "aside" }, `${spaced(line)}.`)));
    }

    function drawMostUsed() {
      const ranked = codes.filter((code) => code.numbers.own > 0)
        .sort((one, other) => other.numbers.own - one.numbers.own || one.index - other.index)
        .slice(0, 12);
      const most = ranked[0]?.numbers.own ?? 1;
      return make("section", {}, make("h2", {}, say.mostUsed),
        make("ol", { class: "bars" }, ranked.map((code) => make("li", {}, codeLink(code),
          bar(code.numbers.own / most, code.color),
          make("span", { class: "number" }, whole(code.numbers.own))))),
        make("p", { class: "aside" }, say.ownPlaces));
    }

    function drawTranscriptList() {
      const rows = table("transcripts").rows.slice(0, -1);
      const most = Math.max(1, ...rows.map((row) => row.words));
      const list = make("ol", { class: "bars" }, rows.map((row) => {
        const transcript = transcriptByID.get(row.transcript);
        return make("li", {},
          make("a", { href: link("conversation", row.transcript), title: row.roles },
            row.transcript, transcript.title ? make("small", {}, ` ${transcript.title}`) : ""),
          bar(row.words / most), make("span", { class: "number" }, whole(row.words)));
      }));
      return make("section", {}, make("h2", {}, table("transcripts").title), list,
        make("p", { class: "aside" }, say.wordsOfTalk));
    }

    /* How much each role says, from the row of words under the codes. */
    function drawRolesOfTalk() {
      const { keys, rows } = table("codes-by-role");
      const row = rows.find((row) => row.code === "(words spoken)");
      if (!row) return null;
      const groups = keys.filter((key) => key.startsWith("role="))
        .sort((one, other) => row[other] - row[one]);
      const most = Math.max(1, ...groups.map((key) => row[key]));
      return make("section", {}, make("h2", {}, say.whoTalks),
        make("ul", { class: "bars" }, groups.map((key) => {
          const role = key.slice("role=".length);
          return make("li", {}, role ? make("a", { href: linkToQuotes({ role }) }, role)
            : make("span", {}, say.notGiven),
          bar(row[key] / most), make("span", { class: "number" }, whole(row[key])));
        })),
        make("p", { class: "aside" }, say.wordsSpoken));
    }

    /* A bar for people who see it; the number stands beside it in text. */
    function bar(share, color) {
      const fill = make("span", { class: "fill" });
      fill.style.width = `${Math.max(share * 100, share > 0 ? 0.8 : 0)}%`;
      if (color) fill.style.setProperty("--color", color);
      return make("span", { class: "bar", "aria-hidden": "true" }, fill);
    }
    """#
}
