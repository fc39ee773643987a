extension PageScripts {
  /// Lists and tables of any length, of which only what is near the screen is in the document.
  static let longList = #"""
    /* What has to stop when another part of the page is shown. */
    let leaving = [];
    let longLists = [];
    const mostPrinted = 1000;

    /* Puts `items` into `parent` in pieces, each in an element of its own: a piece is filled when it
       comes near the screen, and emptied, at the height it had, when it leaves. */
    function longList(parent, items, drawItem, { tag = "div", size = 20, height = 90,
      margin = 1000 } = {}) {
      const pieces = [];
      const pieceOf = new Map();
      const observer = new IntersectionObserver((entries) => {
        for (const entry of entries) {
          const piece = pieceOf.get(entry.target);
          if (entry.isIntersecting) show(piece);
          else hide(piece, entry.boundingClientRect.height);
        }
      }, { rootMargin: `${margin}px 0px` });

      function show(piece) {
        if (piece.isShown) return;
        piece.isShown = true;
        piece.element.replaceChildren(...items.slice(piece.first, piece.first + size)
          .map((item, offset) => drawItem(item, piece.first + offset)));
        piece.element.style.height = "";
      }
      function hide(piece, tall) {
        if (!piece.isShown || piece.element.contains(document.activeElement)) return;
        piece.isShown = false;
        piece.element.style.height = `${tall}px`;
        piece.element.replaceChildren();
      }

      for (let first = 0; first < items.length; first += size) {
        const element = make(tag, { class: "piece", role: tag === "div" ? "presentation" : null });
        element.style.height = `${Math.min(size, items.length - first) * height}px`;
        const piece = { element, first, isShown: false };
        pieces.push(piece);
        pieceOf.set(element, piece);
      }
      for (const piece of pieces.slice(0, 1)) show(piece);
      parent.append(...pieces.map((piece) => piece.element));
      for (const piece of pieces) observer.observe(piece.element);
      const list = {
        /* The element of an item, put into the document if it was not there, with what is around
           it, so that nothing moves when somebody goes there. */
        element(index) {
          const at = Math.floor(index / size);
          for (const piece of pieces.slice(Math.max(0, at - 2), at + 3)) show(piece);
          return pieces[at].element.children[index - pieces[at].first];
        },
        showAll(most = items.length) {
          for (const piece of pieces) if (piece.first < most) show(piece);
        },
      };
      longLists.push(list);
      leaving.push(() => observer.disconnect());
      if (items.length > mostPrinted && tag === "div") {
        parent.append(make("p", { class: "cut" },
          phrase(say.firstPrinted, whole(mostPrinted), whole(items.length))));
      }
      return list;
    }

    addEventListener("beforeprint", () => { for (const list of longLists) list.showAll(mostPrinted); });
    """#
}
