extension PageScripts {
  /// One place: what was said, the code, the verdict; keys, and all places on paper.
  static let auditPlace = #"""
    const turnOf = (turn, kind, isShown) => make("p", { class: kind },
      make("b", {}, turn.who), " ", make("span", { class: "said" }, turn.said.map(([text, marks]) => {
        if (marks === 0) return text;
        const inner = isShown && marks & 2 ? make("u", {}, text) : text;
        return marks & 1 ? make("mark", {}, inner) : inner;
      })));
    const passage = (place, isShown) => make("div", { class: "passage" },
      place.before.map((turn) => turnOf(turn, "around", isShown)),
      place.turns.map((turn) => turnOf(turn, "own", isShown)),
      place.after.map((turn) => turnOf(turn, "around", isShown)));

    function definition(place) {
      if (place.code === null) {
        return make("section", { class: "code" }, make("h2", {}, say.uncoded),
          make("p", {}, say.uncodedHow));
      }
      const code = codes[place.code];
      if (!code) return make("section", { class: "code" }, make("p", {}, say.gone));
      const list = (title, lines) => lines.length === 0 ? null : [make("h3", {}, title),
        make("ul", {}, lines.map((line) => make("li", {}, line)))];
      return make("section", { class: "code" },
        make("h2", {}, code.title, " ", make("small", {}, code.id)),
        make("p", { class: "aside" }, place.by ? phrase(say.byHand, place.by) : say.byRules),
        code.definition.split(/\n\n+/).filter(Boolean).map((text) => make("p", {}, text)),
        list(say.when, code.when), list(say.notWhen, code.notWhen));
    }

    const codeChoice = (id, value, onchange, ...first) => make("select", { id, onchange },
      make("option", { value: "" }, say.choose), first,
      codes.map((code) => make("option", { value: code.id, selected: code.id === value },
        "\u00a0\u00a0".repeat(code.depth - 1) + code.title)));
    const verdicts = (place) => place.code === null
      ? ["accept", "recode", "unsure"] : ["accept", "reject", "recode", "resize", "unsure"];
    const keyOf = { accept: "a", reject: "r", recode: "c", resize: "s", unsure: "u" };

    function form(place) {
      const answer = answerOf(place);
      const choose = (verdict) => make("label", { class: "verdict" },
        make("input", { type: "radio", name: "verdict", value: verdict,
          checked: answer.verdict === verdict, onchange: () => decide(place, verdict) }),
        make("span", {}, say[verdict], " ", make("kbd", {}, keyOf[verdict])));
      const words = answer.words ?? drawnOf(place);
      const isThere = standsThere(place, words);
      return make("form", { class: "decision", onsubmit: (event) => event.preventDefault() },
        make("fieldset", {}, make("legend", {}, say.verdict), verdicts(place).map(choose),
          answer.verdict ? make("button", { type: "button", id: "clear", onclick: () => {
            change(place, { verdict: undefined, reason: undefined });
            show();
            document.querySelector("input[name=verdict]").focus();
          } }, say.clear) : null),
        answer.verdict === "recode" ? make("label", {}, make("span", {}, say.to),
          codeChoice("to", answer.to, (event) => change(place, { to: event.target.value }))) : null,
        answer.verdict === "resize" ? make("label", {}, make("span", {}, say.words),
          make("textarea", { id: "words", rows: 3, "aria-describedby": "there", oninput: (event) => {
            change(place, { words: event.target.value });
            document.getElementById("there").textContent =
              standsThere(place, event.target.value) ? "" : say.wordsMissing;
          } }, words), make("span", { id: "there", role: "status" }, isThere ? "" : say.wordsMissing)) : null,
        answer.verdict ? make("label", {}, make("span", {}, say.reason),
          make("textarea", { id: "reason", rows: 2, maxlength: 2000,
            oninput: (event) => change(place, { reason: event.target.value.trim() }) },
            answer.reason ?? "")) : null);
    }

    function decide(place, verdict) {
      if (study.blind && !answerOf(place).chosen) return;
      if (!verdicts(place).includes(verdict)) return;
      const changes = { verdict };
      if (verdict === "resize") changes.words = answerOf(place).words ?? drawnOf(place);
      change(place, changes);
      announce(say[verdict]);
      show();
      const next = { recode: "#to", resize: "#words" }[verdict]
        ?? `input[value="${verdict}"]`;
      document.querySelector(next)?.focus();
    }

