// All together: the state changes, everything that depends on it is shown again.
let seen = null, scene = null, positions = new Map(), stage = null, hovered = null, pathFrom = null;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');

function show(before) {
  const changed = before === null, other = name => changed || encode({...blank(), [name]: before[name]}) !== encode({...blank(), [name]: state[name]});
  if (other('lang')) speak(state.lang);
  if (other('theme') || !palette.ink) applyTheme();
  network = null;
  aroundNow = null;
  pathNow = state.path.length === 2 ? pathBetween(...state.path.map(key => thingByKey.get(key))) : null;
  seen = visible();
  showView();
  settle();
  paint();
  if (changed || other('around') || other('path') || (other('camera') && !state.camera)) settleCamera(changed);
  else if (other('camera') && !moving) stage.look(cameraOf(state.camera));
  showFilters();
  const reading = panel.contains(document.activeElement) || table.contains(document.activeElement);
  if (other('chosen') || other('fed') || other('lang') || other('path') || !state.chosen) { showPanel(); scrollToPassage(); if (!changed && other('chosen')) tell(reading); }
  else refreshActions();
  showTable();
  showSummary();
}
let moving = false;

function refreshActions() {
  const thing = chosenThing(), old = panel.querySelector('.actions[role=group]');
  if (thing === undefined || !old) return;
  const at = [...old.children].indexOf(document.activeElement);
  const fresh = actions(things[thing]);
  old.replaceWith(fresh);
  if (at >= 0) fresh.children[at].focus();
}

function showView() {
  const tabular = state.view === 'table';
  document.body.classList.toggle('tabular', tabular);
  table.hidden = !tabular;
  document.getElementById('stage').hidden = tabular;
  document.getElementById('as-picture').setAttribute('aria-pressed', String(!tabular));
  document.getElementById('as-table').setAttribute('aria-pressed', String(tabular));
  const switching = document.getElementById('language');
  switching.textContent = both('EN', 'VI');
  switching.lang = both('en', 'vi');
  switching.setAttribute('aria-label', both('English', 'Tiếng Việt'));
}

// Things keep their places; those that come later find one near their neighbours; pinned ones stand where they were put.
function settle() {
  const fresh = [...seen.things].filter(index => !positions.has(index));
  if (!positions.size) {
    const {clientWidth, clientHeight} = picture;
    positions = arrange([...seen.things].sort((a, b) => a - b), seen.lines, Math.min(2, Math.max(0.55, (clientWidth || 3) / (clientHeight || 2))));
  } else for (const index of fresh.sort((a, b) => a - b)) positions.set(index, beside(index, seen.lines, positions));
  for (const [key, point] of state.pins) if (thingByKey.has(key)) positions.set(thingByKey.get(key), point);
}

function paint() {
  const at = new Map([...seen.things].map(index => [index, positions.get(index)]));
  scene = {things: seen.things, lines: seen.lines, positions: at, scale: 1, window: null, focus: hovered || focusNow(), lit: {}};
  scene.lit = litNow(scene);
  stage.show(scene);
}

function focusNow() {
  const rest = state.chosen.slice(1), thing = chosenThing();
  if (thing !== undefined) return {thing};
  if (state.chosen[0] === 'f' && factByKey.has(rest)) return {fact: factByKey.get(rest)};
  if (state.chosen[0] !== 'l') return null;
  const ends = rest.split('-').map(key => thingByKey.get(key));
  return ends.includes(undefined) ? null : {line: `${Math.min(...ends)}-${Math.max(...ends)}`};
}

const cameraOf = ([x, y, scale]) => ({x, y, scale});
function settleCamera(first) {
  if (state.camera) stage.look(cameraOf(state.camera)); else stage.look((first ? firstLook : fitting)(scene, ...stage.size()), !first && !calm.matches);
}

function rememberCamera() {
  const {x, y, scale} = stage.camera();
  moving = true;
  act(next => { next.camera = [x, y, scale]; }, true);
  moving = false;
}
let remembering = 0;
const moved = () => { clearTimeout(remembering); remembering = setTimeout(rememberCamera, 250); };

function fit() { act(next => { next.camera = null; }, true); stage.look(fitting(scene, ...stage.size()), !calm.matches); }

function zoom(by) {
  const view = stage.camera();
  stage.look({...view, scale: view.scale * by}, false);
  moved();
}

