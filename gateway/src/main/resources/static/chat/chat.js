// The page: puts line, queue and log together.
import { button } from './cards.js';
import { Log } from './log.js';
import { Queue } from './queue.js';
import { store } from './store.js';
import { Wire } from './wire.js';
import { WORDS } from './words.js';

const LONGEST = 5000;
const COUNT_FROM = 4500;
const HISTORY = 30;
const by = (id) => document.getElementById(id);
const field = by('text');

let top = 0;
let base = 0;
let aim = 0;
let expecting = false;
let offline = false;
let noticeTimer = 0;

function notice(text, isCalm, ...buttons) {
  clearTimeout(noticeTimer);
  const line = by('notice');
  line.textContent = text;
  line.append(...buttons);
  line.classList.toggle('calm', Boolean(isCalm));
  line.hidden = !text;
}

function briefly(text, isCalm, millis) {
  notice(text, isCalm);
  noticeTimer = setTimeout(() => notice(''), millis);
}

const log = new Log(by('log'), by('talk'), by('replies'), by('newer'), {
  say,
  again: (id) => queue.again(id),
  remove: (id) => queue.settle(id, 'removed'),
  isOffline: () => offline,
  changed: () => { ['begin', 'before'].forEach((id) => { by(id).hidden = !log.isEmpty(); }); },
  wiped: () => { by('older').hidden = top === 0; field.focus(); },
});
const queue = new Queue((frame) => wire.send(frame), (entry) => log.unsent(entry));
const wire = new Wire(hello, take, state);

function hello() {
  // what is on the screen is not asked for again; a page that was just opened shows some of what was said before
  const known = top > 0 ? top : Math.max(0, store.last() - HISTORY);
  base = Math.max(top, store.last());
  return { t: 'hello', token: store.begin(), last: known };
}

function state(now) {
  offline = now === 'offline' || now === 'elsewhere';
  if (now === 'connecting') {
    notice('');
    noticeTimer = setTimeout(() => notice(WORDS.connecting, true), 2000);
  } else if (now === 'offline') {
    if (!by('notice').textContent.includes(WORDS.offline)) { notice('! ' + WORDS.offline); }
    queue.lineLost();
  } else if (now === 'elsewhere') {
    queue.lineLost();
    notice(WORDS.elsewhere, true, button(WORDS.useHere, '', () => wire.start()));
  } else if (by('notice').textContent.includes(WORDS.offline)) {
    briefly(WORDS.connected, true, 2000);
  } else {
    notice('');
  }
  queue.entries.forEach((entry) => log.unsent(entry));
}

function take(frame) {
  switch (frame.t) {
    case 'hello': greeted(frame.last); break;
    case 'item': item(frame); break;
    case 'past': log.item(frame, true, true); break;
    case 'kept': queue.settle(frame.id, 'kept'); break;
    case 'busy': queue.settle(frame.id, 'busy'); break;
    case 'refused': queue.settle(frame.id, 'refused'); break;
    case 'slow':
      queue.pause(frame.id, frame.after);
      briefly(WORDS.slow(Math.ceil(frame.after / 1000)), true, frame.after);
      break;
    default:
  }
  by('older').hidden = log.turns.size === 0 || log.first() <= 1;
}

function greeted(last) {
  if (last < base) {
    store.saw(last);
    base = last;
    briefly(WORDS.gone, false, 20000);
  }
  aim = last;
  const missed = last - base;
  expecting = missed > 0 && base > 0;
  if (missed > 0 && base > 0) {
    by('talk').setAttribute('aria-live', 'off');
    notice(WORDS.catchingUp(missed), true);
  }
  queue.pump();
}

