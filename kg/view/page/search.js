// Search over all names of all things: accents optional, abbreviations known, words in any order.
const abbreviations = new Map();
for (const [short, full] of graph.abbreviations) abbreviations.set(short, [...(abbreviations.get(short) || []), full]);

let searchable = null;
function searchTexts() {
  searchable ??= things.map(thing => [thing.name, ...thing.names, thing.short].map(text => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`));
  return searchable;
}

// The things that a question finds, the best first. Written with accents, the accents count.
function search(question, most = 12) {
  const asked = fold(question).replace(/[^\p{L}\p{N}.]+/gu, ' ').trim();
  if (!asked) return [];
  const words = asked.split(' ').map(word => [word, ...(abbreviations.get(word) || [])]);
  const wordings = [...new Set([asked, words.map(forms => forms[forms.length > 1 ? 1 : 0]).join(' ')])].map(text => ` ${text.replace(/\./g, ' ')}`);
  const exact = question.normalize('NFC').toLowerCase().trim();
  const found = [];
  searchTexts().forEach((texts, index) => {
    const score = Math.max(...texts.map((text, rank) => scoreOf(text, wordings, words) - (rank ? 1 : 0)));
    if (score > 0) found.push([score + accented(things[index], exact) + weight(things[index]), index]);
  });
  return found.sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, most).map(([, index]) => index);
}

function scoreOf(text, wordings, words) {
  if (wordings.includes(text)) return 30;
  if (wordings.some(asked => text.startsWith(asked))) return 20;
  if (wordings.some(asked => text.includes(asked))) return 15;
  return words.every(forms => forms.some(form => text.includes(` ${form}`))) ? 10 : 0;
}

// Of equals, the one with more connections; an award's name only repeats who gave it to whom.
const weight = thing => Math.min(thing.lines, 40) / 20 - (thing.group === 'award' || thing.group === 'article' ? 7 : 0);
const accented = (thing, exact) => [thing.name, ...thing.names].some(name => name.toLowerCase().includes(exact)) ? 8 : 0;

function startSearch(onPick) {
  const input = document.getElementById('search'), list = document.getElementById('suggestions');
  let found = [], active = -1, waiting = 0;
  const close = () => { list.hidden = true; active = -1; clearTimeout(waiting); input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const pick = ({index, iri}) => {
    close();
    input.value = '';
    if (iri) fetchAround(iri).then(one => { if (one !== undefined) onPick(one); }); else onPick(index);
  };
  const mark = () => {
    [...list.children].forEach((item, index) => item.setAttribute('aria-selected', index === active ? 'true' : 'false'));
    if (active >= 0) { input.setAttribute('aria-activedescendant', `suggestion-${active}`); list.children[active].scrollIntoView({block: 'nearest'}); }
  };
  const offer = choices => {
    found = choices;
    active = found.length ? Math.max(0, Math.min(active, found.length - 1)) : -1;
    list.replaceChildren(...found.map((choice, place) => el('li', {role: 'option', id: `suggestion-${place}`, 'aria-selected': 'false',
      onmousedown: event => event.preventDefault(), onclick: () => pick(choice)}, choice.sign, el('span', {dir: 'auto'}, choice.name), el('small', {}, choice.kind))));
    if (!found.length && input.value.trim()) list.replaceChildren(el('li', {role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true', class: 'none'}, both('Không tìm thấy', 'Nothing found')));
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark();
  };
  const show = () => {
    const question = input.value, here = search(question).map(index => ({index, sign: swatch(things[index].group), name: things[index].name, kind: say(things[index].kind)}));
    active = -1;
    offer(here);
    clearTimeout(waiting);
    if (graph.feed) waiting = setTimeout(() => searchFar(question).then(far => {
      if (input.value === question && !list.hidden) offer([...here, ...far.map(([iri, name]) => ({iri, sign: null, name, kind: both('trong kho', 'in the store')}))]);
    }), 150);
  };
  input.addEventListener('input', show);
  input.addEventListener('focus', () => { if (input.value) show(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) show();
      if (found.length) active = (active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (event.key === 'Enter' && active >= 0) pick(found[active]);
    else if (event.key === 'Escape' && input.value) { if (list.hidden) input.value = ''; close(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
