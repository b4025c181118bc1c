// How things, lines and captions look. Everything is drawn through a pen, in the picture's own units.
const SIZE = 15, SMALLER = 13, LEADING = 1.22, WIDEST = 154, NARROW = 100, ROWS_MOST = 3;
const DOT = 5;  // on the screen, what is smaller is drawn as a dot, and captions may lie over it
const OVERVIEW = 0.3, FEW = 60;  // seen from so far, only the weightiest names are written
const measuring = document.createElement('canvas').getContext('2d');
const widths = new Map();

function widthOf(words, weight = 400) {
  const id = `${weight} ${words}`;
  if (!widths.has(id)) { measuring.font = `${weight} 100px ${FONT}`; widths.set(id, measuring.measureText(words).width / 100); }
  return widths.get(id);
}

const radiusOf = thing => (thing.group === 'meeting' ? 23 : thing.group === 'figure' || thing.group === 'recipients' ? 15 : 17) + Math.min(10, 1.8 * Math.sqrt(thing.lines));
const weightOf = thing => thing.group === 'meeting' || thing.lines > 4 ? 600 : 400;

// A caption in rows that fit below its thing.
function captionOf(index) {
  const thing = things[index];
  if (!thing.caption3) {
    const rows = wrapped(thing.short, WIDEST, SIZE, weightOf(thing), thing.lines > 4 ? ROWS_MOST + 1 : ROWS_MOST);
    const width = Math.max(...rows.map(row => widthOf(row, weightOf(thing)))) * SIZE;
    thing.caption3 = {rows, width, height: rows.length * SIZE * LEADING, r: radiusOf(thing)};
  }
  return thing.caption3;
}

