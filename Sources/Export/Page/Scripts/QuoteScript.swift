extension PageScripts {
  /// One quotation: its words, who says them and where, its surroundings, and copying it.
  static let quote = #"""
    /* Cuts a stretch of text where marks begin and end; each piece gets the names of its marks. */
    function pieces(text, start, end, marks) {
      const cuts = [start, end];
      for (const mark of marks) cuts.push(mark.start, mark.end);
      const inside = [...new Set(cuts)].filter((cut) => cut >= start && cut <= end)
        .sort((one, other) => one - other);
      return inside.slice(1).map((cut, index) => ({
        text: text.slice(inside[index], cut),
        marks: marks.filter((mark) => mark.start <= inside[index] && mark.end >= cut),
      }));
    }

    function evidenceOf(place) {
      const marks = [];
      for (let index = 0; index < place.evidence.length; index += 2) {
        marks.push({ kind: "evidence", place, start: unit(place.turn, place.evidence[index]),
          end: unit(place.turn, place.evidence[index + 1]) });
      }
      return marks;
    }

    /* Where the words somebody searched for stand; only where folding keeps the length. */
    function hitsIn(turn, query) {
      if (!query) return [];
      turn.folded ??= folded(turn.text);
      if (turn.folded.length !== turn.text.length) return [];
      const marks = [];
      for (let from = turn.folded.indexOf(query); from >= 0;
        from = turn.folded.indexOf(query, from + query.length)) {
        marks.push({ kind: "hit", start: from, end: from + query.length });
      }
      return marks;
    }

    function marked(place, query) {
      const { turn } = place;
      const marks = [...evidenceOf(place), ...hitsIn(turn, query)];
      return pieces(turn.text, unit(turn, place.start), unit(turn, place.end), marks)
        .map((piece) => {
          const kinds = new Set(piece.marks.map((mark) => mark.kind));
          if (kinds.has("hit")) return make("mark", { class: "hit" }, piece.text);
          return kinds.has("evidence")
            ? make("span", { class: "evidence" }, piece.text) : piece.text;
        });
    }

    function codeLink(code) {
      const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
      swatch.style.setProperty("--color", code.color);
      return make("a", { class: "code", href: link("codes", code.id), title: code.id },
        swatch, code.title);
    }
    /* What has become of it, and through whom: “aanvaard: Anna”. */
    function standingMark(place) {
      const { coders, reviewers, standing } = place;
      const names = standing === "hand" ? coders : reviewers;
      const told = [[say.codedBy, coders], [say.decidedBy, reviewers]]
        .filter(([, names]) => names.length > 0).map(([by, names]) => `${by} ${names.join(", ")}`);
      return make("span", { class: `standing ${standing}`, title: told.join("; ") || null },
        [say[`standing_${standing}`], ...names.length > 0 ? [names.join(", ")] : []].join(": "));
    }

    function quoteCard(place, number, count, query, withCode) {
      const context = make("div", { class: "context", hidden: true });
      const card = make("article", { class: `quote ${place.standing}`, tabindex: "0",
        "aria-posinset": number + 1, "aria-setsize": count },
        make("blockquote", {}, "“", marked(place, query), "”",
          place.standing === "open" ? make("sup", { title: say.notReviewed }, "°") : null),
        make("p", { class: "by" },
          make("b", {}, place.turn.speaker.label),
          place.turn.speaker.role ? `, ${place.turn.speaker.role}` : "", " · ",
          make("a", { class: "place", href: linkTo(place),
            "aria-label": `${say.inTranscript}: ${positionOf(place)}` }, positionOf(place)),
          " · ", make("span", { class: "id" }, place.id), " · ", standingMark(place),
          levelOf(place) ? [" · ", levelOf(place)] : null,
          place.counts ? null : make("span", { class: "aside", title: say.notCounted },
            ` · ${say.moderatorSpeaks}`)),
        make("p", { class: "acts" },
          withCode ? codeLink(place.code) : null,
          make("button", { type: "button", "aria-expanded": "false",
            onclick: (event) => toggleContext(event.currentTarget, context, place) },
            say.context),
          make("button", { type: "button", onclick: () => copy(place) }, say.copy)),
        context);
      return card;
    }

    function toggleContext(button, box, place) {
      const turns = place.transcript.turns;
      const at = place.turn.index;
      if (!box.firstChild) {
        box.append(...turns.slice(Math.max(0, at - 2), at + 3).map((turn) =>
          make("p", { class: turn === place.turn ? "here" : null },
            make("b", {}, turn.speaker.label), " ", turn.text)));
      }
      box.hidden = !box.hidden;
      button.setAttribute("aria-expanded", String(!box.hidden));
    }

    /* The words with who says them, where, and the quotation's id, as a paper needs them. */
    function citation(place) {
      const sign = place.standing === "open" ? "°" : "";
      return visible(`“${wordsOf(place)}”${sign} (${attributionOf(place)}; `
        + `${place.transcript.id}:${place.id})`);
    }
    async function copy(place) {
      const text = citation(place);
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const area = make("textarea", { class: "offscreen", readonly: true });
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      announce(say.copied);
    }
    """#
}
