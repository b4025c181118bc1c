// A whole article with every mention marked; choosing one shows its thing, and a passage scrolls to its words.
let lastThing = '';

function wholeArticle(source, at) {
  const body = el('div', {class: 'text', lang: 'vi', dir: 'auto'});
  const [from, to] = (at || '').split('-').map(Number);
  if (source.text) body.append(...marked(source, from, to));
  else body.append(...passages.flatMap((passage, index) => passage[0] === source.index ? [el('p', {}, `… ${quote(index)} …`)] : []));
  const back = lastThing ? link(lastThing, both('← Trở lại', '← Back')) : null;
  return [el('header', {}, el('div', {}, el('p', {class: 'kind'}, [source.outlet, source.date && day(source.date), source.author].filter(Boolean).join(' · ')),
    el('h2', {tabindex: '-1', lang: 'vi', dir: 'auto'}, source.headline)), closing()),
  el('p', {class: 'actions'}, back, outside(source)), body];
}

// Mentions may lie inside one another: each stretch belongs to the shortest that covers it.
function stretches(source) {
  const found = [];
  for (const thing of things) for (const index of thing.passages) if (passages[index][0] === source.index) found.push([passages[index][1], passages[index][2], thing.index]);
  const cuts = [...new Set(found.flatMap(([start, end]) => [start, end]))].sort((a, b) => a - b);
  const owners = new Map();
  for (const [start, end, thing] of found.sort((a, b) => (b[1] - b[0]) - (a[1] - a[0]) || alike(source, a) - alike(source, b) || b[2] - a[2])) {
    for (let at = cuts.indexOf(start); cuts[at] < end; at++) owners.set(cuts[at], thing);
  }
  return cuts.map((start, place) => [start, cuts[place + 1] ?? start, owners.get(start)]).filter(([start, end, thing]) => end > start && thing !== undefined);
}

// Of two things in the same words, the one that is called so.
function alike(source, [start, end, thing]) {
  const words = cut(source, start, end).toLowerCase();
  return [things[thing].name, ...things[thing].names].some(name => words.startsWith(name.toLowerCase().split(' ')[0])) ? 1 : 0;
}

function marked(source, from, to) {
  const pieces = [], length = source.text.length;
  let at = 0;
  const plain = (start, end) => { if (end > start) pieces.push(...lit(cut(source, start, end), start)); };
  // Words of the passage that one came for, also between mentions.
  const lit = (text, start) => {
    if (!(to > from) || start >= to || start + text.length <= from) return [text];
    const a = Math.max(0, from - start), b = Math.min(text.length, to - start);
    return [text.slice(0, a), el('mark', {class: 'here'}, text.slice(a, b)), text.slice(b)];
  };
  for (const [start, end, thing] of stretches(source)) {
    plain(at, start);
    pieces.push(link(`t${things[thing].key}`, cut(source, start, end),
      {class: `mention${start < to && end > from ? ' here' : ''}`, 'data-group': things[thing].group, title: things[thing].name}));
    at = end;
  }
  plain(at, length);
  return paragraphs(pieces);
}

function paragraphs(pieces) {
  const found = [el('p', {})];
  for (const piece of pieces) {
    const parts = typeof piece === 'string' ? piece.split(/\n\s*/) : [piece];
    parts.forEach((part, index) => { if (index) found.push(el('p', {})); found[found.length - 1].append(part); });
  }
  return found.filter(paragraph => paragraph.textContent.trim());
}

function scrollToPassage() {
  const here = panel.querySelector('.here');
  if (here) here.scrollIntoView({block: 'center', behavior: 'instant'});
  else panel.scrollTop = 0;
}
