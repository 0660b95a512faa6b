const PING_INTERVAL_MS = 20_000;
const PONG_TIMEOUT_MS = 10_000;

/** Detects a dead connection that still appears open. Any frame received counts as an answer to a ping. */
export class Heartbeat {
  private next?: ReturnType<typeof setTimeout>;
  private deadline?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly ping: () => void,
    private readonly onTimeout: () => void,
  ) {}

  start() {
    this.stop();
    this.next = setTimeout(() => this.pingNow(), PING_INTERVAL_MS);
  }

  stop() {
    clearTimeout(this.next);
    clearTimeout(this.deadline);
    this.deadline = undefined;
  }

  frameReceived() {
    clearTimeout(this.deadline);
    this.deadline = undefined;
  }

  /** Pings immediately instead of at the next interval. */
  pingNow() {
    clearTimeout(this.next);
    this.next = setTimeout(() => this.pingNow(), PING_INTERVAL_MS);
    this.deadline ??= setTimeout(() => this.onTimeout(), PONG_TIMEOUT_MS);
    this.ping();
  }
}
