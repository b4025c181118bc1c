// What one sees, as a value; it lives in the page's address, so that a link shows the same. Undo is the way back.
const lists = ['off', 'quiet', 'articles', 'outlets', 'hidden', 'shown'];
// `fed` are the things of which a server was asked, by IRI: another reader's page asks for them first.
const blank = () => ({view: 'picture', chosen: '', place: '', from: '', to: '', support: 1, alone: false, path: [], around: [], fed: new Set(),
  pins: new Map(), camera: null, lang: 'vi', theme: document.documentElement.dataset.theme, ...Object.fromEntries(lists.map(name => [name, new Set()]))});
const firstTheme = document.documentElement.dataset.theme;
let state = blank();
let depth = 0;

function encode(of) {
  const query = new URLSearchParams();
  const put = (name, value) => { if (value) query.set(name, value); };
  put('view', of.view === 'picture' ? '' : of.view);
  put('lang', of.lang === 'vi' ? '' : of.lang);
  put('theme', of.theme === firstTheme ? '' : of.theme);
  for (const name of ['chosen', 'place', 'from', 'to']) put(name, of[name]);
  put('support', of.support > 1 ? of.support : '');
  put('alone', of.alone ? '1' : '');
  for (const name of lists) put(name, [...of[name]].join('.'));
  put('fed', [...of.fed].join(' '));
  put('path', of.path.join('.'));
  put('around', of.around.join('.'));
  put('pins', [...of.pins].map(([key, [x, y]]) => `${key}_${Math.round(x)}_${Math.round(y)}`).join('.'));
  put('camera', of.camera ? of.camera.map(value => +value.toFixed(2)).join('_') : '');
  return query.toString();
}

function decode(text) {
  const query = new URLSearchParams(text), made = blank();
  const get = name => query.get(name) || '', parts = name => get(name).split('.').filter(Boolean);
  made.view = get('view') === 'table' ? 'table' : 'picture';
  made.lang = get('lang') === 'en' ? 'en' : 'vi';
  made.theme = ['light', 'dark', 'auto'].includes(get('theme')) ? get('theme') : firstTheme;
  for (const name of ['chosen', 'place', 'from', 'to']) made[name] = get(name);
  made.support = Math.max(1, Number(get('support')) || 1);
  made.alone = get('alone') === '1';
  for (const name of lists) made[name] = new Set(parts(name));
  made.fed = new Set(fedIn(text));
  made.path = parts('path').filter(key => thingByKey.has(key)).slice(0, 2);
  made.around = thingByKey.has(parts('around')[0]) ? [parts('around')[0], Number(parts('around')[1]) || 1] : [];
  for (const pin of parts('pins').map(one => one.split('_'))) {
    if (thingByKey.has(pin[0]) && pin.slice(1).every(value => Number.isFinite(+value))) made.pins.set(pin[0], [+pin[1], +pin[2]]);
  }
  const camera = get('camera').split('_').map(Number);
  made.camera = camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0 ? camera : null;
  return made;
}

// Change what is seen. `change` alters a copy; the step can be undone unless it is a small one (as moving about).
function act(change, small = false) {
  const next = decode(encode(state));
  change(next);
  const before = state;
  state = next;
  const address = `#${encode(state)}`;
  if (address !== (location.hash || '#')) {
    if (!small) depth += 1;
    history[small ? 'replaceState' : 'pushState']({depth}, '', address);
  }
  show(before);
}

function undo() {
  if (depth > 0) history.back();
  else notify(both('Không còn gì để hoàn tác', 'Nothing to undo'));
}

function startState() {
  state = decode(location.hash.slice(1));
  depth = history.state?.depth || 0;
  history.replaceState({depth}, '');
  const follow = () => {
    depth = history.state?.depth || 0;
    const before = state;
    state = decode(location.hash.slice(1));
    show(before);
  };
  addEventListener('popstate', follow);
}
