extension Browser {
  /// Texts whose colour is too near to what is behind them: less than 4.5 to 1, or 3 to 1 when large.
  nonisolated static let faintTexts = """
    (() => {
      const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const paint = (colors) => {
        brush.clearRect(0, 0, 1, 1);
        for (const color of colors) { brush.fillStyle = color; brush.fillRect(0, 0, 1, 1); }
        return [...brush.getImageData(0, 0, 1, 1).data];
      };
      const light = (rgb) => { const [r, g, b] = rgb.slice(0, 3).map((value) => value / 255)
        .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const found = new Set();
      for (const one of document.querySelectorAll('#part *, .head *, .foot *')) {
        if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
        if (one.matches('.offscreen, option, svg *') || !one.getClientRects().length) continue;
        const style = getComputedStyle(one);
        const behind = [];
        for (let up = one; up; up = up.parentElement) {
          behind.unshift(getComputedStyle(up).backgroundColor);
        }
        const back = light(paint(behind));
        const front = light(paint([...behind, style.color]));
        const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
        const isLarge = parseFloat(style.fontSize) >= 24;
        if (ratio < (isLarge ? 3 : 4.5)) {
          found.add(`${one.tagName}.${one.className} ${style.color} ${ratio.toFixed(2)}`);
        }
      }
      return [...found];
    })()
    """
}
