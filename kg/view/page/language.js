// Vietnamese first, English beside it. Texts of the template carry their English in data-en attributes.
let language = 'vi';
const say = pair => pair ? pair[language === 'en' ? 1 : 0] : '';
const both = (vi, en) => language === 'en' ? en : vi;

function speak(wanted) {
  language = wanted;
  document.documentElement.lang = wanted;
  swap('en', element => element, 'textContent');
  for (const [name, attribute] of [['enLabel', 'aria-label'], ['enTitle', 'title'], ['enPlaceholder', 'placeholder']]) {
    swap(name, null, attribute);
  }
  document.getElementById('picture')?.setAttribute('aria-roledescription', both('mạng tri thức', 'knowledge network'));
}

function swap(name, text, attribute) {
  const attributes = {en: 'data-en', enLabel: 'data-en-label', enTitle: 'data-en-title', enPlaceholder: 'data-en-placeholder'};
  for (const element of document.querySelectorAll(`[${attributes[name]}]`)) {
    const own = `vi${name.slice(2)}`;
    element.dataset[own] ??= text ? element.textContent : element.getAttribute(attribute);
    const words = language === 'en' ? element.dataset[name] : element.dataset[own];
    if (text) element.textContent = words; else element.setAttribute(attribute, words);
  }
}

// As people type when they search: small letters, no accents.
function fold(text) {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/đ/g, 'd');
}

const number = value => value.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN');

function day(iso) {
  const [year, month, date] = iso.split('-').map(Number);
  if (!date) return iso;
  const months = 'January February March April May June July August September October November December'.split(' ');
  return language === 'en' ? `${date} ${months[month - 1]} ${year}` : `${date}/${month}/${year}`;
}

// Elements from words: text is always text, never markup.
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

function announce(text) {
  document.getElementById('status').textContent = text;
}

let noticeTimer = 0;
function notify(text) {
  const notice = document.getElementById('notice');
  notice.textContent = text;
  notice.hidden = false;
  announce(text);
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { notice.hidden = true; }, 4000);
}
