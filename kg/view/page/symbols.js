// Each family of classes has a shape, a sign and a colour of its own: any two of the three tell it apart.
// Paths lie in a box from -12 to 12.
const round = 'M0-12A12 12 0 1 1 0 12A12 12 0 1 1 0-12Z';
const square = 'M-8-11.5H8Q11.5-11.5 11.5-8V8Q11.5 11.5 8 11.5H-8Q-11.5 11.5-11.5 8V-8Q-11.5-11.5-8-11.5Z';
const symbols = {
  person: [round, 'M0-7.5A3.4 3.4 0 1 1 0-.7 3.4 3.4 0 1 1 0-7.5ZM-6.5 6.8C-6.5 2.6-3.6.9 0 .9S6.5 2.6 6.5 6.8Z'],
  party: [square, 'M0-7.5L1.76-2.43 7.13-2.32 2.85.93 4.41 6.07 0 3-4.41 6.07-2.85.93-7.13-2.32-1.76-2.43Z'],
  state: ['M-5-12H5L12-5V5L5 12H-5L-12 5V-5Z',
    'M0-7.5L7.5-3.2V-1.8H-7.5V-3.2ZM-5.8-.6H-3.6V4H-5.8ZM-1.1-.6H1.1V4H-1.1ZM3.6-.6H5.8V4H3.6ZM-7.5 5H7.5V7H-7.5Z'],
  body: [square, 'M-2.5-7H2.5V-2.5H.8V-.4H6V1.8H7.3V6.8H2.6V1.8H4.2V1.3H-4.2V1.8H-2.6V6.8H-7.3V1.8H-6V-.4H-.8V-2.5H-2.5Z'],
  office: ['M0-12.5L12-3.5 7.5 11H-7.5L-12-3.5Z', 'M-2.6-6H2.6V-3.6H6.4V5.6H-6.4V-3.6H-2.6ZM-1.2-4.7V-3.6H1.2V-4.7Z'],
  meeting: ['M-12.5 0L-6.2-11H6.2L12.5 0 6.2 11H-6.2Z',
    'M0-6.4A2.5 2.5 0 1 1 0-1.4 2.5 2.5 0 1 1 0-6.4ZM-4.2 5.6C-4.2 1.6-2.2-.2 0-.2S4.2 1.6 4.2 5.6Z' +
    'M-6.2-4A1.8 1.8 0 1 1-6.2-.4 1.8 1.8 0 1 1-6.2-4ZM6.2-4A1.8 1.8 0 1 1 6.2-.4 1.8 1.8 0 1 1 6.2-4Z' +
    'M-8.8 4.4C-8.8 1.6-7.6.6-6.2.6-5.6.6-5 .8-4.6 1.2-5.2 2.2-5.4 3.2-5.4 4.4ZM8.8 4.4C8.8 1.6 7.6.6 6.2.6 5.6.6 5 .8 4.6 1.2 5.2 2.2 5.4 3.2 5.4 4.4Z'],
  document: ['M-9-12H4L10-6V12H-9Z', 'M-5.5-5H1V-3.4H-5.5ZM-5.5-.8H6.5V.8H-5.5ZM-5.5 3.4H6.5V5H-5.5Z'],
  award: ['M0-13.5L13.5 0 0 13.5-13.5 0Z', 'M-4.6-7.4H-1.5L0-3.6 1.5-7.4H4.6L2-1.4A4.8 4.8 0 1 1-2-1.4Z'],
  recipients: ['M-5-9.5H5A9.5 9.5 0 0 1 5 9.5H-5A9.5 9.5 0 0 1-5-9.5Z',
    'M-4-6A2.6 2.6 0 1 1-4-.8 2.6 2.6 0 1 1-4-6ZM4-6A2.6 2.6 0 1 1 4-.8 2.6 2.6 0 1 1 4-6ZM-8.6 5C-8.6 1.6-6.6.3-4 .3S.1 1.6.4 3.6C.9 1.6 2 .3 4 .3 6.6.3 8.6 1.6 8.6 5Z'],
  movement: ['M-11-11H11V2Q11 9 0 13-11 9-11 2Z', 'M-5.4-7.4H-3.8V7.4H-5.4ZM-2.9-7C-.3-8.4 1.9-4.8 6.3-6.6V.8C1.9 2.6-.3-1-2.9.4Z'],
  figure: ['M-12-8.5H12V8.5H-12Z', 'M-7 .6H-3.4V5.6H-7ZM-1.8-2.8H1.8V5.6H-1.8ZM3.4-5.8H7V5.6H3.4Z'],
  place: ['M0 13.5C-4 7.5-10.5 3-10.5-3A10.5 10.5 0 0 1 10.5-3C10.5 3 4 7.5 0 13.5Z', 'M0-7A3.8 3.8 0 1 1 0 .6 3.8 3.8 0 1 1 0-7Z'],
  article: ['M-11-12H11V12H-11Z', 'M-7.5-8H7.5V-2.5H-7.5ZM-7.5 0H7.5V1.6H-7.5ZM-7.5 3.6H7.5V5.2H-7.5ZM-7.5 7.2H3V8.8H-7.5Z'],
  other: [round, 'M0-4A4 4 0 1 1 0 4 4 4 0 1 1 0-4Z'],
};
const symbolOf = group => symbols[group] || symbols.other;
const colorOf = group => palette[group] || palette.other;

// Colours stand once, in the style sheet; the picture reads them from there.
let palette = {};
function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = [...Object.keys(symbols), 'ink', 'muted', 'paper', 'line', 'accent', 'sign', 'wash'];
  palette = Object.fromEntries(names.map(name => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function swatch(group, size = 20) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of [['viewBox', '-14 -14 28 28'], ['width', size], ['height', size], ['aria-hidden', 'true'], ['class', 'swatch']]) {
    svg.setAttribute(name, value);
  }
  symbolOf(group).forEach((shape, index) => {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', shape);
    path.setAttribute('class', index ? 'sign' : `fill-${symbols[group] ? group : 'other'}`);
    svg.append(path);
  });
  return svg;
}
