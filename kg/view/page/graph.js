// The graph as the page holds it: things, facts, passages and sources name each other by their place in the list.
const read = id => JSON.parse(document.getElementById(id).textContent);
const graph = read('graph');
const {groups} = graph, groupOf = new Map(groups.map(([key, vi, en]) => [key, [vi, en]]));
const things = [], facts = [], relations = [], labels = [], passages = [], sources = [];
const thingByKey = new Map(), factByKey = new Map(), sourceByKey = new Map(), relationByKey = new Map(), passageByPlace = new Map();
const exported = [read('statements')];
take(graph);
const many = Boolean(graph.feed) || graph.opening.length > 0;
const opening = new Set(graph.opening.length ? graph.opening : things.map(thing => thing.index));

// Adds a graph's part, in which things, facts ... name each other by their places in the part's own lists.
function take(part) {
  const all = (list, one) => list.map(one), joined = (a, b) => [...new Set([...a, ...b])];
  const labelAt = all(part.labels, label => labels.push(label) - 1);
  const relationAt = all(part.relations, relation => placed(relations, relationByKey, /^[\w-]+$/.test(relation.key) ? relation.key : keyOf(relation.key), relation));
  const sourceAt = all(part.sources, source => placed(sources, sourceByKey, keyOf(source.id), {...source, text: source.text || '', date: source.date || '', outlet: source.outlet || '', points: null}));
  const passageAt = all(part.passages, ([source, ...rest]) => {
    const place = `${sourceAt[source]} ${rest[0]} ${rest[1]}`;
    if (!passageByPlace.has(place)) passageByPlace.set(place, passages.push([sourceAt[source], ...rest]) - 1);
    return passageByPlace.get(place);
  });
  const thingAt = all(part.things, thing => placed(things, thingByKey, keyOf(thing.id), {...thing, name: thing.label, short: thing.caption || thing.label,
    names: thing.names || [], details: [], passages: [], places: [], facts: [], lines: 0}));
  part.things.forEach((said, at) => {
    const thing = things[thingAt[at]], details = said.details || [];
    thing.passages = joined(thing.passages, all(said.passages || [], one => passageAt[one]));
    thing.places = joined(thing.places, all(said.places || [], one => thingAt[one]));
    if (details.length > thing.details.length) thing.details = details;
  });
  const moved = words => words.map(word => typeof word === 'number' ? thingAt[word] : word);
  for (const said of part.facts) {
    const fact = {...said, relation: relations[relationAt[said.relation]], vi: moved(said.vi), en: moved(said.en), date: said.date || '',
      lines: all(said.lines || [], ([a, b, label]) => [thingAt[a], thingAt[b], labelAt[label]]), passages: all(said.passages || [], one => passageAt[one])};
    fact.things = thingsIn(fact);
    const key = keyOf(fact.id || [fact.relation.key, ...fact.vi.map(word => typeof word === 'number' ? things[word].id : word)].join(' '));
    if (!factByKey.has(key)) connect(facts[placed(facts, factByKey, key, fact)]);
  }
}

function placed(list, byKey, key, one) {
  if (!byKey.has(key)) { byKey.set(key, list.length); list.push(Object.assign(one, {index: list.length, key})); }
  return byKey.get(key);
}

function connect(fact) {
  fact.things.forEach(one => things[one].facts.push(fact.index));
  if (!fact.relation.quiet) fact.lines.forEach(([a, b]) => { things[a].lines += 1; things[b].lines += 1; });
}

function thingsIn(fact) {
  const said = [...fact.vi.filter(part => typeof part === 'number'), ...fact.lines.flatMap(([a, b]) => [a, b])];
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
