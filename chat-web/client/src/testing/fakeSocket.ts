import type { Socket } from '../connection/serverConnection';

export type Frame = Record<string, unknown> & { t: string };

/** One socket whose server side the test controls. */
export class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  readonly sent: Frame[] = [];
  closed = false;

  send(data: string) {
    this.sent.push(JSON.parse(data) as Frame);
  }

  close() {
    this.closed = true;
  }

  opens() {
    this.onopen?.call(this as unknown as WebSocket, new Event('open'));
  }

  delivers(frame: Frame) {
    this.onmessage?.call(this as unknown as WebSocket, { data: JSON.stringify(frame) } as MessageEvent);
  }

  closes(code = 1006, reason = '') {
    this.onclose?.call(this as unknown as WebSocket, { code, reason } as CloseEvent);
  }

  /** Opens the socket and answers `hello` with `welcome`. */
  welcomes(more: Record<string, unknown> = {}) {
    this.opens();
    const hello = this.only('hello');
    const recovered = Object.fromEntries(
      Object.keys((hello.resume as object | undefined) ?? {}).map((conv) => [conv, true]),
    );
    this.delivers({
      t: 'welcome',
      id: hello.id,
      version: hello.version,
      session: 's1',
      user: { id: 1, username: 'ada', displayName: 'Ada' },
      serverTime: new Date().toISOString(),
      limits: { body: 4000, frameBytes: 65536, sendsPerSecond: 50, sendsBurst: 500 },
      recovered,
      ...more,
    });
  }

  of(t: string) {
    return this.sent.filter((frame) => frame.t === t);
  }

  only(t: string): Frame {
    const [frame] = this.of(t);
    if (!frame) throw new Error(`no ${t} was sent`);
    return frame;
  }

  /** The last frame of that type. */
  last(t: string): Frame {
    const frame = this.of(t).at(-1);
    if (!frame) throw new Error(`no ${t} was sent`);
    return frame;
  }
}

/** Creates sockets and keeps them in order of creation. */
export class FakeNetwork {
  readonly sockets: FakeSocket[] = [];

  readonly open = () => {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket;
  };

  get latest(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  }
}
