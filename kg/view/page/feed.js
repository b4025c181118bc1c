// A page that a server feeds: what it does not hold yet is asked for when a reader comes to it.
const asked = new Map();  // the IRI of a thing -> the promise of all that is said of it

const ask = (path, query) => fetch(`${graph.feed}${path}?${new URLSearchParams(query)}`)
  .then(response => response.ok ? response.json() : Promise.reject(new Error(response.status)));

// All that is said of a thing comes into the page; resolves to the thing's place, or to nothing where none is known.
function fetchAround(iri) {
  if (!asked.has(iri)) asked.set(iri, ask('/part', {around: iri}).then(part => {
    exported.push(part.statements);
    take(part);
    survey();
  }).catch(() => {
    asked.delete(iri);
    notify(both('Máy chủ không trả lời', 'The server does not answer'));
  }));
  return asked.get(iri).then(() => thingByKey.get(keyOf(iri)));
}

// Before something is shown of a thing: what is said of it, if a server knows more than the page does.
async function feed(index) {
  const iri = things[index].id;
  if (!graph.feed || state.fed.has(iri)) return;
  await fetchAround(iri);
  if (asked.has(iri)) act(next => { next.fed.add(iri); }, true);
}

const fedIn = address => graph.feed ? new URLSearchParams(address).get('fed')?.split(' ').filter(Boolean) || [] : [];

// Things that the server knows by a name and the page does not hold.
async function searchFar(question) {
  if (!graph.feed || question.trim().length < 2) return [];
  const found = await ask('/found', {name: question}).catch(() => []);
  return found.filter(([iri]) => !thingByKey.has(keyOf(iri)));
}