    /* In a blind audit: a code first; then the one that stands there, and what follows. */
    function blindChoice(place) {
      let chosen = "";
      return make("form", { class: "decision", onsubmit: (event) => {
        event.preventDefault();
        if (!chosen) { document.getElementById("chosen").focus(); return; }
        const own = place.code === null ? "none" : codes[place.code]?.id;
        const verdict = chosen === own ? "accept" : chosen === "none" ? "reject" : "recode";
        change(place, { chosen, verdict, to: verdict === "recode" ? chosen : undefined });
        show();
        document.querySelector(`input[value="${verdict}"]`)?.focus();
      } },
        make("label", {}, make("span", {}, say.to), codeChoice("chosen", "",
          (event) => { chosen = event.target.value; }, make("option", { value: "none" }, say.noCode))),
        make("p", {}, make("button", { type: "submit" }, say.show)));
    }
    const titleOf = (id) => codes.find((code) => code.id === id)?.title ?? say.noCode;

    function show() {
      const place = current();
      const index = places.indexOf(place);
      const answer = answerOf(place);
      const isShown = !study.blind || Boolean(answer.chosen);
      const go = (label, to) => make("button", { type: "button", disabled: !to, onclick: () => move(to) },
        label);
      document.getElementById("part").replaceChildren(
        make("h1", { id: "heading", tabindex: "-1" }, `${say.place} ${place.n} ${say.of} ${places.length}`,
          " ", make("small", {}, place.at)),
        passage(place, isShown),
        isShown && study.blind
          ? make("p", { class: "aside" }, phrase(say.youChose, titleOf(answer.chosen))) : "",
        isShown ? definition(place) : "",
        isShown ? form(place) : blindChoice(place),
        make("div", { class: "steps" }, go(say.previous, places[index - 1]),
          go(say.next, places[index + 1]), go(say.nextOpen, nextOpen(place))),
        make("p", { class: "aside" }, make("label", {}, make("input", { type: "checkbox", id: "keys",
          checked: usesKeys, onchange: (event) => { usesKeys = event.target.checked; } }),
          ` ${say.keys}: ${say.keysAre}`)));
      showProgress();
    }
    function nextOpen(place) {
      const start = places.indexOf(place);
      return [...places.slice(start + 1), ...places.slice(0, start)].find((one) => !isDecided(one));
    }
    function move(place) {
      if (!place) return;
      location.hash = `#${place.n}`;
    }
    addEventListener("hashchange", () => {
      show();
      document.getElementById("heading").focus({ preventScroll: true });
      scrollTo(0, 0);
    });

    /* Single keys, unless something is being written or they are turned off. */
    let usesKeys = true;
    addEventListener("keydown", (event) => {
      if (!usesKeys || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target.closest("textarea, select, input:not([type=radio])")) return;
      const place = current();
      const index = places.indexOf(place);
      const verdict = Object.keys(keyOf).find((name) => keyOf[name] === event.key);
      if (verdict) decide(place, verdict);
      else if (event.key === "n") move(places[index + 1]);
      else if (event.key === "p") move(places[index - 1]);
      else return;
      event.preventDefault();
    });

    /* On paper stand all places, one after the other. */
    const paper = document.getElementById("paper");
    addEventListener("beforeprint", () => paper.replaceChildren(...places.map((place) => {
      const isShown = !study.blind || Boolean(answerOf(place).chosen);
      return make("article", {}, make("h2", {}, `${place.n} · ${place.at}`), passage(place, isShown),
        make("p", {}, isShown && place.code !== null ? codes[place.code]?.title ?? say.gone : "…", " — ",
          verdicts(place).map((verdict) =>
            `${answerOf(place).verdict === verdict ? "☒" : "☐"} ${say[verdict]} `)),
        make("p", {}, `${say.reason}: ${answerOf(place).reason ?? ""}`));
    })));
    addEventListener("afterprint", () => paper.replaceChildren());

    if (places.length > 0) show();
    """#
}
