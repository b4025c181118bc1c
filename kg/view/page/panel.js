// The panel: what is known in words, each fact with the sentence that says so.
const panel = document.getElementById('panel');

function showPanel() {
  const kind = state.chosen[0], rest = state.chosen.slice(1);
  panel.replaceChildren(...content(kind, rest));
  panel.classList.toggle('resting', !state.chosen && !state.path.length);
}

function content(kind, rest) {
  if (kind === 't' && thingByKey.has(rest)) return aboutThing(things[thingByKey.get(rest)]);
  if (kind === 'f' && factByKey.has(rest)) return aboutFacts([facts[factByKey.get(rest)]]);
  if (kind === 'l') return aboutLine(...rest.split('-'));
  if (kind === 'a' && sourceByKey.has(rest.split('~')[0])) return wholeArticle(sources[sourceByKey.get(rest.split('~')[0])], rest.split('~')[1]);
  return state.path.length === 2 ? aboutPath() : aboutAll();
}

const button = (words, onclick, more = {}) => el('button', {type: 'button', onclick, ...more}, words);
const choose = chosen => act(next => { next.chosen = chosen; });

// A link to what shows when something is chosen: in the text's flow, and it can be opened in a new tab.
function link(chosen, words, more = {}) {
  return el('a', {href: `#${new URLSearchParams({chosen})}`, ...more, onclick: event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(chosen);
  }}, words);
}

// An award is named by its kinds: its sentence itself says who gave it to whom.
const nameIn = index => things[index].group === 'award' ? things[index].short : things[index].name;
const thingLink = (index, words = things[index].name) => link(`t${things[index].key}`, words, {class: 'name', dir: 'auto'});
const sentence = fact => fact[language].map(part => typeof part === 'number' ? thingLink(part, nameIn(part)) : el('span', {dir: 'auto'}, part));
const plainSentence = fact => fact[language].map(part => typeof part === 'number' ? nameIn(part) : part).join('');
const closing = () => button('×', () => act(next => { next.chosen = ''; next.path = []; }), {class: 'close', 'aria-label': both('Đóng', 'Close')});

function aboutThing(thing) {
  const passing = thing.facts.map(index => facts[index]).filter(factPasses);
  return [
    el('header', {}, swatch(thing.group, 34), el('div', {}, el('p', {class: 'kind'}, say(thing.kind)), el('h2', {dir: 'auto', tabindex: '-1'}, thing.name)), closing()),
    thing.names.length ? el('p', {class: 'names'}, `${both('Còn viết', 'Also written')}: `, thing.names.flatMap((name, index) => [index ? ', ' : '', el('span', {dir: 'auto'}, name)])) : null,
    details(thing), actions(thing), ...byRelation(passing, thing.index), mentions(thing),
  ].filter(Boolean);
}

function details(thing) {
  if (!thing.details.length) return null;
  return el('dl', {}, thing.details.flatMap(([name, value]) => [el('dt', {}, say(name)), el('dd', {dir: 'auto'}, say(value))]));
}

function actions(thing) {
  const {key} = thing, pinned = state.pins.has(key), around = state.around[0] === key ? state.around[1] : 0;
  const near = steps => act(next => { next.around = around === steps ? [] : [key, steps]; next.camera = null; });
  return el('div', {class: 'actions', role: 'group', 'aria-label': both('Với mục này', 'With this')},
    button(both('1 bước', '1 step'), () => near(1), {'aria-pressed': String(around === 1), title: both('Chỉ xem lân cận một bước', 'Only what is one step away')}),
    button(both('2 bước', '2 steps'), () => near(2), {'aria-pressed': String(around === 2), title: both('Chỉ xem lân cận hai bước', 'Only what is two steps away')}),
    button(both('Mở rộng', 'Expand'), () => expand(thing.index), {title: both('Hiện mọi mục liền kề', 'Draw all that is next to it')}),
    button(both('Đường tới…', 'Path to…'), () => startPath(thing.index), {'aria-pressed': String(pathFrom === thing.index)}),
    button(pinned ? both('Bỏ ghim', 'Unpin') : both('Ghim', 'Pin'), () => pin(thing.index), {'aria-pressed': String(pinned)}),
    button(both('Ẩn', 'Hide'), () => hide(thing.index)));
}

