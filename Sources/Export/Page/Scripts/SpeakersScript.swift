extension PageScripts {
  /// Who says how much, and who follows whom.
  static let speakers = #"""
    function drawSpeakers(main, [id]) {
      const chosen = transcriptByID.get(id);
      const rows = table("speakers").rows;
      main.append(
        make("div", { class: "toolbar" }, field(say.transcript, make("select", {
          onchange: (event) => { location.hash = link(...["speakers", event.target.value]
            .filter(Boolean)); } },
        make("option", { value: "" }, say.all), transcripts.map((one) =>
          make("option", { value: one.id, selected: one === chosen }, one.title
            ? `${one.id} · ${one.title}` : one.id))))),
        drawFollowing(chosen),
        make("h2", {}, say.shareOfTalk), make("p", { class: "aside" }, say.shareHint));
      const blocks = transcripts.filter((one) => !chosen || one === chosen).map((transcript) =>
        ({ transcript, rows: rows.filter((row) => row.transcript === transcript.id) }));
      const box = make("div", { class: "shares" });
      longList(box, blocks, drawShares, { size: 6, height: 220 });
      main.append(box);
    }

    function drawShares({ transcript, rows }) {
      const most = Math.max(1, ...rows.map((row) => row.words));
      return make("section", {},
        make("h3", {}, make("a", { href: link("conversation", transcript.id) }, transcript.id),
          transcript.title ? ` ${transcript.title}` : ""),
        make("ul", { class: "bars" }, rows.map((row) => make("li",
          { class: row.words_share === null ? "moderator" : null },
          make("span", {}, make("b", {}, row.speaker), row.role ? ` ${row.role}` : ""),
          bar(row.words / most),
          make("span", { class: "number" }, whole(row.words),
            row.words_share === null ? "" : ` (${percent(row.words_share)})`)))));
    }

    /* By role over all transcripts, by speaker in one. */
    function drawFollowing(chosen) {
      const rows = table("turn-taking").rows.filter((row) =>
        !chosen || row.transcript === chosen.id);
      const name = (row, side) => chosen ? row[side ? "next_speaker" : "speaker"]
        : row[side ? "next_role" : "role"] ?? say.notGiven;
      const times = new Map();
      const names = new Set();
      for (const row of rows) {
        const [one, next] = [name(row, 0), name(row, 1)];
        names.add(one).add(next);
        const key = JSON.stringify([one, next]);
        times.set(key, (times.get(key) ?? 0) + row.times);
      }
      const lines = [...names].sort().map((title) => ({ title }));
      return make("section", { class: "following" }, make("h2", {}, table("turn-taking").title),
        make("p", { class: "aside" }, say.followHint),
        lines.length === 0 ? null : drawMatrix(table("turn-taking").title, lines, lines,
          (row, column) => {
            const value = times.get(JSON.stringify([row.title, column.title])) ?? 0;
            return { value, text: whole(value) };
          }));
    }
    """#
}
