extension PageStyle {
  /// What is on the page of an audit and not on that of a report.
  static let audit = #"""
    main { min-height: 0; }
    #progress p { margin: 0 0 0.6rem; }
    #progress progress { width: 100%; accent-color: var(--accent); }
    .numbers { position: relative; list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem; margin: 0; padding: 0;
      max-height: calc(100vh - 22rem); overflow-y: auto; }
    .numbers a { display: block; min-width: 2.5rem; padding: 0.2rem 0.3rem; text-align: center;
      border: 1px solid var(--line); border-radius: 5px; color: inherit; text-decoration: none;
      font-size: 0.82rem; font-variant-numeric: tabular-nums; }
    .numbers a.done { background: var(--tint); border-color: var(--accent); }
    .numbers a[aria-current] { background: var(--accent); color: var(--paper); }
    h1 small, h2 small { font: 0.85rem var(--plain); color: var(--soft); }
    .passage { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
      padding: 1rem 1.2rem; margin-bottom: 1.2rem; }
    .passage p { max-width: 46rem; margin: 0 0 0.7rem; overflow-wrap: anywhere; }
    .passage b { font-size: 0.85rem; color: var(--soft); }
    .said { font: 1.06rem/1.6 var(--reading); }
    .own { border-left: 3px solid var(--thread); padding-left: 0.8rem; }
    .around { padding-left: calc(0.8rem + 3px); }
    .around .said { color: var(--soft); }
    mark { background: var(--mark); color: inherit; }
    u { text-decoration: underline 2px; text-underline-offset: 0.2em; }
    .code { max-width: 46rem; overflow-wrap: anywhere; }
    .code h2 { margin-top: 0; }
    .code h3 { margin: 0.8rem 0 0.2rem; }
    .code ul { margin: 0 0 0.8rem; padding-left: 1.2rem; }
    .decision { border-top: 1px solid var(--line); margin-top: 1.2rem; padding-top: 1rem; }
    fieldset { border: 0; margin: 0 0 0.8rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
    legend { font-weight: 600; padding: 0 0 0.4rem; }
    .verdict { display: flex; align-items: center; gap: 0.4rem; padding: 0.4rem 0.8rem;
      min-height: 2.6rem; border: 1px solid color-mix(in srgb, var(--soft) 60%, transparent);
      border-radius: 8px; background: var(--card); cursor: pointer; }
    .verdict:has(:checked) { border-color: var(--accent); background: var(--tint); }
    .verdict:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
    .verdict input { accent-color: var(--accent); margin: 0; }
    kbd { font: 0.8rem var(--plain); border: 1px solid var(--line); border-radius: 4px;
      padding: 0 0.35rem; color: var(--soft); background: var(--paper); }
    .decision > label { display: block; margin-bottom: 0.8rem; }
    .decision > label > span { display: block; font-size: 0.88rem; color: var(--soft); }
    textarea { width: 100%; max-width: 46rem; }
    textarea, select, button { font: inherit; color: inherit; background: var(--card);
      border: 1px solid color-mix(in srgb, var(--soft) 60%, transparent); border-radius: 6px;
      padding: 0.4rem 0.7rem; min-height: 2.4rem; max-width: 100%; }
    textarea, select { display: block; }
    button { cursor: pointer; }
    button:disabled { color: var(--soft); cursor: default; opacity: 0.6; }
    #save { background: var(--accent); color: var(--paper); border-color: var(--accent); }
    .steps { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1.2rem 0; }
    #paper { display: none; }
    @media (max-width: 52rem) {
      .numbers { flex-wrap: nowrap; overflow-x: auto; max-height: none; padding-bottom: 0.4rem; }
    }
    @media print {
      .head, .content { display: none; }
      .frame { display: block; min-height: 0; }
      #paper { display: block; }
      #paper article { break-inside: avoid; border-bottom: 1px solid var(--line); padding: 0.6rem 0; }
      #paper h2 { font-size: 1rem; margin: 0 0 0.4rem; }
      mark { background: none; font-weight: 600; }
    }
    """#
}
