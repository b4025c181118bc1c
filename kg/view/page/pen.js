// Two pens with the same strokes: one draws on a canvas, the other writes SVG. What is seen is what is saved.
const FONT = '"Be Vietnam Pro", "Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif';
const paths = new Map();
function pathOf(d) {
  if (!paths.has(d)) paths.set(d, new Path2D(d));
  return paths.get(d);
}

class CanvasPen {
  constructor(context) { this.context = context; }
  fade(alpha) { this.context.globalAlpha = alpha; }
  shape(d, x, y, size, fill, stroke, width) {
    const c = this.context;
    c.save();
    c.translate(x, y);
    c.scale(size, size);
    if (fill) { c.fillStyle = fill; c.fill(pathOf(d), 'evenodd'); }
    if (stroke) { c.strokeStyle = stroke; c.lineWidth = width / size; c.lineJoin = 'round'; c.stroke(pathOf(d)); }
    c.restore();
  }
  line(points, color, width, dash = []) {
    const c = this.context;
    if (!points.path) {  // kept: the same lines are drawn again in every frame
      points.path = new Path2D();
      for (let at = 0; at < points.length; at += 4) { points.path.moveTo(points[at], points[at + 1]); points.path.lineTo(points[at + 2], points[at + 3]); }
    }
    c.strokeStyle = color;
    c.lineWidth = width;
    c.setLineDash(dash);
    c.stroke(points.path);
    c.setLineDash([]);
  }
  polygon(points, color) {
    const c = this.context;
    c.beginPath();
    points.forEach(([x, y], index) => index ? c.lineTo(x, y) : c.moveTo(x, y));
    c.closePath();
    c.fillStyle = color;
    c.fill();
  }
  disc(x, y, r, fill) {
    const c = this.context;
    c.beginPath();
    c.arc(x, y, r, 0, 2 * Math.PI);
    c.fillStyle = fill;
    c.fill();
  }
  dots(points, color) {
    const c = this.context;
    if (!points.path) {
      points.path = new Path2D();
      for (let at = 0; at < points.length; at += 3) { points.path.moveTo(points[at] + points[at + 2], points[at + 1]); points.path.arc(points[at], points[at + 1], points[at + 2], 0, 2 * Math.PI); }
    }
    c.fillStyle = color;
    c.fill(points.path);
  }
  text(words, x, y, size, color, halo, weight = 400) {
    const c = this.context;
    c.font = `${weight} ${size}px ${FONT}`;
    c.textAlign = 'center';
    c.textBaseline = 'alphabetic';
    c.lineJoin = 'round';
    if (halo) { c.strokeStyle = halo; c.lineWidth = size / 3.2; c.strokeText(words, x, y); }
    c.fillStyle = color;
    c.fillText(words, x, y);
  }
}

const xml = text => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[<>&"']/g, char => `&#${char.charCodeAt(0)};`);
const short = value => +value.toFixed(2);

class SvgPen {
  constructor() { this.parts = []; this.alpha = 1; }
  fade(alpha) { this.alpha = alpha; }
  put(tag, attributes, words = '') {
    const all = {...attributes, ...(this.alpha < 1 ? {opacity: this.alpha} : {})};
    this.parts.push(`<${tag} ${Object.entries(all).map(([name, value]) => `${name}="${xml(value)}"`).join(' ')}>${xml(words)}</${tag}>`);
  }
  shape(d, x, y, size, fill, stroke, width) {
    this.put('path', {d, transform: `translate(${short(x)} ${short(y)}) scale(${short(size)})`, fill: fill || 'none', 'fill-rule': 'evenodd',
      ...(stroke ? {stroke, 'stroke-width': short(width / size), 'stroke-linejoin': 'round'} : {})});
  }
  line(points, color, width, dash = []) {
    let d = '';
    for (let at = 0; at < points.length; at += 4) d += `M${short(points[at])} ${short(points[at + 1])}L${short(points[at + 2])} ${short(points[at + 3])}`;
    this.put('path', {d, stroke: color, 'stroke-width': short(width), fill: 'none', ...(dash.length ? {'stroke-dasharray': dash.map(short).join(' ')} : {})});
  }
  polygon(points, color) { this.put('polygon', {points: points.map(point => point.map(short).join(',')).join(' '), fill: color}); }
  disc(x, y, r, fill) { this.put('circle', {cx: short(x), cy: short(y), r: short(r), fill}); }
  dots(points, color) { for (let at = 0; at < points.length; at += 3) this.disc(points[at], points[at + 1], points[at + 2], color); }
  text(words, x, y, size, color, halo, weight = 400) {
    const look = {x: short(x), y: short(y), 'font-size': short(size), 'font-family': FONT, 'font-weight': weight, 'text-anchor': 'middle', fill: color};
    this.put('text', halo ? {...look, stroke: halo, 'stroke-width': short(size / 3.2), 'stroke-linejoin': 'round', 'paint-order': 'stroke'} : look, words);
  }
}
