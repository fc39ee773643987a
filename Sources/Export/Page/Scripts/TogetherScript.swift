extension PageScripts {
  /// Which codes stand together, in a unit and by a measure to choose.
  static let together = #"""
    const units = ["word", "sentence", "turn", "transcript"];
    const measures = {
      count: (one, other, both) => both,
      jaccard: (one, other, both) => both / (one + other - both),
      cosine: (one, other, both) => both / Math.sqrt(one * other),
      lift: (one, other, both, all) => both * all / (one * other),
    };

    /* The pairs of a unit that meet, by the two codes. */
    const pairsOf = new Map();
    function pairs(unit) {
      if (!pairsOf.has(unit)) {
        const { pairs: flat } = study.together[unit];
        const found = new Map();
        for (let at = 0; at < flat.length; at += 3) {
          found.set(flat[at] * codes.length + flat[at + 1], flat[at + 2]);
        }
        pairsOf.set(unit, found);
      }
      return pairsOf.get(unit);
    }
    function shared(unit, one, other) {
      const [low, high] = one.index < other.index ? [one, other] : [other, one];
      return pairs(unit).get(low.index * codes.length + high.index) ?? 0;
    }
    function neighbours(unit, code) {
      return codes.map((other) => [other, other === code ? 0 : shared(unit, code, other)])
        .filter(([, count]) => count > 0).sort((one, other) => other[1] - one[1]);
    }
    /* Unrounded, as in the CSV; null where it is undefined. */
    function association(unit, measure, one, other) {
      const { each, whole: all } = study.together[unit];
      const [low, high] = one.index < other.index ? [one, other] : [other, one];
      const value = measures[measure](each[low.index], each[high.index],
        shared(unit, one, other), all);
      return Number.isFinite(value) ? value : null;
    }

    function drawTogether(main, [id, otherID], given) {
      if (otherID) return drawMeeting(main, codeByID.get(id), codeByID.get(otherID));
      const unit = units.includes(given.get("unit")) ? given.get("unit") : "turn";
      const measure = given.get("measure") in measures ? given.get("measure") : "count";
      const deepest = Math.max(1, ...codes.map((code) => code.depth));
      const fits = (level) => codes.filter((code) => code.depth <= level).length <= 60;
      const usual = codes.length <= 40 ? deepest : deepest > 1 && fits(2) ? 2 : 1;
      const depth = Number(given.get("depth")) || usual;
      const at = (changes) => "#together?" + new URLSearchParams({ unit, measure, depth, ...changes });
      const isRelated = (one, other) => isUnder(one, other) || isUnder(other, one);
      const shown = codes.filter((code) => code.depth <= depth
        && study.together[unit].each[code.index] > 0);
      const lines = shown.map((code) => ({ code, title: code.title, hint: `${code.title} (${code.id})`,
        depth: code.depth, href: link("codes", code.id) }));
      main.append(
        make("div", { class: "toolbar" },
          switches(say.unit, units.map((one) => [one, say[`unit_${one}`]]), unit,
            (one) => at({ unit: one })),
          switches(say.measure, Object.keys(measures).map((one) => [one, say[`measure_${one}`]]),
            measure, (one) => at({ measure: one })),
          switches(say.depth, Array.from({ length: deepest }, (_, index) =>
            [index + 1, index + 1 === deepest ? say.allLevels : String(index + 1)]), depth,
          (one) => at({ depth: one }))),
        make("p", { class: "aside" }, say[`about_${measure}`], " ", say.togetherHint),
        drawMatrix(say.together, lines, lines, (row, column) => {
          if (row === column) {
            const own = study.together[unit].each[row.code.index];
            return measure === "count" ? { value: own, text: whole(own), isPlain: true } : null;
          }
          if (isRelated(row.code, column.code)) return null;
          const value = association(unit, measure, row.code, column.code);
          return value === null ? null : { value,
            text: measure === "count" ? whole(value) : rounded(value, 2),
            name: `${row.title} × ${column.title}`,
            href: link("together", row.code.id, column.code.id) };
        }));
    }

    /* The turns that carry both codes. */
    function drawMeeting(main, one, other) {
      if (!one || !other) return;
      const counted = (turn, code) => turn.places.some((place) => place.counts
        && isUnder(place.code, code));
      const found = transcripts.flatMap((transcript) => transcript.turns.filter((turn) =>
        counted(turn, one) && counted(turn, other)).map((turn) => ({ transcript, turn })));
      main.append(
        make("p", {}, make("a", { href: "#together" }, `‹ ${say.together}`)),
        make("h2", { tabindex: "-1" }, codeLink(one), " × ", codeLink(other)),
        make("ul", { class: "facts-list" }, units.map((unit) => make("li", {},
          phrase(say.meetIn, whole(shared(unit, one, other)), say[`units_${unit}`])))),
        make("p", { class: "count" }, phrase(say.turnsWithBoth, whole(found.length))));
      const box = make("div", { class: "turns", role: "feed", "aria-label": say.together });
      longList(box, found, ({ transcript, turn }) => {
        const row = drawTurn(transcript, turn);
        for (const item of row.querySelectorAll(".margin li")) {
          const { code } = turn.places[item.dataset.place];
          if (!isUnder(code, one) && !isUnder(code, other)) item.remove();
        }
        row.querySelector(".speaker a").textContent = `${transcript.id}:${turn.index + 1}`;
        return row;
      }, { height: 120 });
      main.append(box);
    }
    """#
}
