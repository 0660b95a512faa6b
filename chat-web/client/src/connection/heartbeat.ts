const PING_EVERY_MS = 20_000;
const PONG_WITHIN_MS = 10_000;

/** Finds out that a connection is dead while it still looks alive. Any frame counts as a sign of life. */
export class Heartbeat {
  private next?: ReturnType<typeof setTimeout>;
  private deadline?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly ping: () => void,
    private readonly dead: () => void,
  ) {}

  start() {
    this.stop();
    this.next = setTimeout(() => this.beat(), PING_EVERY_MS);
  }

  stop() {
    clearTimeout(this.next);
    clearTimeout(this.deadline);
    this.deadline = undefined;
  }

  heard() {
    clearTimeout(this.deadline);
    this.deadline = undefined;
  }

  /** Asks now, and not only when it is time again. */
  beat() {
    clearTimeout(this.next);
    this.next = setTimeout(() => this.beat(), PING_EVERY_MS);
    this.deadline ??= setTimeout(() => this.dead(), PONG_WITHIN_MS);
    this.ping();
  }
}
