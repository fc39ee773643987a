extension PageStyle {
  /// Colours, letters, the frame of the page.
  static let base = #"""
    :root {
      color-scheme: light dark;
      --paper: #fbfaf7; --card: #ffffff; --ink: #1c2127; --soft: #5a636e; --line: #e2ded5;
      --accent: #0b5a86; --thread: #b03a2e; --tint: #e8f0f5; --mark: #ffe9a8;
      --shade: 11 90 134; --half: 0.5; --lift: 0%;
      --reading: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "Noto Serif",
        Georgia, serif;
      --plain: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans",
        Helvetica, Arial, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #15181c; --card: #1c2025; --ink: #e8e5de; --soft: #a4adb8; --line: #333941;
        --accent: #85c4ea; --thread: #e07a6d; --tint: #22303a; --mark: #6a5312;
        --shade: 120 190 235; --half: 0.42; --lift: 42%;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 5rem; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 var(--plain); -webkit-text-size-adjust: 100%; }
    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    h1:focus, h2:focus { outline: none; }
    h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
    h1 { font: 600 2rem/1.2 var(--reading); margin: 0 0 1.2rem; }
    h2 { font: 600 1.3rem/1.3 var(--reading); margin: 1.8rem 0 0.6rem; }
    h3 { font-size: 0.95rem; margin: 1.4rem 0 0.4rem; }
    p { margin: 0 0 0.8rem; max-width: 42em; }
    [hidden] { display: none !important; }

    .frame { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); min-height: 100vh; }
    .head { border-right: 1px solid var(--line); padding: 2rem 1.4rem; }
    .head > div { position: sticky; top: 2rem; }
    .study { font: 600 1.15rem/1.3 var(--reading); margin: 0; padding-left: 0.8rem;
      border-left: 3px solid var(--thread); }
    .book { color: var(--soft); font-size: 0.85rem; margin: 0.4rem 0 1.6rem;
      padding-left: calc(0.8rem + 3px); }
    #parts ul { list-style: none; margin: 0; padding: 0; }
    #parts a { display: block; padding: 0.4rem 0.8rem; margin-left: 3px; border-radius: 6px;
      color: var(--ink); text-decoration: none; }
    #parts a:hover { background: var(--tint); }
    #parts a[aria-current] { background: var(--tint); color: var(--accent); font-weight: 600; }
    .content { padding: 2rem clamp(1rem, 4vw, 3.5rem) 3rem; min-width: 0; }
    main { max-width: 70rem; min-height: 60vh; }
    .foot { max-width: 70rem; margin-top: 3rem; padding-top: 1rem; font-size: 0.85rem;
      border-top: 1px solid var(--line); color: var(--soft); }
    .foot p { margin: 0 0 0.3rem; max-width: none; }
    .foot .invented, .flag { color: var(--ink); }
    .flag { display: inline-block; margin: 0 0 1.4rem calc(0.8rem + 3px); padding: 0.2rem 0.6rem;
      border: 1px solid var(--thread); border-radius: 6px; font-size: 0.8rem; line-height: 1.35; }
    .lead { font: 1.08rem/1.6 var(--reading); max-width: 46rem; margin-bottom: 1.4rem; }
    .aside { color: var(--soft); font-size: 0.88rem; }
    .offscreen { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: 0.5rem; z-index: 9; background: var(--card); padding: 0.5rem; }
    #status { position: fixed; right: 1.2rem; bottom: 1.2rem; padding: 0.6rem 1rem;
      background: var(--ink); color: var(--paper); border-radius: 8px; opacity: 0;
      pointer-events: none; transition: opacity 0.2s; }
    #status.on { opacity: 1; }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }

    @media (max-width: 52rem) {
      .frame { display: block; }
      .head { border-right: 0; padding: 1rem 1rem 0; }
      .head > div { position: static; }
      .book { margin-bottom: 0.8rem; }
      .flag { margin-bottom: 0.8rem; }
      #parts { position: sticky; top: 0; overflow-x: auto; margin: 0 -1rem;
        border-bottom: 1px solid var(--line); }
      #parts ul { display: flex; padding: 0 0.6rem 0.4rem; }
      #parts a { white-space: nowrap; padding: 0.5rem 0.7rem; margin: 0; }
      .content { padding-top: 1.4rem; }
      h1 { font-size: 1.6rem; }
    }
    """#
}
