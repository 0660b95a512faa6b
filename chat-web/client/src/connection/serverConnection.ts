import type { ClientFrame, Resume, ServerFrame, WelcomeFrame } from '../protocol/frames';
import { parseFrame } from '../protocol/frames';
import type { Hello } from '../protocol/hello';
import { helloText } from '../protocol/hello';
import { fullJitter } from './backoff';
import { Heartbeat } from './heartbeat';

/** The part of WebSocket that is used. `ageMs`: how long a socket has kept the frame that it delivers. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'> & {
  readonly ageMs?: number;
};

/** connecting → open → waiting → connecting and so on. `ended` is final: the session is over. */
export type ConnectionPhase = 'connecting' | 'open' | 'waiting' | 'ended';

export interface ConnectionStatus {
  phase: ConnectionPhase;
  /** Number of consecutive failed attempts. */
  attempt: number;
  /** The server announced a restart. */
  restarting?: boolean;
}

export type EndReason = 'signed out' | 'token expired';

export interface ConnectionEvents {
  /** What `hello` contains: the positions to resume from, and who this is. Called before each. */
  hello(): Hello;
  /** @param ageMs how long ago the frame was received */
  welcomed(welcome: WelcomeFrame, requested: Resume, ageMs: number): void;
  frame(frame: ServerFrame): void;
  changed(status: ConnectionStatus): void;
  /** The server closed the socket before `welcome`. The session may be over: scripts cannot see a 401 of the handshake. */
  handshakeFailed(): void;
  ended(reason: EndReason): void;
}

const WELCOME_TIMEOUT_MS = 15_000;
const STABLE_AFTER_MS = 10_000;
const CLOSE_TIMEOUT_MS = 5_000;
/** After this many failed attempts a restart is reported as a lost connection. */
const MAX_RESTART_ATTEMPTS = 7;

/** Keeps one WebSocket to the server open until the session ends. */
export class ServerConnection {
  private socket?: Socket;
  private phase: ConnectionPhase = 'waiting';
  private attempt = 0;
  private timer?: ReturnType<typeof setTimeout>;
  private openedAt = 0;
  private closing = false;
  private restarting = false;
  private reconnectAfterMs?: number;
  private lastId = 0;
  private helloId = 0;
  private requested: Resume = {};
  private readonly heartbeat = new Heartbeat(
    () => this.send({ t: 'ping' }),
    () => this.drop(),
  );

  constructor(
    private readonly openSocket: () => Socket,
    private readonly events: ConnectionEvents,
    private readonly random: () => number = Math.random,
  ) {}

  start() {
    if (this.phase !== 'ended') this.connect();
  }

  stop() {
    this.release();
    this.enter('ended');
  }

  nextId() {
    return ++this.lastId;
  }

  /** Returns false if the frame cannot be sent now. */
  send(frame: ClientFrame): boolean {
    if (this.phase !== 'open' || (this.closing && frame.t !== 'ping')) return false;
    this.socket?.send(JSON.stringify(frame));
    return true;
  }

  /** Reconnects immediately. Only `welcome` contains the server's time. */
  reconnect() {
    if (this.phase === 'open') this.connect();
  }

  /** Reconnects: after a long sleep a dead socket may appear open, and the estimate of the server's time is outdated. */
  reconnectAfterSleep() {
    if (this.phase === 'ended') return;
    this.attempt = Math.max(1, this.attempt);
    this.connect();
  }

  /** Pings the server, or reconnects without further delay. */
  checkNow() {
    if (this.phase === 'open') this.heartbeat.pingNow();
    if (this.phase === 'waiting') this.connect();
  }

  online() {
    this.attempt = 0;
    this.checkNow();
  }

  offline() {
    if (this.phase === 'open' || this.phase === 'connecting') this.drop();
  }

  private connect() {
    this.release();
    const socket = this.openSocket();
    this.socket = socket;
    this.enter('connecting');
    this.timer = setTimeout(() => this.drop(), WELCOME_TIMEOUT_MS);
    socket.onopen = () => {
      const hello = this.events.hello();
      this.requested = hello.resume;
      this.helloId = this.nextId();
      socket.send(helloText(this.helloId, hello));
    };
    socket.onmessage = ({ data }: MessageEvent) => this.received(data, socket.ageMs ?? 0);
    socket.onclose = (event) => this.closed(event.code, event.reason);
  }

  private received(data: unknown, ageMs: number) {
    this.heartbeat.frameReceived();
    const frame = parseFrame(data);
    if (!frame) return;
    if (frame.t === 'welcome') this.welcomed(frame, ageMs);
    else if (frame.t === 'bye') this.serverClosing(frame.reconnectAfterMs);
    else if (frame.t === 'err' && frame.id === this.helloId) this.drop(frame.retryAfterMs);
    else if (frame.t !== 'pong') this.events.frame(frame);
  }

  private welcomed(welcome: WelcomeFrame, ageMs: number) {
    clearTimeout(this.timer);
    this.openedAt = Date.now();
    this.restarting = false;
    this.heartbeat.start();
    this.enter('open');
    this.events.welcomed(welcome, this.requested, ageMs);
  }

  /** The server is about to close the socket. It still answers earlier frames, but nothing new is sent. */
  private serverClosing(reconnectAfterMs: number | undefined) {
    this.restarting = true;
    if (this.phase !== 'open') return this.drop(reconnectAfterMs);
    this.closing = true;
    this.reconnectAfterMs = reconnectAfterMs;
    this.timer = setTimeout(() => this.drop(reconnectAfterMs), CLOSE_TIMEOUT_MS);
    this.enter('open');
  }

  private closed(code: number, reason: string) {
    if (code === 1008 && (reason === 'signed out' || reason === 'token expired')) {
      this.stop();
      this.events.ended(reason);
      return;
    }
    const failed = this.phase === 'connecting' || code === 1008;
    this.drop(this.reconnectAfterMs);
    if (failed) this.events.handshakeFailed();
  }

  /** Abandons this socket and reconnects later. Does not wait for the close event, which may never come. */
  private drop(waitMs?: number) {
    if (this.phase === 'open' && Date.now() - this.openedAt >= STABLE_AFTER_MS) this.attempt = 0;
    this.release();
    const delay = waitMs ?? fullJitter(this.attempt, this.random);
    this.attempt++;
    if (this.attempt > MAX_RESTART_ATTEMPTS) this.restarting = false;
    this.enter('waiting');
    this.timer = setTimeout(() => this.connect(), delay);
  }

  private release() {
    clearTimeout(this.timer);
    this.heartbeat.stop();
    this.closing = false;
    this.reconnectAfterMs = undefined;
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private enter(phase: ConnectionPhase) {
    this.phase = phase;
    this.events.changed({ phase, attempt: this.attempt, restarting: this.restarting });
  }
}
