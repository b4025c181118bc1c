// The graph as the page holds it: things, facts, passages and sources name each other by their place in the list.
const read = id => JSON.parse(document.getElementById(id).textContent);
const graph = read('graph');
const {things, facts, relations, labels, passages, sources, groups} = graph;
const many = graph.opening.length > 0;

relations.forEach(relation => { if (!/^[\w-]+$/.test(relation.key)) relation.key = keyOf(relation.key); });
things.forEach((thing, index) => {
  Object.assign(thing, {index, facts: [], lines: 0, key: keyOf(thing.id), name: thing.label,
    short: thing.caption || thing.label, passages: thing.passages || [], names: thing.names || [],
    details: thing.details || [], places: thing.places || []});
});
facts.forEach((fact, index) => {
  Object.assign(fact, {index, lines: fact.lines || [], passages: fact.passages || [], date: fact.date || '',
    relation: relations[fact.relation], things: thingsIn(fact), key: keyOf(fact.id || [fact.relation, ...fact.vi].join(' '))});
  fact.things.forEach(one => things[one].facts.push(index));
  if (!fact.relation.quiet) fact.lines.forEach(([a, b]) => { things[a].lines += 1; things[b].lines += 1; });
});
sources.forEach((source, index) => Object.assign(source, {index, key: keyOf(source.id), text: source.text || '',
  date: source.date || '', outlet: source.outlet || '', points: null}));

const groupOf = new Map(groups.map(([key, vi, en]) => [key, [vi, en]]));
const thingByKey = new Map(things.map(thing => [thing.key, thing.index]));
const factByKey = new Map(facts.map(fact => [fact.key, fact.index]));
const sourceByKey = new Map(sources.map(source => [source.key, source.index]));

function thingsIn(fact) {
  const said = [...fact.vi.filter(part => typeof part === 'number'), ...(fact.lines || []).flatMap(([a, b]) => [a, b])];
  return [...new Set(said)];
}

// A short name for an IRI in the page's address: it stays the same when the graph grows.
function keyOf(text) {
  let a = 0xdeadbeef, b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

// Offsets count code points; strings here count UTF-16 units.
function cut(source, start, end) {
  if (source.points === null) source.points = /[\ud800-\udfff]/.test(source.text) ? [...source.text] : false;
  return source.points ? source.points.slice(start, end).join('') : source.text.slice(start, end);
}

const quote = index => passages[index][3] ?? cut(sources[passages[index][0]], passages[index][1], passages[index][2]);
const sourcesOf = fact => [...new Set(fact.passages.map(index => passages[index][0]))];
