extension PageStyle {
  /// Quotations, conversations and their timeline; and all of it on paper.
  static let talk = #"""
    .quote { padding: 1rem 0 0.9rem 1.1rem; margin-bottom: 0.5rem; max-width: 48rem;
      border-left: 3px solid var(--thread); }
    .quote.open { border-left-style: dotted; }
    .quote.rejected { border-left-color: var(--soft); }
    .quote blockquote { margin: 0 0 0.4rem; font: 1.08rem/1.55 var(--reading);
      white-space: pre-line; unicode-bidi: isolate; overflow-wrap: anywhere; }
    .quote p { margin: 0 0 0.3rem; font-size: 0.87rem; }
    .quote .by, .quote .id { color: var(--soft); }
    .quote .by b { color: var(--ink); }
    .quote sup { color: var(--soft); line-height: 0; }
    .acts { display: flex; gap: 0.4rem 1rem; align-items: center; flex-wrap: wrap; }
    .acts button { border: 0; background: none; min-height: 1.7rem; padding: 0 0.1rem;
      font-size: 0.85rem; color: var(--accent); text-decoration: underline;
      text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
    .evidence { text-decoration: underline; text-decoration-thickness: 2px;
      text-decoration-color: color-mix(in srgb, var(--thread) 70%, transparent);
      text-underline-offset: 0.2em; text-decoration-skip-ink: none; }
    .hit { background: var(--mark); color: inherit; }
    .standing { font-size: 0.78rem; padding: 0.02rem 0.4rem; border-radius: 4px;
      border: 1px solid var(--soft); color: var(--soft); overflow-wrap: anywhere;
      display: inline-block; line-height: 1.35; }
    .standing.open { border-style: dashed; }
    .standing.accepted, .standing.hand { background: var(--tint); color: var(--ink); }
    .standing.rejected { text-decoration: line-through; }
    .standing.contested { border-style: double; border-width: 3px; }
    .standing.unsure { border-style: dotted; }
    .context { margin-top: 0.6rem; padding: 0.6rem 0.9rem; background: var(--card);
      border: 1px solid var(--line); border-radius: 8px; }
    .context p { font-family: var(--reading); white-space: pre-line; color: var(--soft); }
    .context .here { color: var(--ink); }

    .facts { color: var(--soft); font-size: 0.88rem; margin-bottom: 0.3rem; max-width: none; }
    .timeline { margin: 1.2rem 0 1.8rem; padding: 0.9rem 1.1rem 1rem; background: var(--card);
      border: 1px solid var(--line); border-radius: 10px; }
    figcaption, summary { font-size: 0.83rem; color: var(--soft); margin-bottom: 0.5rem; }
    summary { margin: 0.6rem 0; cursor: pointer; }
    .lanes { display: grid; grid-template-columns: minmax(4rem, 11rem) minmax(0, 1fr);
      gap: 3px 0.8rem; align-items: center; font-size: 0.82rem; }
    .lanes + .lanes { margin-top: 0.8rem; }
    .lanes > :not(svg) { overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
      color: inherit; text-decoration: none; }
    .lanes a:hover { text-decoration: underline; }
    .lanes svg { width: 100%; height: 0.8rem; cursor: pointer; color: var(--ink);
      background: color-mix(in srgb, var(--line) 45%, transparent); border-radius: 2px;
      fill: color-mix(in srgb, var(--color, currentColor), white var(--lift)); }
    .lanes svg.moderator { color: var(--soft); opacity: 0.6; }

    .turn { display: grid; grid-template-columns: 5.5rem minmax(0, 40rem) minmax(9rem, 1fr);
      gap: 0 1.4rem; padding: 0.55rem 0.5rem; border-radius: 6px; }
    .turn p { margin: 0; }
    .turn.target { background: var(--tint); }
    .turn.target:focus { outline: none; }
    .speaker { font-size: 0.9rem; overflow-wrap: anywhere; }
    .speaker a { color: var(--soft); text-decoration: none; font-size: 0.78rem;
      margin-left: 0.45em; font-variant-numeric: tabular-nums; }
    .said { font: 1.05rem/1.6 var(--reading); white-space: pre-line; unicode-bidi: isolate;
      overflow-wrap: anywhere; }
    .moderator .said { color: var(--soft); }
    .coded { background: color-mix(in srgb, var(--accent) 9%, transparent); }
    .coded.lit { background: var(--mark); }
    .margin { list-style: none; margin: 0; padding: 0; font-size: 0.8rem; line-height: 1.45; }
    .margin li { margin-bottom: 0.25rem; padding-left: 0.6rem; border-left: 2px solid var(--soft); }
    .margin li.open { border-left-style: dotted; }
    .margin li.accepted, .margin li.hand { border-left-color: var(--accent); }
    .margin li.rejected { text-decoration: line-through; }
    .facts-list { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem;
      padding: 0; color: var(--soft); font-size: 0.9rem; }
    @media (max-width: 68rem) {
      .turn { grid-template-columns: 4.2rem minmax(0, 1fr); }
      .margin { grid-column: 2; display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem;
        margin-top: 0.3rem; }
    }
    @media (max-width: 40rem) {
      .turn { grid-template-columns: minmax(0, 1fr); padding: 0.5rem 0; }
      .margin { grid-column: 1; }
      .filters { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem 0.8rem; }
      .filters label:first-child { grid-column: 1 / -1; }
      .filters input, .filters select, .toolbar label, .toolbar select { width: 100%; }
      .toolbar .button { display: none; }
      .lanes { grid-template-columns: 5.5rem minmax(0, 1fr); }
      .matrix tbody th { min-width: 7.5rem; max-width: 9.5rem; }
    }

    @media (forced-colors: active) {
      .switches a[aria-current], .fill, .swatch, .hit { forced-color-adjust: none; }
      .switches a[aria-current], .hit { background: Highlight; color: HighlightText; }
      .fill { background: CanvasText; }
      .bar { border: 1px solid CanvasText; }
    }
    .cut { display: none; }
    @media print {
      .cut { display: block; }
      :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444;
        --line: #ccc; --accent: #0b5a86; --thread: #b03a2e; --tint: #eef3f6; --mark: #ffe9a8;
        --shade: 11 90 134; --half: 0.5; --lift: 0%; }
      .tiles { grid-template-columns: repeat(3, 1fr); }
      @page { size: A4; margin: 16mm 15mm 18mm; }
      body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .frame { display: block; }
      #parts, .filters, .toolbar, .acts button, .skip, #status, .tree, .hint { display: none; }
      .pair:not(.chosen) .tree { display: block; position: static; max-height: none;
        overflow: visible; }
      .pair { display: block; }
      .head { border: 0; padding: 0 0 1rem; }
      .head > div { position: static; }
      .content { padding: 0; }
      .quote, .turn, .bars li, .tiles, .lanes, tr { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      a { color: inherit; text-decoration: none; }
      .wide { overflow: visible; }
      .matrix { font-size: 6.5pt; }
      .matrix tbody th { min-width: 0; max-width: 42mm; position: static; }
      .matrix td { min-width: 0; height: auto; padding: 0 0.1rem; }
      .matrix td a { line-height: 1.4; }
      .turn { grid-template-columns: 16mm minmax(0, 1fr) 42mm; gap: 0 4mm; padding: 1.5mm 0; }
      .margin { grid-column: auto; display: block; }
    }
    """#
}
