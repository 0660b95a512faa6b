const TICK_MS = 5_000;
/** Pages in the background get their timers once a minute at the least. */
const GAP_MS = 15_000;

/**
 * Notices that this computer, or only this page, has slept: a timer then comes much later than it
 * was set for. `look` asks at once, for whoever has reason to think so.
 */
export class SleepDetector {
  private last = Date.now();
  private readonly timer = setInterval(() => this.look(), TICK_MS);

  /** @param woke is told for how long */
  constructor(private readonly woke: (sleptMs: number) => void) {}

  look() {
    const now = Date.now();
    const slept = now - this.last - TICK_MS;
    this.last = now;
    if (slept > GAP_MS) this.woke(slept);
  }

  stop() {
    clearInterval(this.timer);
  }
}
