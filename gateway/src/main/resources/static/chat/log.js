// The talk on the screen: turns in the order of their numbers, unsent words below them, and the reader's place kept.
import { answerOf, button, choicesOf, make } from './cards.js';
import { WORDS } from './words.js';

const ZONE = 'Asia/Shanghai';
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const NEAR = 80;

export const timeOf = (at) => TIME.format(at);

function dayOf(at) {
  const [year, month, day] = DAY.format(at).split('-').map(Number);
  const word = `${month}月${day}日`;
  if (DAY.format(at) === DAY.format(Date.now())) { return WORDS.today; }
  if (DAY.format(at) === DAY.format(Date.now() - 86400000)) { return WORDS.yesterday; }
  return DAY.format(at).slice(0, 4) === DAY.format(Date.now()).slice(0, 4) ? word : `${year}年${word}`;
}

export class Log {
  constructor(view, talk, replies, newer, act) {
    this.view = view;
    this.talk = talk;
    this.replies = replies;
    this.newer = newer;
    this.act = act;
    this.turns = new Map();
    this.mine = new Map();
    this.unread = 0;
    this.live = null;
    this.divider = null;
    this.holds = false;
    this.follows = true;
    view.addEventListener('scroll', () => {
      this.follows = this.isAtEnd();
      if (this.follows) { this.read(); }
    });
    // a keyboard that opens or a larger type must not hide what is read
    const sizes = new ResizeObserver(() => { if (this.follows && !this.holds && !this.isEmpty()) { this.toEnd(); } });
    [view, talk, replies].forEach((one) => sizes.observe(one));
    newer.firstElementChild.addEventListener('click', () => this.toEnd());
  }

  isEmpty() {
    return this.turns.size + this.mine.size === 0;
  }

  first() {
    return this.turns.size ? Math.min(...this.turns.keys()) : 0;
  }

  isAtEnd() {
    return this.view.scrollHeight - this.view.scrollTop - this.view.clientHeight < NEAR;
  }

  toEnd() {
    this.view.scrollTop = this.view.scrollHeight;
    this.follows = true;
    this.read();
  }

  read() {
    this.unread = 0;
    this.newer.hidden = true;
  }

  /** Does what changes the talk, and leaves the reader where they were unless they follow the end. */
  steady(change, counts) {
    const follows = this.follows;
    const anchor = [...this.talk.children].find((one) => one.offsetTop + one.offsetHeight > this.view.scrollTop);
    const before = anchor ? anchor.getBoundingClientRect().top : 0;
    change();
    this.act.changed();
    if (follows && !this.holds) {
      this.toEnd();
    } else {
      if (anchor && anchor.isConnected) { this.view.scrollTop += anchor.getBoundingClientRect().top - before; }
      this.unread += counts ? 1 : 0;
      this.newer.hidden = this.isAtEnd();
      this.newer.firstElementChild.textContent = WORDS.newer(this.unread);
    }
  }

  /** What was said while the page was away stands below a line. */
  divide() {
    this.undivide();
    this.divider = make('div', 'divider', WORDS.fresh);
    this.divider.setAttribute('role', 'separator');
    this.talk.insertBefore(this.divider, this.firstUnsent());
    this.holds = true;
  }

  undivide() {
    if (this.divider) { this.divider.remove(); }
    this.divider = null;
    this.holds = false;
  }

  /** The reader begins at the line; from here on the end is followed again. */
  toDivider() {
    if (this.holds) {
      this.holds = false;
      this.view.scrollTop = this.divider.offsetTop - 8;
      this.follows = this.isAtEnd();
      this.newer.hidden = this.isAtEnd();
    }
  }

  firstUnsent() {
    return [...this.mine.values()].find((one) => one.parentElement === this.talk) || null;
  }

  /** Past items have nothing to press; old ones were read before, so that they are not counted either. */
  item(item, isPast, isOld) {
    if (this.turns.has(item.seq)) { return; }
    this.steady(() => this.put(item, isPast), !isOld && Boolean(item.text));
  }

  put(item, isPast) {
    const turn = make('div', 'turn');
    const later = [...this.turns.keys()].filter((seq) => seq > item.seq);
    const next = later.length ? this.turns.get(Math.min(...later)) : this.firstUnsent();
    this.turns.set(item.seq, turn);
    turn.dataset.day = dayOf(item.at);
    this.talk.insertBefore(turn, next);
    if (item.said) { this.own(turn, item); }
    if (item.progress) { turn.append(make('p', 'progress', item.progress)); }
    if (item.text || item.choices) { this.answer(turn, item, isPast); }
    this.days();
  }

