extension PageScripts {
  /// What was decided: kept in the browser, shown as progress, saved as a file.
  static let audit = #"""
    const places = study.places;
    const codes = study.codes;
    const storeName = `draad-audit ${study.id}`;
    let answers = {};
    let saved = {};
    let isKept = true;
    try {
      const kept = JSON.parse(localStorage.getItem(storeName) ?? "{}");
      const known = new Set(places.map((place) => `${place.n} ${place.check}`));
      for (const [name, answer] of Object.entries(kept.answers ?? {})) {
        if (known.has(name)) answers[name] = answer;
      }
      saved = kept.saved ?? {};
    } catch { isKept = false; }

    const nameOf = (place) => `${place.n} ${place.check}`;
    const answerOf = (place) => answers[nameOf(place)] ?? {};
    function keep() {
      try { localStorage.setItem(storeName, JSON.stringify({ answers, saved })); }
      catch { isKept = false; }
    }
    function change(place, changes) {
      const answer = { ...answerOf(place), ...changes };
      if (answer.verdict !== "recode") delete answer.to;
      if (answer.verdict !== "resize") delete answer.words;
      answers[nameOf(place)] = answer;
      keep();
      showProgress();
    }

    /* Whether enough is said for the answer to be taken up. */
    const plain = (text) => folded(text).replace(/[^\p{L}\p{N}'’-]+/gu, " ").trim();
    const drawnOf = (place) => place.turns.map((turn) => turn.said.filter((piece) => piece[1] & 1)
      .map((piece) => piece[0]).join("")).join(" ");
    const times = (turns, words) => turns.map((turn) =>
      ` ${plain(turn.said.map((piece) => piece[0]).join("")).replaceAll(" ", "  ")} `
        .split(` ${plain(words).replaceAll(" ", "  ")} `).length - 1).reduce((a, b) => a + b, 0);
    /* Once in the turns of the place, or else once in the turns around them; and other words. */
    const standsThere = (place, words) => plain(words) !== "" && plain(words) !== plain(drawnOf(place))
      && (times(place.turns, words) || times([...place.before, ...place.after], words)) === 1;
    function isDecided(place) {
      const answer = answerOf(place);
      if (!answer.verdict || (study.blind && !answer.chosen)) return false;
      if (answer.verdict === "recode") return Boolean(answer.to);
      if (answer.verdict === "resize") return standsThere(place, answer.words ?? "");
      return true;
    }
    const fields = ["verdict", "to", "words", "reason", "chosen"];
    const stamp = (place) => JSON.stringify(fields.map((field) => answerOf(place)[field] ?? ""));
    const isUnsaved = (place) => isDecided(place) && saved[nameOf(place)] !== stamp(place);

    /* The decisions as CSV, as draad audit import takes them. */
    function cell(text) {
      const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return `"${guarded.replaceAll('"', '""')}"`;
    }
    function csv() {
      const rows = places.filter(isDecided).map((place) =>
        [String(place.n), place.check, ...fields.map((field) => answerOf(place)[field] ?? "")]);
      return [["place", "check", ...fields], ...rows].map((row) => row.map(cell).join(",") + "\n")
        .join("");
    }
    function save() {
      const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
      make("a", { href: address, download: `audit-${study.name}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      saved = Object.fromEntries(places.filter(isDecided).map((place) => [nameOf(place), stamp(place)]));
      keep();
      showProgress();
      document.getElementById("save").focus();
      announce(phrase(say.saved, places.filter(isDecided).length));
    }

    /* Progress, and the numbers of all places. */
    function showProgress() {
      const done = places.filter(isDecided).length;
      const unsaved = places.filter(isUnsaved).length;
      const state = !isKept ? say.notKept
        : unsaved ? phrase(say.unsaved, unsaved) : done ? say.allSaved : "";
      const marks = { accept: "✓", reject: "✗", recode: "↷", resize: "↔", unsure: "?" };
      document.getElementById("progress").replaceChildren(
        make("p", { id: "done" }, `${done} ${say.of} ${places.length} ${say.decided}`),
        make("progress", { max: places.length, value: done, "aria-labelledby": "done" }),
        make("p", {}, make("button", { type: "button", id: "save", onclick: save }, say.save)),
        make("p", { class: "aside" }, state),
        make("nav", { "aria-label": say.places }, make("ol", { class: "numbers" },
          places.map((place) => make("li", {}, make("a", {
            href: `#${place.n}`, "aria-current": place === current() && "true",
            class: isDecided(place) && "done",
            "aria-label": `${place.n}, ${isDecided(place) ? say[answerOf(place).verdict] : say.open}`,
          }, String(place.n), isDecided(place)
            ? make("span", { "aria-hidden": "true" }, marks[answerOf(place).verdict]) : null))))));
      const list = document.querySelector(".numbers");
      const link = list?.querySelector("[aria-current]");
      if (!link) return;
      list.scrollTop = link.offsetTop - list.clientHeight / 2;
      list.scrollLeft = link.offsetLeft - list.clientWidth / 2;
    }
    const current = () => places.find((place) => `#${place.n}` === location.hash) ?? places[0];
    addEventListener("beforeunload", (event) => {
      if (places.some(isUnsaved) && !isKept) event.preventDefault();
    });
    """#
}
