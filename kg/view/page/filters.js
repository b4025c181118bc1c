// What is to be seen: classes with their signs (the legend too), relations, articles, outlets, places, time, support.
const filters = document.getElementById('filters');

function showFilters() {
  const open = new Map([...filters.querySelectorAll('details')].map(one => [one.dataset.part, one.open]));
  const active = document.activeElement?.id;
  filters.replaceChildren(
    el('div', {class: 'head'}, el('h2', {}, both('Chú giải và lọc', 'Legend and filters')), button(both('Đặt lại', 'Reset'), reset, {class: 'plain', id: 'reset'}), button('×', () => openFilters(false), {class: 'close narrow', 'aria-label': both('Đóng', 'Close')})),
    part('classes', both('Loại', 'Classes'), classRows(), true, open),
    part('relations', both('Liên hệ', 'Relations'), relationRows(), !many, open),
    ...[sources.length > 1 && part('articles', both('Bài báo', 'Articles'), sourceRows(), false, open),
      outlets.length > 1 && part('outlets', both('Báo', 'Outlets'), outletRows(), false, open),
      placeChoice(), dates.length > 1 && time(), mostSupport > 1 && support(), standing()].filter(Boolean));
  if (active && filters.querySelector(`#${CSS.escape(active)}`)) filters.querySelector(`#${CSS.escape(active)}`).focus();
}

function part(name, title, rows, opened, open) {
  return el('details', {'data-part': name, open: open.get(name) ?? opened}, el('summary', {}, title), el('ul', {}, rows));
}

let rowNumber = 0;
function row(name, set, key, checked, words, count, sign = null) {
  const id = `filter-${name}-${key || rowNumber++}`;
  const input = el('input', {type: 'checkbox', id, checked, onchange: () => act(next => { if (!next[set].delete(key)) next[set].add(key); })});
  return el('li', {}, input, el('label', {for: id}, sign, el('span', {class: 'words', dir: 'auto'}, words), el('span', {class: 'count'}, number(count))));
}

function classRows() {
  const counts = new Map();
  for (const thing of things) counts.set(thing.group, (counts.get(thing.group) || 0) + 1);
  return groups.filter(([key]) => counts.has(key)).map(([key, vi, en]) => row('class', 'off', key, !state.off.has(key), both(vi, en), counts.get(key), swatch(key)));
}

function relationRows() {
  const counts = new Map();
  for (const fact of facts) counts.set(fact.relation, (counts.get(fact.relation) || 0) + 1);
  return relations.map(relation => row('relation', 'quiet', relation.key, relationShown(relation), say(relation.label), counts.get(relation)));
}

function sourceRows() {
  const counts = new Map();
  for (const fact of facts) for (const index of sourcesOf(fact)) counts.set(index, (counts.get(index) || 0) + 1);
  return sources.slice(0, 200).map(source => row('article', 'articles', source.key, !state.articles.has(source.key), source.headline, counts.get(source.index) || 0));
}

const outletRows = () => outlets.map(name => row('outlet', 'outlets', keyOf(name), !state.outlets.has(keyOf(name)), name, sources.filter(source => source.outlet === name).length));

function placeChoice() {
  const places = things.filter(thing => thing.group === 'place');
  if (!places.length) return null;
  return el('p', {class: 'field'}, el('label', {for: 'filter-place'}, both('Địa phương', 'Place')),
    el('select', {id: 'filter-place', onchange: event => act(next => { next.place = event.target.value; next.camera = null; })},
      el('option', {value: ''}, both('Tất cả', 'All')), places.map(thing => el('option', {value: thing.key, selected: state.place === thing.key}, thing.name))));
}

function time() {
  const first = state.from ? Math.max(0, dates.findIndex(date => date >= state.from)) : 0;
  const last = state.to ? dates.filter(date => date.slice(0, state.to.length) <= state.to).length - 1 : dates.length - 1;
  const slider = (id, words, value, set) => el('label', {}, el('span', {}, words, ' ', el('output', {}, day(dates[Math.max(0, value)]))),
    el('input', {type: 'range', id, min: 0, max: dates.length - 1, value, 'aria-valuetext': day(dates[Math.max(0, value)]),
      oninput: event => { event.target.previousSibling.lastChild.textContent = day(dates[event.target.value]); },
      onchange: event => act(next => set(next, Number(event.target.value)))}));
  return el('fieldset', {}, el('legend', {}, both('Thời gian', 'Time')),
    slider('filter-from', both('Từ', 'From'), first, (next, at) => { next.from = at ? dates[at] : ''; if (next.to && next.to < dates[at]) next.to = dates[at]; }),
    slider('filter-to', both('Đến', 'To'), last, (next, at) => { next.to = at < dates.length - 1 ? dates[at] : ''; if (next.from > dates[at]) next.from = dates[at]; }));
}

function support() {
  return el('fieldset', {}, el('legend', {}, both('Số câu dẫn', 'Support')), el('label', {}, el('span', {}, both('Ít nhất', 'At least'), ' ', el('output', {}, String(state.support))),
    el('input', {type: 'range', id: 'filter-support', min: 1, max: mostSupport, value: state.support,
      oninput: event => { event.target.previousSibling.lastChild.textContent = event.target.value; },
      onchange: event => act(next => { next.support = Number(event.target.value); })})));
}

function standing() {
  return el('ul', {class: 'loose'}, el('li', {}, el('input', {type: 'checkbox', id: 'filter-alone', checked: state.alone, onchange: () => act(next => { next.alone = !next.alone; next.camera = null; })}),
    el('label', {for: 'filter-alone'}, el('span', {class: 'words'}, both('Cả mục đứng riêng', 'Also things that stand alone')))),
  state.hidden.size ? el('li', {}, button(both(`Hiện lại ${state.hidden.size} mục đã ẩn`, `Show ${state.hidden.size} hidden again`), () => act(next => { next.hidden.clear(); }), {class: 'plain'})) : null);
}

function reset() {
  act(next => {
    const clean = blank();
    for (const name of [...lists, 'place', 'from', 'to', 'support', 'alone', 'path', 'around', 'camera']) next[name] = clean[name];
  });
}

function openFilters(open) {
  document.body.classList.toggle('filtering', open);
  document.getElementById('open-filters').setAttribute('aria-expanded', String(open));
  if (open) filters.querySelector('.close').focus(); else document.getElementById('open-filters').focus();
}