  own(turn, item) {
    const known = this.mine.get(item.id);
    if (known) {
      this.mine.delete(item.id);
      turn.append(known);
      this.mark(known, WORDS.kept(timeOf(item.at)));
      if (item.text) { setTimeout(() => this.mark(known, ''), 4000); }
    } else {
      turn.append(this.bubble(item.said));
    }
  }

  answer(turn, item, isPast) {
    const bubble = answerOf(item, (text) => this.act.say(text), () => this.wipe());
    if (item.card === 'emergency' && !isPast) { bubble.setAttribute('role', 'alert'); }
    turn.append(bubble);
    if (isPast) {
      bubble.querySelectorAll('.once').forEach((one) => one.remove());
      return;
    }
    this.settle();
    this.live = turn;
    if (item.choices) {
      const choices = choicesOf(item, (text) => this.act.say(text));
      // heard with the answer, and seen once they can no longer be pressed
      turn.append(make('p', 'past-choices apart', [...choices.children].map((one) => one.textContent.replace(' ', '\u00a0')).join(' · ')));
      this.replies.append(choices);
    }
  }

  /** Something else was said: what could be pressed becomes text. */
  settle() {
    if (!this.live) { return; }
    const turn = this.live;
    this.live = null;
    if ([turn, this.replies].some((one) => one.contains(document.activeElement))) { this.talk.focus({ preventScroll: true }); }
    turn.querySelectorAll('.once').forEach((one) => one.remove());
    turn.querySelectorAll('.past-choices').forEach((one) => one.classList.remove('apart'));
    this.replies.replaceChildren();
  }

  bubble(text) {
    const mine = make('div', 'mine');
    mine.setAttribute('aria-live', 'off');
    const bubble = make('div', 'bubble');
    bubble.append(make('span', 'apart', WORDS.mine), ...text.split('\n').map((line) => make('p', '', line || ' ')));
    mine.append(bubble, make('div', 'mark'));
    return mine;
  }

  mark(mine, text, ...buttons) {
    mine.classList.toggle('failed', text.startsWith('!'));
    const mark = mine.querySelector('.mark');
    mark.textContent = text;
    mark.append(...buttons);
    mark.hidden = !text;
  }

  /** Shows how far an unsent entry has come. */
  unsent(entry) {
    let mine = this.mine.get(entry.id);
    if (!mine) {
      if (entry.state === 'kept' || entry.state === 'removed') { return; }
      mine = this.bubble(entry.text);
      this.mine.set(entry.id, mine);
      this.steady(() => this.talk.append(mine), false);
      this.toEnd();
    }
    this.steady(() => this.state(mine, entry), false);
  }

  state(mine, entry) {
    const again = () => button(WORDS.again, '', () => this.act.again(entry.id));
    const remove = () => button(WORDS.remove, 'plain', () => this.act.remove(entry.id));
    switch (entry.state) {
      case 'waiting': this.act.isOffline() ? this.mark(mine, WORDS.waiting, remove()) : this.mark(mine, ''); break;
      case 'sending':
        this.mark(mine, '');
        setTimeout(() => { if (entry.state === 'sending') { this.mark(mine, WORDS.sending); } }, 1000);
        break;
      case 'busy': this.mark(mine, WORDS.busy, again()); break;
      case 'failed': this.mark(mine, WORDS.failed, again()); break;
      case 'refused': this.mark(mine, WORDS.tooLong, remove()); break;
      case 'kept': this.mark(mine, WORDS.kept(timeOf(Date.now()))); break;
      case 'removed':
        this.mine.delete(entry.id);
        mine.remove();
        break;
      default:
    }
  }

  days() {
    this.talk.querySelectorAll('.day').forEach((one) => one.remove());
    let day = '';
    [...this.turns.keys()].sort((a, b) => a - b).forEach((seq) => {
      const turn = this.turns.get(seq);
      if (turn.dataset.day !== day) {
        day = turn.dataset.day;
        this.talk.insertBefore(make('h2', 'day', day), turn);
      }
    });
  }

  /** Takes everything off the screen; it stays where it is kept. */
  wipe() {
    this.settle();
    this.undivide();
    [...this.turns.values()].forEach((turn) => turn.remove());
    this.turns.clear();
    this.days();
    this.read();
    this.act.wiped();
  }
}
