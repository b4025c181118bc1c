// Where things stand: at rest from the first moment, the same on every run, the most connected meeting in the middle.
const REACH = 132;   // length of a line, in the picture's units
const MARGIN = 22;   // room between two things with their captions
const WHOLE = 400;   // up to so many things the whole is arranged by distance; beyond, by communities

function arrange(indexes, lines, aspect) {
  if (indexes.length > WHOLE) return byCommunity(indexes);
  const beside = new Map(indexes.map(index => [index, []]));
  for (const {a, b} of lines) { beside.get(a)?.push(b); beside.get(b)?.push(a); }
  const parts = components(indexes, beside).map(part => spread(part, beside, aspect));
  return pack(parts, aspect);
}

function components(indexes, beside) {
  const seen = new Set(), parts = [];
  for (const start of indexes) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const at of part) for (const next of beside.get(at)) if (!seen.has(next)) { seen.add(next); part.push(next); }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

function middleOf(part, beside) {
  const weight = index => beside.get(index).length * (things[index].group === 'meeting' ? 3 : 1);
  return part.reduce((best, index) => weight(index) > weight(best) ? index : best, part[0]);
}

// Stress majorization (Gansner, Koren, North 2004) on the lines' distances, from a radial tree; then room for captions.
function spread(part, beside, aspect) {
  const center = middleOf(part, beside), order = [center, ...part.filter(index => index !== center)];
  const place = new Map(order.map((index, rank) => [index, rank]));
  const links = order.map(index => [...new Set(beside.get(index))].map(one => place.get(one)));
  const distances = links.map((_, start) => distancesFrom(start, links));
  let points = radial(links, distances[0]);
  for (let round = 0; round < (order.length > 150 ? 60 : 200); round++) points = majorized(points, distances, links);
  points = turned(points, aspect);
  const boxes = order.map((index, rank) => ({index, x: points[rank][0], y: points[rank][1], ...roomOf(index)}));
  makeRoom(boxes);
  return boxes;
}

function distancesFrom(start, links) {
  const found = new Array(links.length).fill(0), seen = new Set([start]);
  let edge = [start];
  for (let step = 1; edge.length; step++) {
    edge = edge.flatMap(at => links[at]).filter(next => !seen.has(next) && seen.add(next));
    for (const at of edge) found[at] = step;
  }
  return found;
}

// Each branch gets a share of the circle by its number of leaves.
function radial(links, levels) {
  const points = [], children = links.map(() => []), seen = new Set([0]), order = [0];
  for (const at of order) for (const next of links[at]) if (!seen.has(next)) { seen.add(next); order.push(next); children[at].push(next); }
  const leaves = new Array(links.length).fill(1);
  for (const at of [...order].reverse()) if (children[at].length) leaves[at] = children[at].reduce((sum, one) => sum + leaves[one], 0);
  const set = (at, from, to) => {
    const angle = (from + to) / 2;
    points[at] = [Math.cos(angle) * levels[at] * REACH, Math.sin(angle) * levels[at] * REACH];
    let turn = from;
    for (const one of children[at]) { const share = (to - from) * leaves[one] / leaves[at]; set(one, turn, turn + share); turn += share; }
  };
  set(0, -Math.PI / 2, 1.5 * Math.PI);
  return points;
}

function majorized(points, distances, links) {
  return points.map(([x, y], i) => {
    let sumX = 0, sumY = 0, sum = 0;
    points.forEach(([u, v], j) => {
      if (i === j) return;
      const wanted = REACH * distances[i][j] * (1 + 0.04 * Math.min(10, Math.max(links[i].length, links[j].length)));
      const weight = (i === 0 || j === 0 ? 4 : 1) / (wanted * wanted);
      const length = Math.hypot(x - u, y - v) || 0.01;
      sumX += weight * (u + wanted * (x - u) / length);
      sumY += weight * (v + wanted * (y - v) / length);
      sum += weight;
    });
    return sum ? [sumX / sum, sumY / sum] : [x, y];
  });
}

// The long side of the picture along the long side of the screen, and stretched a little to fill it.
function turned(points, aspect) {
  let xx = 0, xy = 0, yy = 0;
  const [cx, cy] = points[0];
  for (const [x, y] of points) { xx += (x - cx) ** 2; xy += (x - cx) * (y - cy); yy += (y - cy) ** 2; }
  const angle = Math.atan2(2 * xy, xx - yy) / 2 + (aspect < 1 ? Math.PI / 2 : 0);
  const stretch = Math.min(1.35, Math.max(0.75, Math.sqrt(aspect)));
  const cos = Math.cos(-angle), sin = Math.sin(-angle);
  return points.map(([x, y]) => [((x - cx) * cos - (y - cy) * sin) * stretch, ((x - cx) * sin + (y - cy) * cos) / Math.min(stretch, 1.15)]);
}

// The room that a thing takes with its caption below, around its point.
function roomOf(index) {
  const {width, height, r} = captionOf(index);
  return {half: Math.max(0.55 * width, r) + MARGIN / 2, up: r + MARGIN / 2, down: r + 6 + 1.1 * height + MARGIN / 2};
}

function makeRoom(boxes) {
  for (let round = 0; round < 300; round++) {
    let moved = false;
    for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) moved = parted(boxes[i], boxes[j]) || moved;
    if (!moved) return;
  }
}

