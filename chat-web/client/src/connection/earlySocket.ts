import { helloText } from '../protocol/hello';
import type { Socket } from './serverConnection';

interface Events {
  welcomed(): void;
  closed(): void;
}

/**
 * A socket that says `hello` before the page is loaded. Once it is used, the page receives everything from the start, as
 * if the socket had just been opened; its own `hello`, which is the same, is not sent again.
 */
export class EarlySocket implements Socket {
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  private readonly hello: string;
  ageMs = 0;
  private readonly received: { event: MessageEvent; at: number }[] = [];
  private used = false;
  private greeted = false;

  constructor(
    private readonly socket: WebSocket,
    client: string,
    private readonly events: Events,
  ) {
    this.hello = helloText(1, { resume: {}, client });
    socket.onopen = () => socket.send(this.hello);
    socket.onmessage = (event) => this.receive(event);
    socket.onclose = (event) => {
      events.closed();
      this.onclose?.call(socket, event);
    };
  }

  /** Delivers everything from now on, once the caller has set the listeners. */
  use(): this {
    this.used = true;
    queueMicrotask(() => {
      this.onopen?.call(this.socket, new Event('open'));
      for (const { event, at } of this.received.splice(0)) {
        this.ageMs = performance.now() - at;
        this.onmessage?.call(this.socket, event);
      }
      this.ageMs = 0;
    });
    return this;
  }

  send(data: string) {
    if (this.greeted) return this.socket.send(data);
    this.greeted = true;
    // The page would expect an answer to something else: it opens another socket.
    if (data !== this.hello) this.socket.close();
  }

  close() {
    this.events.closed();
    this.socket.close();
  }

  private receive(event: MessageEvent) {
    if (this.used) return void this.onmessage?.call(this.socket, event);
    this.received.push({ event, at: performance.now() });
    if (this.received.length === 1 && isWelcome(event.data)) this.events.welcomed();
  }
}

function isWelcome(data: unknown) {
  try {
    const frame: unknown = JSON.parse(String(data));
    return typeof frame === 'object' && frame !== null && 't' in frame && frame.t === 'welcome';
  } catch {
    return false;
  }
}
