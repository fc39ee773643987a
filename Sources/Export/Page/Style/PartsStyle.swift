extension PageStyle {
  /// Tiles, bars, the tree of codes, filters, matrices.
  static let parts = #"""
    .tiles { display: grid; grid-template-columns: repeat(6, 1fr);
      margin: 0 0 1rem; background: var(--card); border: 1px solid var(--line);
      border-radius: 10px; overflow: hidden; }
    .tiles > div { box-shadow: 0 0 0 0.5px var(--line); padding: 0.9rem 1.1rem; display: flex;
      flex-direction: column-reverse; justify-content: flex-end; }
    .tiles dt { color: var(--soft); font-size: 0.83rem; line-height: 1.3; }
    .tiles dd { margin: 0; font: 600 1.7rem/1.2 var(--reading);
      font-variant-numeric: lining-nums tabular-nums; }
    .tiles dd a { color: inherit; text-decoration: none; }
    .tiles dd a:hover { color: var(--accent); text-decoration: underline; }
    .tiles.small { grid-template-columns: repeat(3, 1fr); }
    @media (max-width: 76rem) { .tiles { grid-template-columns: repeat(3, 1fr); } }
    @media (max-width: 40rem) { .tiles, .tiles.small { grid-template-columns: 1fr 1fr; } }
    .tiles.small dd { font-size: 1.15rem; white-space: nowrap; }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(21rem, 100%), 1fr));
      gap: 0 3rem; }
    .attention ul { padding-left: 1.1rem; }
    .attention li { margin-bottom: 0.4rem; overflow-wrap: anywhere; }

    .bars { list-style: none; margin: 0 0 0.6rem; padding: 0; display: grid;
      grid-template-columns: minmax(0, 13rem) minmax(2rem, 1fr) auto; gap: 0 0.8rem; }
    .bars li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1;
      align-items: center; padding: 0.16rem 0; font-size: 0.92rem; }
    .bars li > :first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .bars small, .bars .moderator { color: var(--soft); }
    .bar { height: 0.62rem; background: color-mix(in srgb, var(--line) 55%, transparent);
      border-radius: 3px; overflow: hidden; }
    .fill { display: block; height: 100%; background: color-mix(in srgb, var(--color, var(--accent)), white var(--lift));
      border-radius: 3px; }
    .moderator .fill { background: var(--soft); }
    .number { text-align: right; font-variant-numeric: tabular-nums; min-width: 2.6em;
      white-space: nowrap; }
    .swatch { display: inline-block; width: 0.62em; height: 0.62em; border-radius: 2px;
      margin-right: 0.45em; background: color-mix(in srgb, var(--color), white var(--lift)); }
    a.code { color: inherit; text-decoration: none; }
    a.code:hover { text-decoration: underline; }

    .pair { display: grid; grid-template-columns: minmax(17rem, 24rem) minmax(0, 1fr);
      gap: 0 2.5rem; align-items: start; }
    .tree { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; }
    .tree ul { list-style: none; margin: 0; padding: 0; }
    .tree a { display: grid; grid-template-columns: minmax(0, 1fr) 4.5rem 2.6em; gap: 0.6rem;
      align-items: center; padding: 0.2rem 0.4rem; border-radius: 5px; color: inherit;
      text-decoration: none; font-size: 0.9rem; line-height: 1.35; }
    .tree a:hover, .tree a[aria-current] { background: var(--tint); }
    .depth1 .title { font-weight: 600; }
    .tree .depth1 { margin-top: 0.5rem; }
    .depth2 .title, .matrix th.depth2 { padding-left: 0.9rem; }
    .depth3 .title, .matrix th.depth3 { padding-left: 1.8rem; }
    .depth4 .title, .matrix th.depth4 { padding-left: 2.7rem; }
    .depth5 .title, .matrix th.depth5 { padding-left: 3.6rem; }
    .depth6 .title, .matrix th.depth6 { padding-left: 4.5rem; }
    .about h2 { margin-top: 0.2rem; }
    .about h2 code { font: 0.8rem var(--plain); color: var(--soft); font-weight: 400; }
    .about ul { padding-left: 1.1rem; }
    .about ul.bars { padding: 0; }
    .about li { margin-bottom: 0.25rem; }
    .when li::marker { content: "✓  "; color: var(--accent); }
    .not-when li::marker { content: "✗  "; color: var(--thread); }
    .examples li { font-family: var(--reading); font-style: italic; }
    .path { font-size: 0.85rem; color: var(--soft); }
    @media (max-width: 52rem) {
      .pair { display: block; }
      .tree { position: static; max-height: none; }
      .pair.chosen .tree, .hint { display: none; }
    }

    .filters, .toolbar { display: flex; flex-wrap: wrap; gap: 0.7rem 1rem; align-items: end;
      margin-bottom: 1rem; }
    label > span, .switches > span { display: block; font-size: 0.8rem; color: var(--soft); }
    input, select, button, .button { font: inherit; font-size: 0.92rem; color: inherit;
      background: var(--card); border: 1px solid color-mix(in srgb, var(--soft) 60%, transparent);
      border-radius: 6px; padding: 0.38rem 0.6rem; min-height: 2.3rem; max-width: 100%; }
    .filters select, .toolbar select { width: 13rem; }
    .filters input { width: 15rem; }
    button { cursor: pointer; }
    .button { text-decoration: none; min-width: 2.3rem; text-align: center; }
    .switches a { display: inline-block; padding: 0.32rem 0.7rem; color: inherit;
      border: 1px solid var(--line); margin-right: -1px; text-decoration: none;
      background: var(--card); font-size: 0.92rem; }
    .switches a[aria-current] { background: var(--accent); border-color: var(--accent);
      color: var(--paper); }
    .count { font-weight: 600; }

    .wide { overflow-x: auto; max-width: 100%; padding-bottom: 0.6rem; }
    .matrix { border-collapse: separate; border-spacing: 1px; font-size: 0.8rem;
      font-variant-numeric: tabular-nums; }
    .matrix th { font-weight: 400; text-align: left; }
    .matrix tbody th { position: sticky; left: 0; z-index: 1; background: var(--paper);
      min-width: 11rem; max-width: 19rem; padding-right: 0.6rem; white-space: nowrap;
      overflow: hidden; text-overflow: ellipsis; }
    .matrix tbody th.depth1 { font-weight: 600; }
    .matrix thead th { vertical-align: bottom; padding: 0 0 0.3rem; }
    .matrix thead th > span { display: block; writing-mode: vertical-rl; transform: rotate(180deg);
      max-height: 13rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
      margin: 0 auto; }
    .matrix th a { color: inherit; text-decoration: none; }
    .matrix th a:hover { text-decoration: underline; }
    .matrix td { min-width: 2.1rem; height: 1.55rem; padding: 0 0.2rem; text-align: center;
      border-radius: 2px; background: color-mix(in srgb, var(--line) 35%, transparent); }
    .matrix td.none, .zero, .matrix .corner { color: var(--soft); background: none; }
    .matrix td a { display: block; color: inherit; text-decoration: none; line-height: 1.55rem; }
    .matrix td a:hover { text-decoration: underline; }
    .sum td, .sum th { border-top: 1px solid var(--line); }
    .sum td { background: none; white-space: nowrap; }
    .shade1 { background: rgb(var(--shade) / 0.08) !important; }
    .shade2 { background: rgb(var(--shade) / 0.2) !important; }
    .shade3 { background: rgb(var(--shade) / 0.34) !important; }
    .shade4 { background: rgb(var(--shade) / var(--half)) !important; }
    .shade5 { background: rgb(var(--shade) / 0.84) !important; color: var(--paper); }
    .shade6 { background: rgb(var(--shade) / 0.92) !important; color: var(--paper); }
    .shade7 { background: rgb(var(--shade)) !important; color: var(--paper); }
    """#
}