function keepInView(index) {
  const [x, y] = scene.positions.get(index), view = stage.camera(), [width, height] = stage.size();
  if (Math.abs(x - view.x) * view.scale > width / 2 - 24 || Math.abs(y - view.y) * view.scale > height / 2 - 24) { stage.look({...view, x, y}, !calm.matches); moved(); }
}

function pick(index) {
  if (pathFrom !== null && pathFrom !== index) { endPath(index); return; }
  const hiddenNow = !seen.things.has(index);
  act(next => {
    next.chosen = `t${things[index].key}`;
    next.hidden.delete(things[index].key);
    next.off.delete(things[index].group);
    if (hiddenNow) next.shown.add(things[index].key);
  });
  keepInView(index);
  feed(index);
}

async function expand(index) {
  await feed(index);
  const beside = reach(index, 1);
  const fresh = [...beside].filter(one => !seen.things.has(one));
  if (!fresh.length) { notify(both('Mọi mục liền kề đã hiện', 'All that is next to it is drawn already')); return; }
  act(next => { for (const one of fresh.slice(0, 200)) { next.shown.add(things[one].key); next.hidden.delete(things[one].key); } next.chosen = `t${things[index].key}`; });
  notify(both(`Hiện thêm ${number(Math.min(200, fresh.length))} mục`, `${number(Math.min(200, fresh.length))} more are drawn`));
}

function startPath(index) {
  pathFrom = pathFrom === index ? null : index;
  showPanel();
  if (pathFrom === null) return;
  notify(both('Chọn mục thứ hai: bấm vào hình hay tìm theo tên', 'Choose the second thing: in the picture or by its name'));
  document.getElementById('search').focus();
}

async function endPath(index) {
  const from = pathFrom;
  pathFrom = null;
  await Promise.all([feed(from), feed(index)]);
  document.getElementById('notice').hidden = true;
  act(next => { next.path = [things[from].key, things[index].key]; next.chosen = ''; });
}

function hide(index) {
  act(next => { next.hidden.add(things[index].key); next.shown.delete(things[index].key); next.chosen = ''; });
  notify(both(`Đã ẩn ${things[index].name}`, `${things[index].name} is hidden`));
}

function pin(index) {
  const {key} = things[index], point = positions.get(index);
  act(next => { if (!next.pins.delete(key)) next.pins.set(key, [...point]); });
}

// What is chosen now is said; who reads on by keyboard goes on at its heading.
function tell(reading) {
  const heading = panel.querySelector('h2');
  if (heading) announce(heading.textContent);
  if (reading) heading?.focus({preventScroll: true});
  if (state.chosen[0] === 't') lastThing = state.chosen;
}

function showSummary() {
  const one = sources.length === 1 ? sources[0] : null;
  document.getElementById('summary').textContent = [one ? [one.outlet, one.date && day(one.date)].filter(Boolean).join(' · ') : both(`${number(sources.length)} bài báo`, `${number(sources.length)} articles`),
    both(`${number(seen.things.size)} mục`, `${number(seen.things.size)} things`) + (seen.things.size < things.length ? ` / ${number(things.length)}` : ''),
    both(`${number(seen.facts.length)} điều được nói`, `${number(seen.facts.length)} facts`)].filter(Boolean).join(' · ');
  if (!graph.title && sources.length !== 1) {
    const name = graph.feed ? both('Mạng tri thức', 'Knowledge network') : both(`Mạng tri thức từ ${number(sources.length)} bài báo`, `Knowledge network of ${number(sources.length)} articles`);
    document.getElementById('title').textContent = name;
    document.title = name;
  }
}

function applyTheme() {
  document.documentElement.dataset.mode = state.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : state.theme;
  readPalette();
}

function openKeep(open) {
  document.getElementById('keep-menu').hidden = !open;
  document.getElementById('keep').setAttribute('aria-expanded', String(open));
  if (open) document.querySelector('#keep-menu button').focus();
}

