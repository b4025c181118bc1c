// What is judged on the page, and the file of judgements that holds it together with what was judged before.
const given = JSON.parse(document.getElementById('data').textContent);
const cards = [...document.querySelectorAll('.card')];
const by = document.getElementById('by');
let unsaved = false;

const verdict = card => card.querySelector('input[type=radio]:checked').value;
const line = text => text.split(/\s+/).filter(Boolean).join(' ');

// The order of code points, as the program sorts.
function before(one, other) {
  const [left, right] = [one, other].map(text => [...text].map(char => char.codePointAt(0)));
  for (let i = 0; i < Math.min(left.length, right.length); i++) if (left[i] !== right[i]) return left[i] - right[i];
  return left.length - right.length;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
}

const judged = () => cards.flatMap((card, i) => {
  if (!verdict(card)) return [];
  const pair = [...given.pairs[i]].sort(before);
  return [[verdict(card), ...pair, line(by.value), today(), line(card.querySelector('.why input').value)]];
});

// The file's text: a judgement takes the place of what the same person judged of the same pair, and its comments.
function file() {
  const key = cells => cells.slice(1, 4).join('\t');
  const rows = new Map(given.known.rows.map(([cells, comments]) => [key(cells), [cells, comments]]));
  for (const cells of judged()) rows.set(key(cells), [cells, rows.get(key(cells))?.[1] ?? []]);
  const sorted = [...rows.values()].sort(([one], [other]) =>
    before(one[1], other[1]) || before(one[2], other[2]) || before(one[3], other[3]));
  const lines = sorted.flatMap(([cells, comments]) => [...comments, cells.join('\t')]);
  return [...given.known.head, given.columns.join('\t'), ...lines, ...given.known.foot, ''].join('\n');
}

function save() {
  if (!line(by.value)) {
    by.setAttribute('aria-invalid', 'true');
    by.focus();
    announce(both('Hãy ghi tên người nhận định.', 'Say who judges.'));
    return;
  }
  const address = URL.createObjectURL(new Blob([file()], {type: 'text/tab-separated-values;charset=utf-8'}));
  const link = el('a', {href: address, download: 'judgements.tsv'});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  unsaved = false;
  progress();
}

function progress() {
  const done = cards.filter(verdict).length;
  const note = unsaved ? both(' · chưa tải về', ' · not saved') : '';
  document.getElementById('progress').textContent =
    `${number(done)}/${number(cards.length)} ${both('cặp đã nhận định', 'pairs judged')}${note}`;
  for (const card of cards) card.dataset.verdict = verdict(card);
}

function change() {
  unsaved = cards.some(verdict);
  by.removeAttribute('aria-invalid');
  progress();
}

function speakOther() {
  const button = document.getElementById('language');
  speak(language === 'vi' ? 'en' : 'vi');
  button.textContent = both('EN', 'VI');
  button.lang = both('en', 'vi');
  button.setAttribute('aria-label', both('English', 'Tiếng Việt'));
  document.title = document.querySelector('h1').textContent;
  for (const time of document.querySelectorAll('time')) time.textContent = day(time.dateTime);
  progress();
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const shade = () => { document.documentElement.dataset.mode = dark.matches ? 'dark' : 'light'; };
dark.addEventListener('change', shade);
document.querySelector('main').addEventListener('input', change);
document.getElementById('save').addEventListener('click', save);
document.getElementById('language').addEventListener('click', speakOther);
window.addEventListener('beforeunload', event => { if (unsaved) event.preventDefault(); });
shade();
for (const time of document.querySelectorAll('time')) time.textContent = day(time.dateTime);
progress();
document.documentElement.dataset.ready = '';
