// Makes elements of an answer. Text only ever becomes text.
import { WORDS } from './words.js';

const NUMBER = /LZ\d{8}-\d{4,}/;
const SLOT = /^([^：:，。\s]{1,6})[：:]\s*(.*)$/;
/** One of several things under a slot. */
const ONE_OF = /^\d+\. /;
const PARTS = /(https?:\/\/[^\s，。；、）」]+|LZ\d{8}-\d{4,})/;

export function make(name, className, text) {
  const element = document.createElement(name);
  if (className) { element.className = className; }
  if (text !== undefined) { element.textContent = text; }
  return element;
}

export function button(text, className, onClick) {
  const element = make('button', 'button ' + (className || ''), text);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}

/** One line of text, in which an address of the web can be followed and a number is not broken. */
function paragraph(line) {
  const element = make('p');
  line.split(PARTS).forEach((part) => {
    if (/^https?:\/\//.test(part)) {
      const link = make('a', '', part);
      link.href = part;
      link.rel = 'noreferrer noopener';
      link.target = '_blank';
      element.append(link);
    } else if (NUMBER.test(part)) {
      element.append(make('span', 'number-inline', part));
    } else {
      element.append(part);
    }
  });
  return element;
}

function lines(text) {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function readback(card, text, say) {
  let list = null;
  let value = null;
  lines(text).forEach((line, at, all) => {
    const found = SLOT.exec(line);
    const slot = found && (found[2] || ONE_OF.test(all[at + 1])) ? found : null;
    if (value && ONE_OF.test(line)) {
      value.append(make('p', '', line));
      return;
    }
    if (!slot) {
      list = null;
      value = null;
      card.append(card.childElementCount ? paragraph(line) : make('h3', '', line));
      return;
    }
    if (!list) {
      list = make('dl');
      card.append(list);
    }
    const row = make('div', 'slot');
    const change = button(WORDS.change, 'plain once', () => say(WORDS.changeSlot(slot[1])));
    change.setAttribute('aria-label', WORDS.changeSlot(slot[1]));
    value = make('dd', '', slot[2]);
    row.append(make('dt', '', slot[1]), value, change);
    list.append(row);
  });
}

function consent(card, text) {
  const all = lines(text);
  card.append(make('h3', '', all[0]));
  const list = make('ul');
  all.slice(1).filter((line) => !WORDS.version.test(line)).forEach((line) => {
    const item = make('li');
    item.append(...paragraph(line.replace(/^[·•\-]\s*/, '')).childNodes);
    list.append(item);
  });
  card.append(list, ...all.filter((line) => WORDS.version.test(line)).map((line) => make('p', 'version', line)));
}

function copy(number, shown, told) {
  const byHand = () => {
    getSelection().selectAllChildren(shown);
    told(document.execCommand('copy') ? WORDS.copied : WORDS.copyByHand);
  };
  if (navigator.clipboard) {
    navigator.clipboard.writeText(number).then(() => told(WORDS.copied), byHand);
  } else {
    byHand();
  }
}

/** A line that names a number, which can be copied; it stands there once. */
function numbered(line) {
  const row = make('div', 'number-row');
  const words = paragraph(line);
  const shown = words.querySelector('.number-inline');
  shown.className = 'number';
  const press = button(WORDS.copy, '', () => copy(shown.textContent, shown, (word) => { press.textContent = word; }));
  row.append(words, press);
  return row;
}

function filed(card, text) {
  lines(text).forEach((line) => card.append(NUMBER.test(line) ? numbered(line) : paragraph(line)));
}

/** 110, 12345, 96110: three digits from 1, or five from 12, 95 or 96. */
function callable(text) {
  const found = text.match(/\d+/g) || [];
  return found.filter((digits, at) => /^(1\d\d|(12|95|96)\d{3})$/.test(digits) && found.indexOf(digits) === at);
}

function emergency(card, text, wipe) {
  callable(text).forEach((number, at) => {
    const call = make('a', 'button call' + (at === 0 ? ' primary biggest' : ''), WORDS.call(number));
    call.href = 'tel:' + number;
    card.append(call);
  });
  lines(text).forEach((line) => card.append(paragraph(line)));
  card.append(button(WORDS.wipe, '', wipe));
}

const CARDS = ['consent', 'readback', 'filed', 'emergency'];

/** The bubble or card of one answer. */
export function answerOf(item, say, wipe) {
  const card = CARDS.includes(item.card) ? item.card : '';
  const bubble = make('div', card ? 'bubble card ' + card : 'bubble');
  bubble.setAttribute('role', 'group');
  bubble.setAttribute('aria-label', WORDS.answer);
  switch (card) {
    case 'readback': readback(bubble, item.text, say); break;
    case 'consent': consent(bubble, item.text); break;
    case 'filed': filed(bubble, item.text); break;
    case 'emergency': emergency(bubble, item.text, wipe); break;
    default: item.text.split('\n').forEach((line) => bubble.append(paragraph(line)));
  }
  return bubble;
}

/** Buttons with the numbers that can also be written. */
export function choicesOf(item, say) {
  const group = make('div', 'choices');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', WORDS.choices);
  item.choices.forEach((choice, at) => {
    // a number before a date would be read as part of it
    const label = `${at + 1}${/^\d/.test(choice.label) ? '.' : ''} ${choice.label}`;
    group.append(button(label, '', () => say(choice.send)));
  });
  return group;
}
