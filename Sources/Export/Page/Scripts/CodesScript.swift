extension PageScripts {
  /// The tree of codes with bars, and one code with all that is known of it.
  static let codes = #"""
    function drawCodes(main, [id]) {
      const chosen = codeByID.get(id);
      main.append(make("div", { class: chosen ? "pair chosen" : "pair" },
        drawTree(chosen),
        make("div", { class: "detail" }, chosen ? drawCode(chosen)
          : make("p", { class: "aside hint" }, say.chooseCode))));
      if (chosen) main.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
    }

    function drawTree(chosen) {
      const most = Math.max(1, ...codes.map((code) => code.numbers.places));
      return make("nav", { class: "tree", "aria-label": say.codes },
        make("ul", {}, codes.map((code) => make("li", { class: `depth${Math.min(code.depth, 6)}` },
          make("a", { href: link("codes", code.id),
            "aria-current": code === chosen ? "true" : null },
            make("span", { class: "title" }, code.title),
            bar(code.numbers.places / most, code.color),
            make("span", { class: "number" }, whole(code.numbers.places)))))),
        make("p", { class: "aside" }, say.placesHere));
    }

    /* Prose as paragraphs, with what stands between asterisks leaning. */
    function prose(text) {
      return text.split(/\n\s*\n/).filter(Boolean).map((paragraph) => make("p", {},
        paragraph.split(/(\*[^*\n]+\*)/).map((piece) =>
          piece.length > 2 && piece.startsWith("*") && piece.endsWith("*")
            ? make("em", {}, piece.slice(1, -1)) : piece)));
    }

    function drawCode(code) {
      const { numbers } = code;
      const list = (title, lines, kind) => lines
        ? [make("h3", {}, title), make("ul", { class: kind }, lines.map((line) =>
          make("li", {}, line)))] : null;
      const quotes = placesUnder(code);
      const box = make("article", { class: "about" },
        make("p", { class: "path" }, make("a", { href: "#codes" }, say.codes),
          code.above.map((parent) => [" › ", make("a", { href: link("codes", parent.id) },
            parent.title)])),
        make("h2", { tabindex: "-1" }, code.title, " ", make("code", {}, code.id)),
        prose(code.definition),
        make("dl", { class: "tiles small" },
          [[whole(numbers.places), say.places], [whole(numbers.own), say.own],
            [`${whole(numbers.turns)} (${percent(numbers.turns_share)})`, say.turns],
            [ofWhole(numbers.participants, study.whole.participants), say.participants],
            [ofWhole(numbers.transcripts, study.whole.transcripts), say.transcripts],
            [`${whole(numbers.words)} (${percent(numbers.words_share)})`, say.words]]
            .map(([value, name]) => make("div", {}, make("dt", {}, name),
              make("dd", {}, value)))),
        make("div", { class: "columns" },
          make("div", {}, list(say.when, code.when, "when"),
            list(say.notWhen, code.notWhen, "not-when")),
          make("div", {}, list(say.examples, code.examples, "examples"), drawRoles(code),
            drawNeighbours(code))),
        code.byPeople && code.end === code.index + 1
          ? make("p", { class: "aside" }, say.codedByPeople) : null,
        make("h3", {}, `${say.quotations} (${whole(quotes.length)})`),
        make("p", {}, make("a", { href: linkToQuotes({ code: code.id }) }, say.filterThese)));
      const feed = make("div", { class: "feed", role: "feed", "aria-label": say.quotations });
      longList(feed, quotes, (place, index) =>
        quoteCard(place, index, quotes.length, "", place.code !== code), { height: 130 });
      box.append(feed);
      return box;
    }

    /* Places per 1,000 words that each role spoke. */
    function drawRoles(code) {
      const { keys, rows } = table("codes-by-role-per-1000");
      const row = rows.find((row) => row.code === code.id);
      const groups = keys.filter((key) => key.startsWith("role="));
      const most = Math.max(...groups.map((key) => row?.[key] ?? 0));
      if (!most) return null;
      return [make("h3", {}, say.perThousand), make("ul", { class: "bars" }, groups.map((key) =>
        make("li", {}, make("a", { href: linkToQuotes({ code: code.id,
          role: key.slice("role=".length) }) }, key.slice("role=".length) || say.notGiven),
          bar((row[key] ?? 0) / most, code.color),
          make("span", { class: "number" }, decimal(row[key])))))];
    }

    /* The codes with which it shares the most turns. */
    function drawNeighbours(code) {
      const near = neighbours("turn", code).slice(0, 6);
      if (near.length === 0) return null;
      return [make("h3", {}, say.standsWith), make("ul", { class: "bars" },
        near.map(([other, count]) => make("li", {}, make("a", {
          href: link("together", code.id, other.id) }, other.title),
        bar(count / near[0][1], other.color), make("span", { class: "number" }, whole(count)))))];
    }
    """#
}
