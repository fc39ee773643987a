extension PageScripts {
  /// Codes by role and by transcript, as counts or per 1,000 words.
  static let groups = #"""
    function drawGroups(main, _, given) {
      const by = given.get("by") === "transcript" ? "transcript" : "role";
      const figures = given.get("figures") === "counts" ? "counts" : "rate";
      const name = `codes-by-${by}${figures === "rate" ? "-per-1000" : ""}`;
      const at = (changes) => "#groups?" + new URLSearchParams({ by, figures, ...changes });
      const { keys, rows, title } = table(name);
      const columns = keys.filter((key) => key.startsWith(`${by}=`)).map((key) => {
        const value = key.slice(by.length + 1);
        return { key, value, title: value || say.notGiven,
          href: by === "transcript" && value ? link("conversation", value) : null };
      });
      columns.push({ key: "total", title: say.total });
      const lines = rows.map((row) => {
        const code = codeByID.get(row.code);
        return code
          ? { row, code, title: code.title, hint: `${code.title} (${code.id})`, depth: code.depth,
            href: link("codes", code.id) }
          : { row, title: row.code === "(total)" ? say.totalRow : say.wordsRow, kind: "sum" };
      });
      main.append(
        make("div", { class: "toolbar" },
          switches(say.columns, [["role", say.role], ["transcript", say.transcript]], by,
            (one) => at({ by: one })),
          switches(say.figures, [["rate", say.perThousand], ["counts", say.counts]], figures,
            (one) => at({ figures: one }))),
        make("p", { class: "aside" }, figures === "rate" ? say.rateHint : say.countsHint),
        drawMatrix(title, lines, columns, ({ row, code }, column) => {
          const value = row[column.key];
          if (value === null) return null;
          const isRate = figures === "rate" && row.code !== "(words spoken)";
          return { value, text: isRate ? decimal(value) : whole(value),
            isPlain: !code || column.key === "total",
            name: code ? `${code.title}: ${column.title}` : null,
            href: code && column.key !== "total" && column.value
              ? linkToQuotes({ code: code.id, [by]: column.value, who: "counted" }) : null };
        }));
    }
    """#
}
