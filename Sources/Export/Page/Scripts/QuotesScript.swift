extension PageScripts {
  /// All quotations, to search and to filter.
  static let quotes = #"""
    function drawQuotes(main, _, given) {
      const filters = Object.fromEntries(given);
      const output = make("p", { class: "count", role: "status" });
      const feed = make("div", { class: "feed", role: "feed", "aria-label": say.quotations });
      const form = make("form", { class: "filters", role: "search" },
        field(say.search, make("input", { type: "search", name: "find", autocomplete: "off",
          placeholder: say.searchWords })),
        chooser("code", say.code, codes.map((code) =>
          [code.id, "\u2003".repeat(code.depth - 1) + code.title])),
        chooser("role", say.role, roles.map((role) => [role, role])),
        chooser("transcript", say.transcript, transcripts.map((one) =>
          [one.id, one.title && one.title !== one.id ? `${one.id} · ${one.title}` : one.id])),
        chooser("variable", say.variable, variableValues()),
        chooser("standing", say.status, study.standings.filter((standing) =>
          places.some((place) => place.standing === standing))
          .map((standing) => [standing, say[`standing_${standing}`]])),
        people.length === 0 ? null
          : chooser("by", say.by, people.map((name) => [name, name])),
        chooser("who", say.who, [["counted", say.onlyCounted]]),
        make("button", { type: "reset" }, say.clear));
      for (const [name, value] of Object.entries(filters)) {
        if (form.elements[name]) form.elements[name].value = value;
      }

      let stop = () => {};
      function refresh() {
        stop();
        const chosen = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
        history.replaceState(null, "",
          Object.keys(chosen).length > 0 ? linkToQuotes(chosen) : "#quotes");
        const found = filtered(chosen);
        const query = folded(chosen.find ?? "").trim();
        output.textContent = phrase(say.foundOf, whole(found.length), whole(places.length));
        feed.replaceChildren();
        const before = leaving.length;
        longList(feed, found, (place, index) =>
          quoteCard(place, index, found.length, query, true), { height: 140 });
        stop = () => {
          longLists = [];
          leaving.splice(before).forEach((leave) => leave());
        };
      }
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("reset", () => setTimeout(refresh));
      form.addEventListener("change", refresh);
      form.elements.find.addEventListener("input", () => {
        clearTimeout(form.timer);
        form.timer = setTimeout(refresh, 150);
      });
      main.append(form, output, feed);
      refresh();
    }

    const field = (label, control) => make("label", {}, make("span", {}, label), control);
    function chooser(name, label, options) {
      return field(label, make("select", { name }, make("option", { value: "" }, say.all),
        options.map(([value, text]) => make("option", { value }, text))));
    }

    /* Variables of transcripts and speakers with each value that occurs: “form: gemengd”. */
    function variableValues() {
      const found = new Map();
      const add = (variables) => {
        for (const [key, value] of Object.entries(variables ?? {})) {
          found.set(JSON.stringify([key, value]), `${key}: ${value}`);
        }
      };
      for (const transcript of transcripts) {
        add(transcript.variables);
        for (const speaker of transcript.speakers) add(speaker.variables);
      }
      return [...found].sort((one, other) =>
        one[1].localeCompare(other[1], study.language, { numeric: true }));
    }

    function filtered({ find, code, role, transcript, variable, standing, by, who }) {
      const query = folded(find ?? "").trim();
      const chosen = code ? codeByID.get(code) : null;
      const wanted = variable ? JSON.parse(variable) : null;
      return places.filter((place) => {
        const { speaker } = place.turn;
        if (chosen && (place.code.index < chosen.index || place.code.index >= chosen.end)) {
          return false;
        }
        if (role && speaker.role !== role) return false;
        if (transcript && place.transcript.id !== transcript) return false;
        if (standing && place.standing !== standing) return false;
        if (by && !place.coders.includes(by) && !place.reviewers.includes(by)) return false;
        if (who && !place.counts) return false;
        if (wanted && (speaker.variables?.[wanted[0]]
          ?? place.transcript.variables?.[wanted[0]]) !== wanted[1]) return false;
        return !query || folded(wordsOf(place)).includes(query);
      });
    }
    """#
}
