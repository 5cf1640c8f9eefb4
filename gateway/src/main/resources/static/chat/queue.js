// What was said and is not known to be kept: one at a time in its order, under a name that never changes.
import { randomName, store } from './store.js';

const MOST = 20;
const ANSWER_MS = 30000;

export class Queue {
  /** Entries are {id, text, at, state}; state is waiting, sending, busy, failed or refused. */
  constructor(send, onChange) {
    this.send = send;
    this.onChange = onChange;
    this.pausedUntil = 0;
    this.entries = store.unsent().map((entry) => Object.assign(entry, { state: entry.state === 'sending' ? 'waiting' : entry.state }));
  }

  isFull() {
    return this.entries.length >= MOST;
  }

  add(text) {
    const entry = { id: randomName(12), text, at: Date.now(), state: 'waiting' };
    this.entries.push(entry);
    this.changed(entry);
    this.pump();
  }

  pump() {
    const under = this.entries.some((entry) => entry.state === 'sending');
    const next = this.entries.find((entry) => entry.state === 'waiting');
    if (under || !next || Date.now() < this.pausedUntil) { return; }
    if (this.send({ t: 'say', id: next.id, text: next.text })) {
      next.state = 'sending';
      this.changed(next);
      setTimeout(() => { if (next.state === 'sending') { this.settle(next.id, 'failed'); } }, ANSWER_MS);
    }
  }

  /** The line is gone: what was under way may or may not have arrived. */
  lineLost() {
    this.entries.filter((entry) => entry.state === 'sending').forEach((entry) => {
      entry.state = 'waiting';
      this.changed(entry);
    });
  }

  settle(id, state) {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) { return; }
    entry.state = state;
    if (state === 'kept' || state === 'removed') { this.entries.splice(this.entries.indexOf(entry), 1); }
    this.changed(entry);
    this.pump();
  }

  pause(id, millis) {
    this.pausedUntil = Date.now() + millis;
    this.settle(id, 'waiting');
    setTimeout(() => this.pump(), millis + 50);
  }

  again(id) {
    this.settle(id, 'waiting');
  }

  changed(entry) {
    store.keepUnsent(this.entries);
    this.onChange(entry);
  }
}
