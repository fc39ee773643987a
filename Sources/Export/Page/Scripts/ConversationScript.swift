extension PageScripts {
  /// One transcript: what is said, with the codes beside it.
  static let conversation = #"""
    function drawConversation(main, [id, number], given) {
      const transcript = transcriptByID.get(id) ?? transcripts[0];
      if (!transcript) return;
      const at = transcripts.indexOf(transcript);
      const step = (offset, text) => transcripts[at + offset]
        ? make("a", { class: "button", href: link("conversation", transcripts[at + offset].id),
          "aria-label": `${text}: ${transcripts[at + offset].id}` }, offset < 0 ? "‹" : "›") : null;
      const facts = [transcript.date, ...Object.entries(transcript.variables ?? {})
        .map(([key, value]) => `${key}: ${value}`)].filter(Boolean);
      const numbers = table("transcripts").rows.find((row) => row.transcript === transcript.id);
      const only = codeByID.get(given.get("code"));
      main.append(
        make("div", { class: "toolbar" }, step(-1, say.previous),
          field(say.transcript, make("select", { onchange: (event) => {
            location.hash = link("conversation", event.target.value);
          } }, transcripts.map((one) => make("option", { value: one.id,
            selected: one === transcript }, one.title ? `${one.id} · ${one.title}` : one.id)))),
          step(1, say.next),
          field(say.showCode, make("select", { onchange: (event) => {
            const code = event.target.value;
            location.hash = link("conversation", transcript.id) + (code ? `?code=${code}` : "");
          } }, make("option", { value: "" }, say.all), codes.filter((code) =>
            transcript.places.some((place) => isUnder(place.code, code))).map((code) =>
            make("option", { value: code.id, selected: code === only },
              "\u2003".repeat(code.depth - 1) + code.title))))),
        make("p", { class: "facts" }, facts.join(" · ")),
        make("p", { class: "facts" }, `${whole(numbers.turns)} ${say.turns} · `
          + `${whole(numbers.words)} ${say.words} · ${numbers.participants} ${say.participants}`),
        drawTimeline(transcript, only));
      const box = make("div", { class: "turns", role: "feed", "aria-label": transcript.id });
      const list = longList(box, transcript.turns, (turn) => drawTurn(transcript, turn, only),
        { height: 110 });
      main.append(box);
      const target = Number(number) - 1;
      if (transcript.turns[target]) return () => visit(list, target);
    }
    const isUnder = (code, above) => code.index >= above.index && code.index < above.end;

    /* Brings a turn to the middle of the screen. */
    function visit(list, index) {
      const turn = list.element(index);
      turn.classList.add("target");
      turn.focus({ preventScroll: true });
      turn.scrollIntoView({ block: "center" });
    }

    function drawTurn(transcript, turn, only) {
      const shown = turn.places.filter((place) => !only || isUnder(place.code, only));
      const row = make("article", { class: turn.speaker.counts ? "turn" : "turn moderator",
        tabindex: "-1", "aria-posinset": turn.index + 1,
        "aria-setsize": transcript.turns.length },
        make("p", { class: "speaker", title: turn.speaker.role },
          make("b", {}, turn.speaker.label),
          make("a", { href: link("conversation", transcript.id, turn.index + 1),
            "aria-label": `${say.turn} ${turn.index + 1}` }, turn.index + 1)),
        make("p", { class: "said" }, drawWords(turn, shown)),
        make("ul", { class: "margin", "aria-label": say.codes }, shown.map((place, index) =>
          drawMarginCode(place, index))));
      const light = (event, on) => {
        const index = event.target.closest("[data-place]")?.dataset.place;
        if (index === undefined) return;
        for (const part of row.querySelectorAll(".coded")) {
          part.classList.toggle("lit", on && part.dataset.places.split(" ").includes(index));
        }
      };
      for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true],
        ["focusout", false]]) row.addEventListener(kind, (event) => light(event, on));
      return row;
    }

    function drawMarginCode(place, index) {
      return make("li", { "data-place": index, class: place.standing }, codeLink(place.code), " ",
        standingMark(place), levelOf(place) ? ` ${levelOf(place)}` : null);
    }

    function drawWords(turn, shown) {
      const marks = shown.flatMap((place, index) => [{ kind: "coded", index,
        start: unit(turn, place.start), end: unit(turn, place.end) }, ...evidenceOf(place)]);
      return pieces(turn.text, 0, turn.text.length, marks).map((piece) => {
        const coded = piece.marks.filter((mark) => mark.kind === "coded");
        if (coded.length === 0) return piece.text;
        const isEvidence = piece.marks.some((mark) => mark.kind === "evidence");
        return make("span", { class: isEvidence ? "coded evidence" : "coded",
          "data-places": coded.map((mark) => mark.index).join(" ") }, piece.text);
      });
    }
    """#
}