function byRelation(list, but) {
  const sorted = new Map();
  for (const fact of list) sorted.set(fact.relation, [...(sorted.get(fact.relation) || []), fact]);
  const order = [...sorted].sort(([a], [b]) => Boolean(a.quiet) - Boolean(b.quiet) || relations.indexOf(a) - relations.indexOf(b));
  return order.map(([relation, some]) => el('section', {class: 'facts'}, el('h3', {}, say(relation.label), some.length > 1 ? el('span', {class: 'count'}, String(some.length)) : null),
    longList(some, fact => factCard(fact, but))));
}

// Long lists come in parts: a page with thousands of facts stays quick.
function longList(items, card, most = 30) {
  const list = el('div', {class: 'cards'});
  const add = from => {
    list.append(...items.slice(from, from + most).map(card));
    if (items.length <= from + most) return;
    const more = button(`${both('Xem thêm', 'Show more')} (${number(items.length - from - most)})`, () => { more.remove(); add(from + most); }, {class: 'more'});
    list.append(more);
  };
  add(0);
  return list;
}

function factCard(fact) {
  return el('article', {class: 'fact'}, el('p', {class: 'said'}, sentence(fact)),
    fact.passages.length ? el('div', {class: 'proofs'}, longList(fact.passages, proof, 3)) : el('p', {class: 'from'}, fact.date ? day(fact.date) : both('Không có câu dẫn', 'No sentence given')));
}

// One passage in its sentence, its words marked, and where it stands.
function proof(index) {
  const [source, start, end] = passages[index], from = sources[source];
  const [before, marked, after] = inContext(index);
  return el('figure', {class: 'proof'},
    el('blockquote', {dir: 'auto'}, before, el('mark', {}, marked), after),
    el('figcaption', {class: 'from'}, whereFrom(from), ' ',
      link(`a${from.key}~${start}-${end}`, both('Đọc trong bài', 'Read in the article')), ' ', outside(from)));
}

// Of many articles, also which one.
function whereFrom(source) {
  const headline = sources.length > 1 ? [...source.headline].slice(0, 60).join('') + (source.headline.length > 60 ? '…' : '') : '';
  return [source.outlet, source.date && day(source.date), headline].filter(Boolean).join(' · ');
}

function outside(source) {
  return source.url && /^https?:\/\//i.test(source.url)
    ? el('a', {href: source.url, target: '_blank', rel: 'noopener noreferrer'}, both('Trang gốc', 'Source page'), el('span', {class: 'unseen'}, ` ${both('(mở thẻ mới)', '(new tab)')}`)) : null;
}

function inContext(index) {
  const [source, start, end, own] = passages[index], {text} = sources[source];
  if (own !== undefined || !text) return ['', own ?? '', ''];
  const marked = cut(sources[source], start, end);
  const before = cut(sources[source], Math.max(0, start - 400), start), after = cut(sources[source], end, end + 400);
  return [tail(before), marked, head(after, marked)];
}