function item(frame) {
  const isMissed = base > 0 && frame.seq > base && frame.seq <= aim;
  const isOwn = queue.entries.some((entry) => entry.id === frame.id);
  if (isMissed && expecting && !isOwn) {
    expecting = false;
    log.divide();
  }
  log.item(frame, frame.seq < aim, frame.seq <= base);
  if (frame.id) { queue.settle(frame.id, 'kept'); }
  top = Math.max(top, frame.seq);
  if (top > store.last()) { store.saw(top); }
  if (isMissed && frame.seq === aim) {
    log.toDivider();
    by('talk').removeAttribute('aria-live');
    briefly(WORDS.caughtUp(aim - base), true, 2000);
  }
}

function say(text) {
  if (queue.isFull()) {
    briefly(WORDS.full, false, 8000);
    return false;
  }
  store.begin();
  log.settle();
  log.undivide();
  queue.add(text);
  if (wire.stopped) { wire.start(); }
  return true;
}

function submit() {
  const text = field.value;
  if (text.trim() && say(text)) {
    field.value = '';
    typed();
  }
  field.focus();
}

function typed() {
  const left = LONGEST - field.value.length;
  by('count').hidden = field.value.length < COUNT_FROM;
  by('count').textContent = WORDS.left(left);
  field.style.height = 'auto';
  field.style.height = field.scrollHeight + 2 + 'px';
  store.keepDraft(field.value);
}

function looks() {
  const root = document.documentElement;
  const size = by('size');
  const theme = by('theme');
  const isDark = () => root.getAttribute('data-theme') === 'dark'
    || (!root.getAttribute('data-theme') && matchMedia('(prefers-color-scheme: dark)').matches);
  const show = () => {
    const isCare = root.getAttribute('data-size') === 'care';
    size.textContent = isCare ? WORDS.careOff : WORDS.care;
    size.setAttribute('aria-pressed', String(isCare));
    theme.textContent = isDark() ? WORDS.light : WORDS.dark;
    typed();
  };
  size.addEventListener('click', () => { store.look('size', root.getAttribute('data-size') === 'care' ? '' : 'care'); show(); });
  theme.addEventListener('click', () => { store.look('theme', isDark() ? 'light' : 'dark'); show(); });
  show();
}

function menu() {
  const sheet = by('menu');
  const forget = by('forget');
  const close = () => {
    sheet.open = false;
    forget.textContent = WORDS.forgetAll;
    by('forget-effect').hidden = true;
  };
  by('help').addEventListener('click', () => {
    close();
    by('begin').hidden = false;
    by('log').scrollTop = 0;
    by('intro').focus();
  });
  by('clear').addEventListener('click', () => { close(); log.wipe(); });
  forget.addEventListener('click', () => {
    if (by('forget-effect').hidden) {
      by('forget-effect').textContent = WORDS.forgetEffect;
      by('forget-effect').hidden = false;
      forget.textContent = WORDS.forgetSure;
    } else {
      wire.stop();
      store.forget();
      location.reload();
    }
  });
  document.addEventListener('click', (event) => { if (!sheet.contains(event.target)) { close(); } });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && sheet.open) {
      close();
      sheet.firstElementChild.focus();
    }
  });
}

/** The keyboard of a phone covers the page where the engine does not shrink it. */
function keyboard() {
  const view = window.visualViewport;
  if (!view) { return; }
  const fit = () => {
    if (view.scale > 1.01) { return; }
    document.body.style.height = view.height < window.innerHeight - 1 ? view.height + 'px' : '';
    window.scrollTo(0, 0);
  };
  view.addEventListener('resize', fit);
  window.addEventListener('resize', fit);
}

function begin() {
  ['tools', 'begin', 'composer'].forEach((id) => { by(id).hidden = false; });
  WORDS.starters.forEach((text) => by('starters').append(button(text, '', () => say(text))));
  by('composer').addEventListener('submit', (event) => { event.preventDefault(); submit(); });
  by('older').addEventListener('click', () => wire.send({ t: 'older', before: log.turns.size ? log.first() : top + 1 }));
  field.addEventListener('input', typed);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      submit();
    }
  });
  field.value = store.draft();
  looks();
  menu();
  keyboard();
  queue.entries.forEach((entry) => log.unsent(entry));
  if (store.token()) { wire.start(); }
}

begin();
