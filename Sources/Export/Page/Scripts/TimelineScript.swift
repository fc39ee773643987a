extension PageScripts {
  /// Who speaks when, and which codes where: lanes over the words of one conversation.
  static let timeline = #"""
    function drawTimeline(transcript, only) {
      const speakers = transcript.speakers.map((speaker) => ({ label: speaker.label,
        hint: speaker.role, kind: speaker.counts ? "" : "moderator",
        turns: transcript.turns.filter((turn) => turn.speaker === speaker) }));
      const carries = (turn, code) => turn.places.some((place) => isUnder(place.code, code));
      const lane = (code) => ({ label: code.title, href: link("codes", code.id),
        color: code.color, turns: transcript.turns.filter((turn) => carries(turn, code)) });
      const shown = (wanted) => wanted.map(lane).filter((one) => one.turns.length > 0);
      const top = only ? codes.slice(only.index, only.end)
        : codes.filter((code) => code.depth === 1);
      const rest = only ? [] : codes.filter((code) => code.depth > 1);
      const all = shown(rest);
      return make("figure", { class: "timeline" },
        make("figcaption", {}, say.timeline),
        drawLanes(transcript, speakers.filter((one) => one.turns.length > 0), say.speakersLanes),
        drawLanes(transcript, shown(top), say.codeLanes),
        all.length === 0 ? null : make("details", {},
          make("summary", {}, phrase(say.allCodes, all.length)),
          drawLanes(transcript, all, say.codeLanes)));
    }

    /* A label and a strip for each lane; a turn is as wide as it has words. */
    function drawLanes(transcript, lanes, name) {
      return make("div", { class: "lanes", role: "group", "aria-label": name },
        lanes.map((lane) => [
          lane.href ? make("a", { href: lane.href, title: lane.label }, lane.label)
            : make("span", { title: lane.hint }, lane.label),
          drawLane(transcript, lane)]));
    }

    function drawLane(transcript, lane) {
      const wide = Math.max(transcript.words, 1);
      const least = wide / 500;
      const path = lane.turns.map((turn) =>
        `M${turn.before} 0h${Math.max(turn.words, least)}v10h-${Math.max(turn.words, least)}z`);
      const strip = draw("svg", { viewBox: `0 0 ${wide} 10`, preserveAspectRatio: "none",
        role: "img", class: lane.kind, onclick: (event) => {
          const box = strip.getBoundingClientRect();
          const word = (event.clientX - box.left) / box.width * wide;
          const reach = wide / box.width * 6;
          const near = lane.turns.map((turn) => [turn, Math.max(turn.before - word,
            word - turn.before - turn.words, 0)]).sort((one, other) => one[1] - other[1])[0];
          if (near && near[1] <= reach) {
            location.hash = link("conversation", transcript.id, near[0].index + 1);
          }
        } },
        draw("title", {}, lane.label),
        draw("desc", {}, phrase(say.laneTurns, lane.turns.length)),
        draw("path", { d: path.join("") }));
      if (lane.color) strip.style.setProperty("--color", lane.color);
      return strip;
    }
    """#
}
