extension PageScripts {
  /// Tables of shaded numbers, to walk through with the arrow keys.
  static let matrix = #"""
    /* Rows and columns have a title and perhaps a link; `cell` gives a number, the text for it, where
       it leads, and what to call it; nothing where there is none. */
    function drawMatrix(caption, rows, columns, cell) {
      let most = 0;
      for (const row of rows) {
        for (const column of columns) {
          const found = cell(row, column);
          if (found && !found.isPlain) most = Math.max(most, found.value);
        }
      }
      const shade = (value) => value > 0
        ? `shade${Math.max(1, Math.ceil(Math.sqrt(value / most) * 7))}` : null;
      const drawCell = (row, column) => {
        const found = cell(row, column);
        if (!found) return make("td", { class: "none", "aria-label": say.none }, "·");
        const kind = found.isPlain ? null : shade(found.value);
        return make("td", { class: kind },
          found.href && found.value > 0
            ? make("a", { href: found.href, tabindex: "-1", title: found.name }, found.text)
            : found.value === 0 ? make("span", { class: "zero" }, "0") : found.text);
      };
      const head = make("tr", {}, make("td", { class: "corner" }), columns.map((column) =>
        make("th", { scope: "col" }, make("span", {}, column.href
          ? make("a", { href: column.href, tabindex: "-1", title: column.hint }, column.title)
          : column.title))));
      const body = make("table", { class: "matrix", "aria-label": caption },
        make("caption", { class: "offscreen" }, caption), make("thead", {}, head));
      longList(body, rows, (row) => make("tr", { class: row.kind },
        make("th", { scope: "row", class: `depth${Math.min(row.depth ?? 0, 6)}` }, row.href
          ? make("a", { href: row.href, title: row.hint, tabindex: "-1" }, row.title)
          : row.title),
        columns.map((column) => drawCell(row, column))), { tag: "tbody", size: columns.length > 60 ? 6 : 16,
        height: 26, margin: 400 });
      const first = body.querySelector("tbody a");
      if (first) first.tabIndex = 0;
      body.addEventListener("keydown", walk);
      return make("div", { class: "wide", role: "region", "aria-label": caption, tabindex: "0" },
        body);
    }

    /* Moves the focus from link to link in the direction of an arrow key. */
    function walk(event) {
      const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0],
        ArrowUp: [-1, 0] };
      const step = steps[event.key];
      const here = event.target.closest("td, th");
      if (!step || !here) return;
      const all = [...event.currentTarget.rows];
      let row = all.indexOf(here.parentNode);
      let column = here.cellIndex;
      for (;;) {
        row += step[0];
        column += step[1];
        const next = all[row]?.cells[column];
        if (!next) return;
        const target = next.querySelector("a");
        if (!target) continue;
        event.preventDefault();
        event.target.tabIndex = -1;
        target.tabIndex = 0;
        target.focus();
        target.scrollIntoView({ block: "nearest", inline: "nearest" });
        return;
      }
    }

    /* A row of buttons of which one is pressed; each is a link, so that the way back works. */
    function switches(name, options, chosen, hrefOf) {
      return make("div", { class: "switches", role: "group", "aria-label": name },
        make("span", {}, name), options.map(([value, text]) => make("a", {
          href: hrefOf(value), "aria-current": value === chosen ? "true" : null }, text)));
    }
    """#
}