const SENTENCE = /[.!?…]["”’)]?\s+(?=[“"'(]?\p{Lu})|\n+/gu;
function tail(text) {
  const ends = [...text.matchAll(SENTENCE)], last = ends[ends.length - 1];
  const from = last ? last.index + last[0].length : 0;
  const kept = text.slice(from);
  return kept.length > 110 ? `… ${kept.slice(-110).replace(/^\S*\s/, '')}` : (!last && text.length >= 400 ? `… ${kept}` : kept);
}

function head(text, marked) {
  if (/[.!?…]["”’)]?$/.test(marked.trim()) && /^\s/.test(text)) return '';
  const end = text.search(/[.!?…]["”’)]?(?=\s+[“"'(]?\p{Lu}|\s*\n|\s*$)|\n/u);
  const kept = end < 0 ? text : text.slice(0, end + (text[end] === '\n' ? 0 : 1));
  return kept.length > 110 ? `${kept.slice(0, 110).replace(/\s\S*$/, '')} …` : kept;
}

function mentions(thing) {
  if (!thing.passages.length) return null;
  return el('details', {class: 'mentions'}, el('summary', {}, both(`Nhắc tới ${number(thing.passages.length)} chỗ`, `Mentioned in ${number(thing.passages.length)} places`)),
    longList(thing.passages, proof, 10));
}

function aboutFacts(list) {
  return [el('header', {}, el('div', {}, el('p', {class: 'kind'}, say(list[0].relation.label)), el('h2', {tabindex: '-1'}, both('Điều được nói', 'What is said'))), closing()),
    longList(list, fact => factCard(fact))];
}

function aboutLine(one, other) {
  const a = thingByKey.get(one), b = thingByKey.get(other);
  const list = facts.filter(fact => factPasses(fact) && fact.lines.some(([x, y]) => (x === a && y === b) || (x === b && y === a)));
  if (!list.length) return aboutAll();
  return [el('header', {}, el('div', {}, el('p', {class: 'kind'}, both('Liên hệ', 'Connection')), el('h2', {tabindex: '-1'}, things[a].name, ' — ', things[b].name)), closing()),
    longList(list, fact => factCard(fact))];
}

function aboutPath() {
  const [a, b] = state.path.map(key => thingByKey.get(key));
  const top = el('header', {}, el('div', {}, el('p', {class: 'kind'}, both('Đường nối', 'Path')), el('h2', {tabindex: '-1'}, things[a].name, ' → ', things[b].name)), closing());
  if (!pathNow) return [top, el('p', {}, both('Không có đường nối nào.', 'There is no path between them.'))];
  return [top, el('p', {class: 'names'}, both(`Qua ${pathNow.steps.length} bước`, `In ${pathNow.steps.length} steps`)),
    el('ol', {class: 'path'}, pathNow.steps.map(step => el('li', {}, thingLink(step.from), ' → ', thingLink(step.to), factCard(facts[step.fact]))))];
}

function aboutAll() {
  const one = sources.length === 1 ? sources[0] : null;
  const loud = seen.facts.filter(fact => !fact.relation.quiet), quiet = seen.facts.filter(fact => fact.relation.quiet);
  return [
    one ? articleHead(one) : el('header', {}, el('div', {}, el('p', {class: 'kind'}, both(`${number(sources.length)} bài báo`, `${number(sources.length)} articles`)), el('h2', {tabindex: '-1'}, both('Các bài báo nói gì', 'What the articles say')))),
    one ? el('h2', {class: 'lead'}, both('Bài báo nói gì', 'What the article says')) : articleList(),
    ...byRelation([...loud, ...quiet]),
    loud.length + quiet.length ? null : el('p', {}, both('Bộ lọc không để lại điều gì.', 'The filters leave nothing.')),
  ].filter(Boolean);
}

function articleHead(source) {
  return el('header', {class: 'source'}, el('div', {}, el('p', {class: 'kind'}, [source.outlet, source.date && day(source.date), source.author].filter(Boolean).join(' · ')),
    el('p', {class: 'actions'}, source.text ? button(both('Đọc cả bài, có đánh dấu', 'Read the whole article, marked'), () => choose(`a${source.key}`)) : null, outside(source))));
}

function articleList() {
  return el('details', {class: 'mentions'}, el('summary', {}, both('Danh sách bài', 'List of articles')), longList(sources, source =>
    el('p', {class: 'from'}, link(`a${source.key}`, source.headline, {class: 'name', dir: 'auto'}), ' ', [source.outlet, source.date && day(source.date)].filter(Boolean).join(' · '))));
}
