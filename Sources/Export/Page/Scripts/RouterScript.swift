extension PageScripts {
  /// Which part is shown: the address after `#` says so, so that every place has a link.
  static let router = #"""
    const parts = { overview: drawOverview, codes: drawCodes, together: drawTogether,
      groups: drawGroups, conversation: drawConversation, quotes: drawQuotes,
      speakers: drawSpeakers };

    function show() {
      const [path, query] = location.hash.slice(1).split("?");
      const [wanted, ...rest] = path.split("/").map(read);
      const part = Object.hasOwn(parts, wanted) ? wanted : "overview";
      for (const leave of leaving) leave();
      leaving = [];
      longLists = [];
      const main = document.getElementById("part");
      main.className = part;
      main.replaceChildren(make("h1", { id: "heading", tabindex: "-1" }, say[`part_${part}`]));
      for (const item of document.querySelectorAll("#parts a")) {
        if (item.hash !== `#${part}`) item.removeAttribute("aria-current");
        else {
          item.setAttribute("aria-current", "page");
          item.scrollIntoView({ block: "nearest", inline: "nearest" });
        }
      }
      const arrive = parts[part](main, rest, new URLSearchParams(query ?? ""));
      document.title = visible(`${say[`part_${part}`]} · ${study.title}`);
      if (arrive) arrive();
      else if (show.isFirst) show.isFirst = false;
      else {
        scrollTo(0, 0);
        document.getElementById("heading").focus({ preventScroll: true });
      }
      show.isFirst = false;
    }
    /* A piece of the address; as it stands when it is no valid one. */
    function read(text) {
      try { return decodeURIComponent(text); } catch { return text; }
    }
    show.isFirst = true;
    addEventListener("hashchange", show);
    show();
    """#
}
