import type { ClientFrame, Resume, ServerFrame, WelcomeFrame } from '../protocol/frames';
import { parseFrame } from '../protocol/frames';
import { fullJitter } from './backoff';
import { Heartbeat } from './heartbeat';

/** The part of a WebSocket that the link uses. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

/** connecting → open → waiting → connecting …; ended is for good: the session is over. */
export type ConnectionPhase = 'connecting' | 'open' | 'waiting' | 'ended';

export interface ConnectionStatus {
  phase: ConnectionPhase;
  /** Failed attempts in a row; 0 while connected. */
  attempt: number;
  /** The server announced a restart. */
  restarting?: boolean;
}

export type EndReason = 'signed out' | 'token expired';

export interface ConnectionEvents {
  /** Asked for each hello. */
  resume(): Resume;
  welcomed(welcome: WelcomeFrame, asked: Resume): void;
  frame(frame: ServerFrame): void;
  changed(status: ConnectionStatus): void;
  /** Turned away before any welcome: the session may be over; a handshake's 401 is not shown to pages. */
  refused(): void;
  ended(reason: EndReason): void;
}

const GREETED_WITHIN_MS = 15_000;
const STEADY_AFTER_MS = 10_000;
const GONE_AFTER_BYE_MS = 5_000;
/** A restart that takes longer than so many attempts is an outage like any other. */
const RESTART_ATTEMPTS = 7;

/** Keeps one socket to the server open for as long as the session lasts. */
export class ServerConnection {
  private socket?: Socket;
  private phase: ConnectionPhase = 'waiting';
  private attempt = 0;
  private timer?: ReturnType<typeof setTimeout>;
  private openedAt = 0;
  private leaving = false;
  private restarting = false;
  private toldToWaitMs?: number;
  private lastId = 0;
  private helloId = 0;
  private asked: Resume = {};
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

  /** False if there is no one to send to now. */
  send(frame: ClientFrame): boolean {
    if (this.phase !== 'open' || (this.leaving && frame.t !== 'ping')) return false;
    this.socket?.send(JSON.stringify(frame));
    return true;
  }

  /** A new greeting on a new socket, at once: the only way to learn the server's time again. */
  renew() {
    if (this.phase === 'open') this.connect();
  }

  /** After a sleep a socket may look alive for long and be dead, and the server's time has moved on: begins anew. */
  slept() {
    if (this.phase === 'ended') return;
    this.attempt = Math.max(1, this.attempt);
    this.connect();
  }

  /** Asks whether the other side is still there; does not wait any longer if it was waiting. */
  wake() {
    if (this.phase === 'open') this.heartbeat.beat();
    if (this.phase === 'waiting') this.connect();
  }

  online() {
    this.attempt = 0;
    this.wake();
  }

  offline() {
    if (this.phase === 'open' || this.phase === 'connecting') this.drop();
  }

  private connect() {
    this.release();
    const socket = this.openSocket();
    this.socket = socket;
    this.enter('connecting');
    this.timer = setTimeout(() => this.drop(), GREETED_WITHIN_MS);
    socket.onopen = () => {
      this.asked = this.events.resume();
      this.helloId = this.nextId();
      socket.send(JSON.stringify({ t: 'hello', id: this.helloId, resume: this.asked } satisfies ClientFrame));
    };
    socket.onmessage = (event: MessageEvent) => this.heard(event.data);
    socket.onclose = (event) => this.closed(event.code, event.reason);
  }

  private heard(data: unknown) {
    this.heartbeat.heard();
    const frame = parseFrame(data);
    if (!frame) return;
    if (frame.t === 'welcome') this.welcomed(frame);
    else if (frame.t === 'bye') this.farewell(frame.reconnectAfterMs);
    else if (frame.t === 'err' && frame.id === this.helloId) this.drop(frame.retryAfterMs);
    else if (frame.t !== 'pong') this.events.frame(frame);
  }

  private welcomed(welcome: WelcomeFrame) {
    clearTimeout(this.timer);
    this.openedAt = Date.now();
    this.restarting = false;
    this.heartbeat.start();
    this.enter('open');
    this.events.welcomed(welcome, this.asked);
  }

  /** The server closes by itself; what is in flight may still be answered, but nothing new is sent. */
  private farewell(reconnectAfterMs: number | undefined) {
    this.restarting = true;
    if (this.phase !== 'open') return this.drop(reconnectAfterMs);
    this.leaving = true;
    this.toldToWaitMs = reconnectAfterMs;
    this.timer = setTimeout(() => this.drop(reconnectAfterMs), GONE_AFTER_BYE_MS);
    this.enter('open');
  }

  private closed(code: number, reason: string) {
    if (code === 1008 && (reason === 'signed out' || reason === 'token expired')) {
      this.stop();
      this.events.ended(reason);
      return;
    }
    const turnedAway = this.phase === 'connecting' || code === 1008;
    this.drop(this.toldToWaitMs);
    if (turnedAway) this.events.refused();
  }

  /** Gives this socket up and tries again later. Does not wait for a close that may never come. */
  private drop(waitMs?: number) {
    if (this.phase === 'open' && Date.now() - this.openedAt >= STEADY_AFTER_MS) this.attempt = 0;
    this.release();
    const delay = waitMs ?? fullJitter(this.attempt, this.random);
    this.attempt++;
    if (this.attempt > RESTART_ATTEMPTS) this.restarting = false;
    this.enter('waiting');
    this.timer = setTimeout(() => this.connect(), delay);
  }

  private release() {
    clearTimeout(this.timer);
    this.heartbeat.stop();
    this.leaving = false;
    this.toldToWaitMs = undefined;
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
