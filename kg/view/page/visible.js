// Which facts, things and lines the filters leave, and how things are connected.
const keyIn = (set, thing) => set.has(thing.key);
let dates, outlets, mostSupport;
function survey() {
  dates = [...new Set(facts.map(fact => fact.date).filter(Boolean))].sort();
  outlets = [...new Set(sources.map(source => source.outlet).filter(Boolean))].sort();
  mostSupport = facts.reduce((most, fact) => Math.max(most, fact.passages.length), 0);
  searchable = null;
}
survey();
const shy = new Set(['place', 'article', 'other']);

const relationShown = relation => state.quiet.has(relation.key) ? Boolean(relation.quiet) : !relation.quiet;

// Sources, dates and support; what has no source or no date is not held back for that.
function factPasses(fact) {
  if (fact.date && ((state.from && fact.date < state.from) || (state.to && fact.date.slice(0, state.to.length) > state.to))) return false;
  if (state.support > 1 && fact.passages.length < state.support) return false;
  const from = sourcesOf(fact);
  return !from.length || from.some(index => !state.articles.has(sources[index].key) && !state.outlets.has(keyOf(sources[index].outlet)));
}

function thingPasses(thing) {
  if (state.off.has(thing.group) || keyIn(state.hidden, thing)) return false;
  return !state.place || inPlace(thing, thingByKey.get(state.place));
}

function inPlace(thing, place, steps = 4) {
  if (thing.index === place || (steps && thing.places.some(one => inPlace(things[one], place, steps - 1)))) return true;
  return steps === 4 && !thing.places.length && thing.group !== 'place' &&
    thing.facts.some(index => facts[index].things.some(one => one !== thing.index && things[one].places.includes(place)));
}

// {facts, things, lines}: all that the filters leave. A line bundles what is said between two things.
function visible() {
  const passing = facts.filter(fact => relationShown(fact.relation) && factPasses(fact));
  const allowed = new Set(things.filter(thing => thingPasses(thing) && inReach(thing)).map(thing => thing.index));
  const lines = new Map();
  for (const fact of passing) for (const line of fact.lines) addLine(lines, fact, line, allowed);
  let drawn = new Set([...lines.values()].flatMap(line => [line.a, line.b]));
  for (const index of allowed) if (state.alone && !shy.has(things[index].group) || state.shown.has(things[index].key) || isChosen(index)) drawn.add(index);
  const found = {lines: [...lines.values()], things: drawn, facts: passing.filter(fact => fact.things.every(one => allowed.has(one)))};
  return state.around.length ? near(found, thingByKey.get(state.around[0]), state.around[1]) : found;
}

const inReach = thing => !many || opening.has(thing.index) || keyIn(state.shown, thing) || isChosen(thing.index) ||
  state.path.includes(thing.key) || (pathNow && pathNow.things.has(thing.index)) || state.around[0] === thing.key || nearAround(thing);
const isChosen = index => state.chosen === `t${things[index].key}`;

function nearAround(thing) {
  if (!state.around.length) return false;
  aroundNow ??= reach(thingByKey.get(state.around[0]), state.around[1]);
  return aroundNow.has(thing.index);
}
let aroundNow = null, pathNow = null;

function addLine(lines, fact, [from, to, label], allowed) {
  if (!allowed.has(from) || !allowed.has(to)) return;
  const [a, b] = from < to ? [from, to] : [to, from];
  const id = `${a}-${b}`;
  if (!lines.has(id)) lines.set(id, {id, a, b, labels: new Set(), facts: new Set(), passages: new Set(), forward: false, backward: false});
  const line = lines.get(id);
  line.labels.add(label);
  line.facts.add(fact.index);
  fact.passages.forEach(index => line.passages.add(index));
  if (from === a) line.forward = true; else line.backward = true;
}

function near(found, center, steps) {
  const close = reach(center, steps, found.lines);
  return {lines: found.lines.filter(line => close.has(line.a) && close.has(line.b)),
    things: new Set([...found.things].filter(index => close.has(index))),
    facts: found.facts.filter(fact => fact.things.every(one => close.has(one)))};
}

// Who is next to whom, over all that the filters of facts leave: thing -> [[neighbour, cost]].
let network = null;
function connections() {
  if (network) return network;
  network = things.map(() => []);
  for (const fact of facts) {
    if (!factPasses(fact)) continue;
    for (const [a, b] of fact.lines) {
      const cost = (fact.relation.quiet ? 4 : 1) + (things[a].group === 'place' || things[b].group === 'place' ? 4 : 0);
      network[a].push([b, cost, fact.index]);
      network[b].push([a, cost, fact.index]);
    }
  }
  return network;
}

function reach(center, steps, lines = null) {
  const next = new Map();
  if (lines) for (const {a, b} of lines) { next.set(a, [...(next.get(a) || []), b]); next.set(b, [...(next.get(b) || []), a]); }
  const beside = index => lines ? next.get(index) || [] : connections()[index].filter(([, cost]) => cost < 4).map(([one]) => one);
  let edge = [center];
  const found = new Set(edge);
  for (let step = 0; step < steps; step++) {
    edge = edge.flatMap(beside).filter(index => !found.has(index) && found.add(index));
  }
  return found;
}

// The shortest way between two things: {things, facts, steps} or null. A way over a shared place counts as a long one.
function pathBetween(start, end) {
  const cost = new Map([[start, 0]]), from = new Map(), done = new Set(), queue = [[0, start]];
  while (queue.length) {
    queue.sort((a, b) => b[0] - a[0] || b[1] - a[1]);
    const [spent, at] = queue.pop();
    if (at === end) break;
    if (done.has(at) || !done.add(at)) continue;
    for (const [next, price, fact] of connections()[at]) {
      if (done.has(next) || keyIn(state.hidden, things[next])) continue;
      if (spent + price < (cost.get(next) ?? Infinity)) { cost.set(next, spent + price); from.set(next, [at, fact]); queue.push([spent + price, next]); }
    }
  }
  if (!from.has(end)) return null;
  const steps = [];
  for (let at = end; at !== start; at = from.get(at)[0]) steps.unshift({from: from.get(at)[0], to: at, fact: from.get(at)[1]});
  return {steps, things: new Set([start, ...steps.map(step => step.to)]), facts: new Set(steps.map(step => step.fact))};
}