function parted(a, b) {
  const dx = b.x - a.x, dy = (b.y + (b.down - b.up) / 2) - (a.y + (a.down - a.up) / 2);
  const overX = a.half + b.half - Math.abs(dx), overY = (a.up + a.down + b.up + b.down) / 2 - Math.abs(dy);
  if (overX <= 0.01 || overY <= 0.01) return false;
  if (overX < overY) { const by = (dx < 0 ? -1 : 1) * overX / 2; a.x -= by; b.x += by; }
  else { const by = (dy < 0 ? -1 : 1) * overY / 2; a.y -= by; b.y += by; }
  return true;
}

// The largest part first; each other one is slid up from below or in from the right to where the whole stays largest.
function pack(parts, aspect) {
  const placed = [...(parts[0] || [])];
  for (const part of parts.slice(1)) {
    const spots = [...slid(part, placed, 0), ...slid(part, placed, 1)];
    const scale = ([dx, dy]) => scaleOf(extent([...placed, ...part.map(box => ({...box, x: box.x + dx, y: box.y + dy}))]), aspect);
    const [dx, dy] = spots.reduce((best, spot) => scale(spot) > scale(best) + 1e-9 ? spot : best);
    placed.push(...part.map(box => ({...box, x: box.x + dx, y: box.y + dy})));
  }
  const [l, t, r, b] = extent(placed), ratio = aspect * (b - t) / (r - l);
  const [sx, sy] = [ratio, 1 / ratio].map(stretch => Math.min(1.6, Math.max(1, stretch)));  // to fill the screen
  return new Map(placed.map(box => [box.index, [(box.x - l) * sx, (box.y - t) * sy]]));
}

const extent = boxes => boxes.reduce(([l, t, r, b], box) =>
  [Math.min(l, box.x - box.half), Math.min(t, box.y - box.up), Math.max(r, box.x + box.half), Math.max(b, box.y + box.down)], [Infinity, Infinity, -Infinity, -Infinity]);
const scaleOf = ([l, t, r, b], aspect) => Math.min(aspect / (r - l), 1 / (b - t));

// Moves of a part to beside what is placed, as near as its boxes allow: along axis 0 from below, along axis 1 from the right.
function slid(part, placed, axis) {
  const whole = extent(placed), own = extent(part), gap = 36, moves = [];
  const ends = (box, along) => along ? [box.y - box.up, box.y + box.down] : [box.x - box.half, box.x + box.half];
  const room = Math.max(0, (whole[axis + 2] - whole[axis]) - (own[axis + 2] - own[axis]));
  for (const share of [0, 0.17, 0.33, 0.5, 0.67, 0.83, 1]) {
    const along = whole[axis] - own[axis] + share * room;
    let across = whole[1 - axis] - own[1 - axis];
    for (const box of part) {
      const [from, to] = ends(box, axis).map(end => end + along), near = ends(box, 1 - axis)[0];
      for (const other of placed) {
        const [start, end] = ends(other, axis);
        if (from < end + gap && to > start - gap) across = Math.max(across, ends(other, 1 - axis)[1] + gap - near);
      }
    }
    moves.push(axis ? [across, along] : [along, across]);
  }
  return moves;
}

// Communities as discs around the largest; in each its members in a sunflower's order, the most connected inside.
function byCommunity(indexes) {
  const groups = new Map();
  for (const index of indexes) { const one = graph.communities[index] ?? 0; groups.set(one, [...(groups.get(one) || []), index]); }
  const discs = [...groups.values()].map(members => ({members: members.sort((a, b) => things[b].lines - things[a].lines || a - b), r: 34 * Math.sqrt(members.length) + 30}));
  discs.sort((a, b) => b.r - a.r || a.members[0] - b.members[0]);
  const set = [], found = new Map();
  let turn = 0, far = 0;
  for (const disc of discs) {
    do {
      [disc.x, disc.y] = [far * Math.cos(turn) * 1.25, far * Math.sin(turn)];
      turn += 0.35;
      far += far ? Math.max(2, 0.35 * 900 / (far + 30)) : disc.r;
    } while (set.some(other => Math.hypot(other.x - disc.x, other.y - disc.y) < other.r + disc.r + 20));
    if (!set.length) [disc.x, disc.y] = [0, 0];
    set.push(disc);
    far *= 0.9;
    disc.members.forEach((index, rank) => found.set(index,
      [disc.x + 33 * Math.sqrt(rank) * Math.cos(rank * 2.39996), disc.y + 33 * Math.sqrt(rank) * Math.sin(rank * 2.39996)]));
  }
  return found;
}

// A free spot for a thing that comes later: near those that it is connected with.
function beside(index, lines, positions) {
  const known = lines.filter(({a, b}) => a === index || b === index).map(({a, b}) => positions.get(a === index ? b : a)).filter(Boolean);
  const [x, y] = known.length ? [0, 1].map(axis => known.reduce((sum, point) => sum + point[axis], 0) / known.length) : [0, 0];
  const room = roomOf(index);
  for (let turn = 0; turn < 400; turn++) {
    const far = (known.length === 1 ? 120 : 20) + 9 * turn, angle = turn * 2.39996;
    const box = {x: x + far * Math.cos(angle), y: y + far * Math.sin(angle), ...room};
    if (![...positions].some(([other, [u, v]]) => Math.abs(u - box.x) < 300 && parted({...box}, {x: u, y: v, ...roomOf(other)}))) return [box.x, box.y];
  }
  return [x, y];
}
