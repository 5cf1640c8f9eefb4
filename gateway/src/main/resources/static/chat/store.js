// What the page keeps: for good only after the first message was sent, and for the tab what was not sent yet.
const PREFIX = 'liaison.';

function drawer(open) {
  const spare = new Map();
  const real = () => { try { return open(); } catch (blocked) { return null; } };
  return {
    get(key) {
      try { return real().getItem(PREFIX + key); } catch (blocked) { return spare.has(key) ? spare.get(key) : null; }
    },
    set(key, value) {
      try { real().setItem(PREFIX + key, value); } catch (blocked) { spare.set(key, value); }
    },
    clear() {
      spare.clear();
      try {
        const box = real();
        Object.keys(box).filter((key) => key.startsWith(PREFIX)).forEach((key) => box.removeItem(key));
      } catch (blocked) { /* nothing is there */ }
    },
  };
}

const lasting = drawer(() => window.localStorage);
const passing = drawer(() => window.sessionStorage);

/** 144 random bits or more, as letters that need no escape. */
export function randomName(bytes) {
  const raw = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...raw)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export const store = {
  token: () => lasting.get('token') || '',
  /** The page becomes somebody; what was chosen so far is kept from now on. */
  begin() {
    if (!this.token()) {
      lasting.set('token', randomName(24));
      ['theme', 'size'].forEach((name) => this.keepLook(name));
    }
    return this.token();
  },
  last: () => Number(lasting.get('last') || 0),
  saw(seq) {
    lasting.set('last', String(seq));
  },
  look(name, value) {
    if (value) { document.documentElement.setAttribute('data-' + name, value); } else { document.documentElement.removeAttribute('data-' + name); }
    if (this.token()) { this.keepLook(name); }
  },
  keepLook(name) {
    lasting.set(name, document.documentElement.getAttribute('data-' + name) || '');
  },
  unsent: () => JSON.parse(passing.get('unsent') || '[]'),
  keepUnsent(entries) {
    passing.set('unsent', JSON.stringify(entries));
  },
  draft: () => passing.get('draft') || '',
  keepDraft(text) {
    if (this.token()) { passing.set('draft', text); }
  },
  forget() {
    lasting.clear();
    passing.clear();
  },
};