let lastHover = '';
const hooks = {
  choose(what) {
    if (what?.thing !== undefined) pick(what.thing);
    else if (what) { const [a, b] = what.line.split('-').map(index => things[index].key); choose(`l${a}-${b}`); }
    else if (state.chosen || state.path.length) act(next => { next.chosen = ''; next.path = []; });
  },
  hover(what) {
    const id = JSON.stringify(what);
    if (id === lastHover || pathNow) return;
    lastHover = id;
    hovered = what && (what.thing === undefined || scene.things.has(what.thing)) ? what : null;
    paint();
    picture.classList.toggle('over', Boolean(what));
  },
  drop(index, point) { act(next => { next.pins.set(things[index].key, [...point]); }); },
  expand,
  moved,
  drawn: () => paintMinimap(),
};

// An overview of a large picture, with the part that is in view; a click there goes there.
const minimap = document.getElementById('minimap');
function paintMinimap() {
  if (!many || !scene) return;
  const context = minimap.getContext('2d'), {width, height} = minimap, {dots, at} = scene.small ??= smallOf(scene);
  context.clearRect(0, 0, width, height);
  context.drawImage(dots, 0, 0);
  const [l, t, r, b] = scene.window, [x1, y1] = at([l, t]), [x2, y2] = at([r, b]);
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.strokeRect(x1, y1, x2 - x1, y2 - y1);
  minimap.hidden = false;
}

// What of it stays while the view moves.
function smallOf(shown) {
  const {width, height} = minimap, dots = el('canvas', {width, height}), context = dots.getContext('2d'), frame = fitting(shown, width + 30, height + 30);
  const at = ([x, y]) => [width / 2 + (x - frame.x) * frame.scale, height / 2 + (y - frame.y) * frame.scale];
  for (const index of shown.things) {
    const [x, y] = at(shown.positions.get(index));
    context.fillStyle = colorOf(things[index].group);
    context.fillRect(x - 1, y - 1, 2, 2);
  }
  return {dots, at};
}

minimap.addEventListener('click', event => {
  const frame = fitting(scene, minimap.width + 30, minimap.height + 30);
  stage.look({...stage.camera(), x: frame.x + (event.offsetX - minimap.width / 2) / frame.scale, y: frame.y + (event.offsetY - minimap.height / 2) / frame.scale});
  moved();
});

// For other scripts and for tests: where things are on the screen, and the boxes of the captions drawn, in pixels.
function offerPlaces() {
  const onScreen = ([x, y]) => {
    const view = stage.camera(), [width, height] = stage.size(), {left, top} = picture.getBoundingClientRect();
    return [left + width / 2 + (x - view.x) * view.scale, top + height / 2 + (y - view.y) * view.scale];
  };
  picture.places = () => Object.fromEntries([...scene.things].map(index => [things[index].id, onScreen(scene.positions.get(index))]));
  picture.captions = () => (scene.captions || []).map(({index, box}) => [things[index].name, ...onScreen(box.slice(0, 2)), ...onScreen(box.slice(2))]);
}

function start() {
  startState();
  speak(state.lang);
  applyTheme();
  stage = typeof vis === 'undefined' ? new CanvasStage(picture, hooks) : new VisStage(picture, hooks);
  show(null);
  offerPlaces();
  startSearch(pick);
  startKeys();
  const on = (id, does) => document.getElementById(id).addEventListener('click', does);
  on('as-picture', () => act(next => { next.view = 'picture'; }));
  on('as-table', () => act(next => { next.view = 'table'; }));
  on('language', () => act(next => { next.lang = language === 'vi' ? 'en' : 'vi'; }));
  on('theme', () => act(next => { next.theme = document.documentElement.dataset.mode === 'dark' ? 'light' : 'dark'; }));
  on('undo', undo);
  on('help', help);
  on('zoom-in', () => zoom(1.3));
  on('zoom-out', () => zoom(1 / 1.3));
  on('fit', fit);
  on('open-filters', () => openFilters(!document.body.classList.contains('filtering')));
  on('keep', () => openKeep(document.getElementById('keep-menu').hidden));
  for (const one of document.querySelectorAll('[data-keep]')) one.addEventListener('click', () => { openKeep(false); keepers[one.dataset.keep](); });
  document.addEventListener('pointerdown', event => { if (!event.target.closest('.menu')) openKeep(false); });
  dark.addEventListener('change', () => { applyTheme(); paint(); });
  addEventListener('resize', () => { if (!state.camera) stage.look(fitting(scene, ...stage.size())); });
  document.documentElement.dataset.ready = 'true';
}

Promise.all(fedIn(location.hash.slice(1)).map(fetchAround)).then(start);