function wrapped(text, widest, size, weight, most) {
  const rows = [''];
  for (const word of [...text].slice(0, 160).join('').split(' ')) {
    const last = rows[rows.length - 1], longer = last ? `${last} ${word}` : word;
    if (!last || widthOf(longer, weight) * size <= widest) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  const kept = rows.slice(0, most).map(row => [...row].length > 30 ? `${[...row].slice(0, 29).join('')}…` : row);
  if (rows.length > most) kept[most - 1] = `${kept[most - 1]} …`;
  return kept;
}

const widthOfLine = line => 1.2 + Math.min(3.6, 0.6 * (Math.max(1, line.passages.size) - 1));

// What is lit: what is chosen or pointed at, with its neighbours; on a path, the path. Else all.
function litNow(scene) {
  const lit = {things: null, lines: null};
  if (pathNow) {
    lit.things = pathNow.things;
    lit.lines = new Set(scene.lines.filter(line => [...line.facts].some(index => pathNow.facts.has(index)) && pathNow.steps.some(({from, to}) =>
      line.id === `${Math.min(from, to)}-${Math.max(from, to)}`)).map(line => line.id));
  } else if (scene.focus) {
    const {thing, line, fact} = scene.focus;
    const lines = scene.lines.filter(one => thing !== undefined ? one.a === thing || one.b === thing : line ? one.id === line : one.facts.has(fact));
    lit.lines = new Set(lines.map(one => one.id));
    lit.things = new Set([...lines.flatMap(one => [one.a, one.b]), ...(thing !== undefined ? [thing] : []), ...(fact !== undefined ? facts[fact].things : [])]);
  }
  return lit;
}

function paintLines(pen, scene) {
  const faint = scene.lit.lines;
  scene.batches ??= lineBatches(scene);
  for (const {points, width, lit, quiet} of scene.batches) {
    pen.fade(faint && !lit ? 0.25 : 1);
    pen.line(points, lit ? palette.accent : palette.line, lit ? width + 0.8 : width, quiet ? [4, 4] : []);
  }
  pen.fade(1);
}

// Lines that look the same are drawn in one stroke.
function lineBatches(scene) {
  const batches = new Map();
  for (const line of scene.lines) {
    const lit = Boolean(scene.lit.lines?.has(line.id)), quiet = [...line.facts].every(index => facts[index].relation.quiet), width = widthOfLine(line);
    const look = [lit, quiet, width].join();
    if (!batches.has(look)) batches.set(look, {points: [], width, lit, quiet});
    batches.get(look).points.push(...scene.positions.get(line.a), ...scene.positions.get(line.b));
  }
  return [...batches.values()];
}

function paintArrows(pen, scene) {
  for (const line of scene.lines) {
    const lit = scene.lit.lines?.has(line.id);
    pen.fade(scene.lit.lines && !lit ? 0.25 : 1);
    if (line.forward) paintArrow(pen, scene, line, line.a, line.b, lit);
    if (line.backward) paintArrow(pen, scene, line, line.b, line.a, lit);
  }
  pen.fade(1);
}

function paintArrow(pen, scene, line, from, to, lit) {
  const [x1, y1] = scene.positions.get(from), [x2, y2] = scene.positions.get(to);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1, [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const gap = captionOf(to).r + 4, size = 6 + widthOfLine(line);
  const [x, y] = [x2 - ux * gap, y2 - uy * gap], [bx, by] = [x - ux * size, y - uy * size];
  pen.polygon([[x, y], [bx - uy * size * 0.45, by + ux * size * 0.45], [bx + uy * size * 0.45, by - ux * size * 0.45]], lit ? palette.accent : palette.line);
}

function paintThing(pen, scene, index, x, y) {
  const thing = things[index], [shape, sign] = symbolOf(thing.group), size = captionOf(index).r / 12;
  const dim = scene.lit.things && !scene.lit.things.has(index);
  pen.fade(dim ? 0.3 : 1);
  if (scene.focus?.thing === index && !dim) pen.disc(x, y, captionOf(index).r + 9, palette.wash);
  pen.shape(shape, x, y, size, colorOf(thing.group), palette.paper, 2);
  if (size * scene.scale > 0.45) pen.shape(sign, x, y, size, palette.sign);
  if (isChosen(index)) pen.shape(shape, x, y, size * 1.16, '', palette.accent, 3);
  if (state.pins.has(thing.key)) pen.disc(x + size * 10, y - size * 10, 3.5, palette.accent);
  pen.fade(1);
}

// Captions where there is room for them: the weightiest first; none covers another or a thing.
function paintCaptions(pen, scene) {
  const size = Math.min(16, Math.max(11, SIZE * scene.scale)) / scene.scale, taken = new Room(90 / scene.scale);
  const order = [...scene.things].filter(index => inView(scene, index) && (!many || !scene.lit.things || scene.lit.things.has(index))).sort((a, b) => rank(scene, b) - rank(scene, a) || a - b);
  for (const index of order) {
    const [x, y] = scene.positions.get(index), r = captionOf(index).r;
    if (r * scene.scale > DOT) taken.add([x - r, y - r, x + r, y + r]);
  }
  const placed = [];
  for (const index of order) {
    const spot = placed.length < (scene.scale < OVERVIEW ? FEW : Infinity) && captionSpot(scene, index, size, taken);
    if (spot) placed.push(spot);
  }
  scene.captions = placed;
  paintLineWords(pen, scene, size * SMALLER / SIZE, taken);
  for (const {rows, x, y, index} of placed) {
    pen.fade(scene.lit.things && !scene.lit.things.has(index) ? 0.35 : 1);
    rows.forEach((row, step) => pen.text(row, x, y + step * size * LEADING, size, palette.ink, palette.paper, weightOf(things[index])));
  }
  pen.fade(1);
}

function rank(scene, index) {
  return things[index].lines + (scene.lit.things?.has(index) ? 1000 : 0) + (scene.focus?.thing === index ? 5000 : 0) + (things[index].group === 'meeting' ? 10 : 0);
}

function inView(scene, index) {
  if (!scene.window) return true;
  const [x, y] = scene.positions.get(index), [l, t, r, b] = scene.window;
  return x > l - 80 && x < r + 80 && y > t - 60 && y < b + 60;
}

function captionSpot(scene, index, size, taken) {
  const {rows, width, r} = captionOf(index), [x, y] = scene.positions.get(index);
  const w = width * size / SIZE / 2, h = rows.length * size * LEADING, gap = 3 + size * 0.25;
  const spots = [[x, y + r + gap], [x, y - r - gap - h], [x + r + w + gap, y - h / 2], [x - r - w - gap, y - h / 2]];
  const force = scene.focus?.thing === index;
  for (const [cx, top] of force ? spots.slice(0, 1) : spots) {
    const box = [cx - w, top, cx + w, top + h];
    if (force || taken.free(box)) { taken.add(box); return {rows, x: cx, y: top + size, index, box}; }
  }
  return null;
}

// Where a line's words may stand: along it, else just above or below it.
const LINE_SPOTS = [0, -0.75, 0.75].flatMap(off => [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72].map(at => [at, off]));

function paintLineWords(pen, scene, size, taken) {
  if (scene.scale < 0.3 && !scene.lit.lines) return;
  const lines = scene.lines.filter(line => !scene.lit.lines || scene.lit.lines.has(line.id));
  for (const line of lines.sort((a, b) => b.passages.size - a.passages.size || a.a - b.a || a.b - b.b)) {
    const words = [...line.labels].flatMap(label => wrapped(say(labels[label]), NARROW, SMALLER, 400, 3)), [x1, y1] = scene.positions.get(line.a), [x2, y2] = scene.positions.get(line.b);
    const w = Math.max(...words.map(text => widthOf(text))) * size / 2 + 2, h = words.length * size * LEADING;
    if (!scene.lit.lines && Math.hypot(x2 - x1, y2 - y1) < 60) continue;
    for (const [at, off] of LINE_SPOTS) {
      const [x, y] = [x1 + (x2 - x1) * at, y1 + (y2 - y1) * at + off * h], box = [x - w, y - h / 2, x + w, y + h / 2];
      if (!taken.free(box)) continue;
      taken.add(box);
      pen.polygon([[x - w, y - h / 2], [x + w, y - h / 2], [x + w, y + h / 2], [x - w, y + h / 2]], palette.paper);
      words.forEach((text, step) => pen.text(text, x, y - h / 2 + size * 0.95 + step * size * LEADING, size, scene.lit.lines ? palette.accent : palette.muted, ''));
      break;
    }
  }
}

// Rectangles in a grid, so that asking whether one is free stays quick.
class Room {
  constructor(cell) { this.cell = cell; this.cells = new Map(); }
  *near([l, t, r, b]) {
    for (let x = Math.floor(l / this.cell); x <= Math.floor(r / this.cell); x++) {
      for (let y = Math.floor(t / this.cell); y <= Math.floor(b / this.cell); y++) yield `${x},${y}`;
    }
  }
  add(box) { for (const cell of this.near(box)) { if (!this.cells.has(cell)) this.cells.set(cell, []); this.cells.get(cell).push(box); } }
  free([l, t, r, b]) {
    for (const cell of this.near([l, t, r, b])) {
      if (this.cells.get(cell)?.some(box => box[0] < r && box[2] > l && box[1] < b && box[3] > t)) return false;
    }
    return true;
  }
}

// The line under a point, within `reach` units.
function lineAt(scene, x, y, reach) {
  let best = null, nearest = reach;
  for (const line of scene.lines) {
    const [x1, y1] = scene.positions.get(line.a), [x2, y2] = scene.positions.get(line.b);
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
    const at = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
    const away = Math.hypot(x - x1 - at * (x2 - x1), y - y1 - at * (y2 - y1));
    if (away < nearest) { nearest = away; best = line; }
  }
  return best;
}

function thingAt(scene, x, y, reach = 0) {
  let best = null, nearest = Infinity;
  for (const index of scene.things) {
    const [u, v] = scene.positions.get(index), away = Math.hypot(x - u, y - v) - captionOf(index).r - reach;
    if (away < 0 && away < nearest) { nearest = away; best = index; }
  }
  return best;
}

// The picture's bounds with its captions, and a camera that shows all of it.
function boundsOf(scene) {
  let [l, t, r, b] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const index of scene.things) {
    const [x, y] = scene.positions.get(index), room = roomOf(index);
    [l, t, r, b] = [Math.min(l, x - room.half), Math.min(t, y - room.up), Math.max(r, x + room.half), Math.max(b, y + room.down)];
  }
  return scene.things.size ? [l, t, r, b] : [-200, -200, 200, 200];
}

function fitting(scene, width, height) {
  const [l, t, r, b] = boundsOf(scene);
  const scale = Math.min(1.35, (width - 28) / (r - l), (height - 28) / (b - t));
  return {x: (l + r) / 2, y: (t + b) / 2, scale: Math.max(0.02, scale)};
}

// At first: all of it, or on a small screen its middle at a size that can be read.
const READABLE = 0.5, CLOSE = 0.64;
function firstLook(scene, width, height) {
  const whole = fitting(scene, width, height);
  if (many || whole.scale >= READABLE || !scene.things.size) return whole;
  const [x, y] = scene.positions.get(middleOf([...scene.things], {get: index => ({length: things[index].lines})}));
  return {x, y: y + 20, scale: CLOSE};
}
