// Everything by keyboard. Letters count only while the picture has the focus.
const picture = document.getElementById('picture');
const steps = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

function startKeys() {
  picture.addEventListener('keydown', event => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const chosen = chosenThing(), does = pictureKeys(chosen)[key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (steps[key]) walk(steps[key]); else if (does) does(); else return;
    event.preventDefault();
  });
  addEventListener('keydown', event => {
    const typing = event.target.matches('input[type=text], textarea, select');
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); document.getElementById('search').focus(); }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !typing) { event.preventDefault(); undo(); }
    if (event.key === 'Escape') escape(event);
  });
}

const chosenThing = () => state.chosen[0] === 't' ? thingByKey.get(state.chosen.slice(1)) : undefined;

function pictureKeys(chosen) {
  const withChosen = does => () => { if (chosen !== undefined) does(chosen); };
  return {'+': () => zoom(1.3), '=': () => zoom(1.3), '-': () => zoom(1 / 1.3), 0: fit, f: fit, h: withChosen(hide), Delete: withChosen(hide), p: withChosen(pin),
    e: withChosen(expand), Enter: () => panel.querySelector('h2')?.focus(), '/': () => document.getElementById('search').focus(), '?': help};
}

// To the nearest thing in a direction, as the eye would go.
function walk([dx, dy]) {
  const from = chosenThing(), all = [...scene.things];
  if (from === undefined || !scene.positions.has(from)) { if (all.length) choose(`t${things[middleOf(all, {get: index => ({length: things[index].lines})})].key}`); return; }
  const [x, y] = scene.positions.get(from);
  let best = null, least = Infinity;
  for (const index of all) {
    const [u, v] = scene.positions.get(index), along = (u - x) * dx + (v - y) * dy, across = Math.abs((u - x) * dy) + Math.abs((v - y) * dx);
    if (index !== from && along > 1 && along + 2.5 * across < least) { least = along + 2.5 * across; best = index; }
  }
  if (best !== null) { choose(`t${things[best].key}`); keepInView(best); }
}

function escape(event) {
  if (document.getElementById('helping').open) return;
  if (!document.getElementById('keep-menu').hidden) { openKeep(false); document.getElementById('keep').focus(); return; }
  if (document.body.classList.contains('filtering')) { openFilters(false); return; }
  if (pathFrom !== null) { pathFrom = null; show(state); return; }
  if (state.chosen || state.path.length) { act(next => { next.chosen = ''; next.path = []; }); if (panel.contains(event.target)) picture.focus(); }
}

function help() {
  const dialog = document.getElementById('helping');
  const rows = [['← ↑ → ↓', both('sang mục gần nhất', 'to the nearest thing')], ['Enter', both('đọc chi tiết', 'read the details')], ['+ − 0', both('phóng to, thu nhỏ, xem tất cả', 'zoom in, out, show all')],
    ['E', both('mở rộng: hiện mọi mục liền kề (hay bấm đúp)', 'expand: draw all that is next to it (or double-click)')], ['P', both('ghim tại chỗ (hay kéo)', 'pin in place (or drag)')], ['H', both('ẩn', 'hide')], ['Esc', both('thôi chọn', 'let go')],
    ['/ , Ctrl K', both('tìm', 'search')], ['Ctrl Z', both('hoàn tác', 'undo')]];
  dialog.replaceChildren(el('h2', {id: 'helping-title'}, both('Cách dùng', 'How to use it')),
    el('p', {}, both('Bấm vào một mục hay một đường để đọc điều đã biết, kèm câu trong bài. Gõ tên không dấu cũng tìm được. Địa chỉ trang giữ đúng hình đang thấy: chép liên kết là chia sẻ được.',
      'Choose a thing or a line to read what is known, with the sentence that says so. Names are found without accents too. The address keeps what you see: copy the link to share it.')),
    el('dl', {}, rows.flatMap(([key, words]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, words)])),
    button(both('Đóng', 'Close'), () => dialog.close(), {class: 'strong'}));
  dialog.showModal();
}
