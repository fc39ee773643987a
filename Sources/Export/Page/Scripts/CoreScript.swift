extension PageScripts {
  /// Making elements, saying numbers, and showing text from outside.
  static let core = #"""
    "use strict";
    const study = JSON.parse(document.getElementById("study").textContent);
    const say = study.words;
    const svgSpace = "http://www.w3.org/2000/svg";

    /* Signs that steer a terminal or turn the direction of reading: spelled out, never obeyed. */
    const controls = new RegExp("[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f"
      + "\\u2028-\\u202e\\u2066-\\u206f\\ufff9-\\ufffb]", "g");
    const visible = (text) => text.replace(controls,
      (sign) => `\\u{${sign.charCodeAt(0).toString(16).toUpperCase()}}`);

    /* An element with attributes, listeners (onclick …) and children; text stays text. */
    function make(tag, attributes, ...children) {
      return fill(document.createElement(tag), attributes, children);
    }
    function draw(tag, attributes, ...children) {
      return fill(document.createElementNS(svgSpace, tag), attributes, children);
    }
    function fill(element, attributes, children) {
      for (const [name, value] of Object.entries(attributes ?? {})) {
        if (value === null || value === undefined || value === false) continue;
        if (typeof value === "function") element.addEventListener(name.slice(2), value);
        else element.setAttribute(name, value === true ? "" : value);
      }
      for (const child of children.flat(3)) {
        if (child === null || child === undefined) continue;
        element.append(typeof child === "object" ? child : visible(String(child)));
      }
      return element;
    }

    /* Numbers in the manner of the study's language, rounded as in the tables: the shortest decimal
       number that stands for the value, half away from zero. */
    const point = (text) => study.language === "nl" ? text.replace(".", ",") : text;
    function rounded(value, places) {
      const text = String(value);
      if (text.includes("e")) return point(value.toFixed(places));
      return point((Math.round(Number(`${text}e${places}`)) / 10 ** places).toFixed(places));
    }
    const decimal = (value) => value === null ? "–" : rounded(value, 1);
    function percent(share) {
      if (share === null) return "–";
      const tenths = Math.round(Number(`${share}e3`));
      const text = point((Number.isFinite(tenths) ? tenths / 10 : 0).toFixed(1));
      return study.language === "nl" ? `${text} %` : `${text}%`;
    }
    function whole(value) {
      const mark = study.language === "nl" ? "." : ",";
      return value < 10000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, mark);
    }
    const ofWhole = (part, all) => all < 100 ? `${part} ${say.of} ${all}` : whole(part);
    function phrase(template, ...values) {
      return template.replace(/%(\d)/g, (_, number) => values[number]);
    }

    /* Folded for searching: small letters, no accents. */
    const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");

    /* A table that stands as CSV beside the page: its rows as objects under the CSV's keys. */
    function table(name) {
      const found = study.tables[name];
      if (!found) return { title: "", keys: [], rows: [] };
      return { ...found, rows: found.rows.map((row) =>
        Object.fromEntries(found.keys.map((key, index) => [key, row[index]]))) };
    }

    /* Says something to a screen reader, and for a moment on the screen. */
    function announce(text) {
      const box = document.getElementById("status");
      box.textContent = text;
      box.classList.add("on");
      clearTimeout(announce.timer);
      announce.timer = setTimeout(() => box.classList.remove("on"), 2500);
    }
    """#
}
