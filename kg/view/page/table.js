// The table: the same facts as in the picture, in words.
const table = document.getElementById('table');

function showTable() {
  if (state.view !== 'table') return;
  const body = el('tbody', {}), rows = seen.facts.filter(fact => !state.chosen.startsWith('t') || facts.length < 300 || fact.things.includes(thingByKey.get(state.chosen.slice(1))));
  const add = from => {
    body.append(...rows.slice(from, from + 300).map(tableRow));
    if (rows.length > from + 300) {
      const more = button(both('Xem thêm', 'Show more'), () => { more.closest('tr').remove(); add(from + 300); }, {class: 'more'});
      body.append(el('tr', {}, el('td', {colspan: 4}, more)));
    }
  };
  add(0);
  table.replaceChildren(
    el('p', {class: 'actions'}, both(`${number(rows.length)} điều`, `${number(rows.length)} facts`)),
    el('table', {}, el('caption', {class: 'unseen'}, document.title),
      el('thead', {}, el('tr', {}, [both('Điều được nói', 'What is said'), both('Loại', 'Kind'), both('Ngày', 'Date'), both('Lời trong bài', 'Words of the article')].map(words => el('th', {scope: 'col'}, words)))), body),
    ...aloneList());
}

function tableRow(fact) {
  const [first] = fact.passages, source = first === undefined ? null : sources[passages[first][0]];
  return el('tr', {'data-fact': fact.index},
    el('td', {}, sentence(fact)), el('td', {}, say(fact.relation.label)), el('td', {class: 'date'}, fact.date ? day(fact.date) : ''),
    el('td', {}, first === undefined ? '' : [el('q', {dir: 'auto', lang: 'vi'}, clipped(quote(first))), ' ',
      link(`f${fact.key}`, [source.outlet, fact.passages.length > 1 ? `+${fact.passages.length - 1}` : ''].filter(Boolean).join(' ') || both('Xem', 'See'), {'aria-label': `${both('Xem câu dẫn', 'See the sentences')}: ${plainSentence(fact)}`})]));
}

const clipped = text => [...text].length > 240 ? `${[...text].slice(0, 240).join('')}…` : text;

function aloneList() {
  const told = new Set(seen.facts.flatMap(fact => fact.things));
  const rest = [...seen.things].filter(index => !told.has(index));
  return rest.length ? [el('h2', {}, both('Cũng được nhắc tới', 'Also mentioned')), el('ul', {class: 'rest'}, rest.map(index => el('li', {}, swatch(things[index].group), thingLink(index))))] : [];
}
