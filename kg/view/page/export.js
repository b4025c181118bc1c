// To keep: the picture as PNG and SVG, what is seen as Turtle and CSV, a query, a link.
const keepers = {png: keepPng, svg: keepSvg, turtle: keepTurtle, csv: keepCsv, sparql: () => copySparql(), link: () => copyLink(), print: () => window.print()};
const fileName = ending => `${fold(document.title).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'graph'}.${ending}`;

function save(content, type, ending) {
  const link = el('a', {href: URL.createObjectURL(new Blob([content], {type})), download: fileName(ending)});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  notify(both(`Đã lưu ${fileName(ending)}`, `Saved ${fileName(ending)}`));
}

// The whole of what is drawn, whatever the camera shows.
function sheet(scale) {
  const [l, t, r, b] = boundsOf(scene), edge = 30;
  return {left: l - edge, top: t - edge, width: r - l + 2 * edge, height: b - t + 2 * edge + 26, scale};
}

function paintSheet(pen, page) {
  paintScene(pen, {...scene, scale: 1, window: null, dots: null});
  const source = sources.length === 1 ? sources[0] : null;
  pen.text([document.title, source && source.outlet, source && source.date && day(source.date)].filter(Boolean).join(' · ').slice(0, 160), page.left + page.width / 2, page.top + page.height - 14, 12, palette.muted, '');
}

function keepPng() {
  const page = sheet(1), scale = Math.min(3, 12000 / page.width, 12000 / page.height);
  const canvas = el('canvas', {width: Math.ceil(page.width * scale), height: Math.ceil(page.height * scale)}), context = canvas.getContext('2d');
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -page.left * scale, -page.top * scale);
  paintSheet(new CanvasPen(context), page);
  canvas.toBlob(blob => save(blob, 'image/png', 'png'));
}

function keepSvg() {
  const page = sheet(1), pen = new SvgPen();
  paintSheet(pen, page);
  save(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[page.left, page.top, page.width, page.height].map(short).join(' ')}" width="${Math.ceil(page.width)}" height="${Math.ceil(page.height)}">` +
    `<title>${xml(document.title)}</title><rect x="${short(page.left)}" y="${short(page.top)}" width="100%" height="100%" fill="${palette.paper}"/>${pen.parts.join('\n')}</svg>\n`, 'image/svg+xml', 'svg');
}

function keepCsv() {
  const cell = value => {
    const text = String(value), safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;  // never a formula
    return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  const rows = seen.facts.flatMap(fact => (fact.passages.length ? fact.passages : [null]).map(index => {
    const source = index === null ? null : sources[passages[index][0]];
    return [plainSentence(fact), say(fact.relation.label), fact.date, index === null ? '' : quote(index), source?.outlet ?? '', source?.date ?? '', source?.headline ?? '',
      source?.id ?? '', index === null ? '' : passages[index][1], index === null ? '' : passages[index][2], fact.id || ''];
  }));
  const head = ['fact', 'relation', 'date', 'words', 'outlet', 'published', 'headline', 'article', 'start', 'end', 'resource'];
  save(`\ufeff${[head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`, 'text/csv;charset=utf-8', 'csv');
}

// Resources that what is seen consists of: things, the nodes that state facts, their passages and articles.
function seenResources() {
  const found = new Set([...seen.things].map(index => things[index].id));
  for (const fact of seen.facts) {
    fact.things.forEach(index => found.add(things[index].id));
    if (fact.id) found.add(fact.id);
    for (const index of fact.passages) found.add(sources[passages[index][0]].id);
  }
  return found;
}

// The graph's own triples: [subject, predicate, IRI or null, literal or null].
function spoken() {
  return exported.flatMap(({names, literals, rows}) => Array.from({length: rows.length / 3}, (_, at) => {
    const [s, p, o] = rows.slice(3 * at, 3 * at + 3);
    return [names[s], names[p], o < 0 ? null : names[o], o < 0 ? literals[-1 - o] : null];
  }));
}

// Those about what is seen; what leads to something that is not seen is left out.
function keepTurtle() {
  const {prefixes} = exported[0], rows = spoken(), kept = seenResources(), subjects = new Set(rows.map(([s]) => s)), said = new Map();
  const own = new Set([...things.map(thing => thing.id), ...facts.map(fact => fact.id), ...sources.map(source => source.id)]);
  const unseen = new Set(relations.filter(relation => relation.term && !relationShown(relation)).map(relation => relation.term));
  follow(rows, kept, own);
  for (const [s, p, iri, literal] of rows) {
    if (!kept.has(s) || unseen.has(p) || (subjects.has(iri) && !kept.has(iri))) continue;
    if (!said.has(s)) said.set(s, new Set());
    said.get(s).add(`${iriToken(p, prefixes)} ${literal ? literalToken(literal, prefixes) : iriToken(iri, prefixes)}`);
  }
  const head = Object.entries(prefixes).map(([name, space]) => `@prefix ${name}: <${space}> .`).join('\n');
  save(`${head}\n\n${[...said].map(([s, pairs]) => `${iriToken(s, prefixes)}\n    ${[...pairs].join(' ;\n    ')} .\n`).join('\n')}`, 'text/turtle;charset=utf-8', 'ttl');
}

// Passages, roles, periods: nodes that are no thing of their own come along with what leads to them.
function follow(rows, kept, own) {
  for (let again = true; again;) {
    again = false;
    for (const [s, , iri] of rows) if (iri !== null && kept.has(s) && !kept.has(iri) && !own.has(iri)) { kept.add(iri); again = true; }
  }
}

function iriToken(iri, prefixes) {
  for (const [name, space] of Object.entries(prefixes)) {
    if (iri.startsWith(space) && /^[A-Za-z][A-Za-z0-9]*$/.test(iri.slice(space.length))) return `${name}:${iri.slice(space.length)}`;
  }
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`)}>`;
}

function literalToken([text, kind], prefixes) {
  const named = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t'};
  const quoted = `"${text.replace(/["\\\u0000-\u001f\u007f]/g, char => named[char] || `\\u${char.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`)}"`;
  if (kind.startsWith('@')) return quoted + kind;
  return kind === `${prefixes.xsd}string` ? quoted : `${quoted}^^${iriToken(kind, prefixes)}`;
}

function sparql() {
  const chosen = state.chosen[0] === 't' ? [things[thingByKey.get(state.chosen.slice(1))].id] : null;
  const safe = iri => !/[\u0000-\u0020<>"{}|^`\\]/.test(iri);
  const all = [...(chosen || seenResources())].filter(safe).map(iri => `    <${iri}>`).join('\n');
  return chosen
    ? `CONSTRUCT { ?s ?p ?o }\nWHERE {\n  VALUES ?thing {\n${all}\n  }\n  { ?thing ?p ?o . BIND(?thing AS ?s) }\n  UNION { ?s ?p ?thing . BIND(?thing AS ?o) }\n}\n`
    : `CONSTRUCT { ?s ?p ?o }\nWHERE {\n  VALUES ?s {\n${all}\n  }\n  ?s ?p ?o .\n}\n`;
}

const copySparql = () => copy(sparql(), both('Đã chép câu truy vấn', 'Query copied'));
const copyLink = () => copy(location.href, both('Đã chép liên kết', 'Link copied'));

function copy(text, done) {
  const byHand = () => {
    const area = el('textarea', {class: 'unseen', readonly: true, 'aria-hidden': 'true'});
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    notify(done);
  };
  if (navigator.clipboard && isSecureContext) navigator.clipboard.writeText(text).then(() => notify(done), byHand); else byHand();
}
