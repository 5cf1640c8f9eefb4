// The line to the server: says hello, notices silence, comes back by itself.
const SILENT_MS = 20000;
const ASK_MS = 17000;
const RETRY_MS = [500, 1000, 2000, 4000, 8000, 15000];

export class Wire {
  /** The page tells what it is (hello) and hears of frames and of the state: connecting, open, offline, elsewhere. */
  constructor(hello, onFrame, onState) {
    this.hello = hello;
    this.onFrame = onFrame;
    this.onState = onState;
    this.socket = null;
    this.open = false;
    this.stopped = true;
    this.tries = 0;
    this.heard = 0;
    this.timer = 0;
    setInterval(() => this.listen(), 1000);
    window.addEventListener('online', () => this.now());
    window.addEventListener('offline', () => this.lost());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) { this.now(); } });
  }

  start() {
    this.stopped = false;
    this.connect();
  }

  stop() {
    this.stopped = true;
    this.drop();
  }

  send(frame) {
    if (!this.open) { return false; }
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  connect() {
    clearTimeout(this.timer);
    if (this.stopped || this.socket) { return; }
    this.onState(this.tries === 0 ? 'connecting' : 'offline');
    const socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/chat');
    this.socket = socket;
    this.heard = Date.now();
    socket.onopen = () => socket.send(JSON.stringify(this.hello()));
    socket.onmessage = (event) => { if (socket === this.socket) { this.take(JSON.parse(event.data)); } };
    socket.onclose = () => { if (socket === this.socket) { this.lost(); } };
  }

  take(frame) {
    this.heard = Date.now();
    if (frame.t === 'hello') {
      this.open = true;
      this.tries = 0;
      this.onState('open');
    } else if (frame.t === 'elsewhere') {
      this.stop();
      this.onState('elsewhere');
      return;
    }
    this.onFrame(frame);
  }

  listen() {
    if (!this.socket) { return; }
    const silent = Date.now() - this.heard;
    if (silent >= SILENT_MS) {
      this.lost();
    } else if (silent >= ASK_MS) {
      this.send({ t: 'beat' });
    }
  }

  lost() {
    this.drop();
    if (this.stopped) { return; }
    const wait = RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)];
    this.tries += 1;
    this.onState('offline');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), wait / 2 + Math.random() * wait / 2);
  }

  /** Somebody looks or the network says it is back: no reason to wait. */
  now() {
    if (!this.stopped && !this.socket) { this.connect(); }
  }

  drop() {
    const socket = this.socket;
    this.socket = null;
    this.open = false;
    if (socket) { socket.close(); }
  }
}
