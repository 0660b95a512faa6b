const TICK_MS = 5_000;
/** Browsers may throttle the timers of background pages to one per minute, which is reported as a short sleep. */
const GAP_MS = 15_000;

/**
 * Detects that the computer or the page was suspended: a timer then fires much later than scheduled. `check` detects it
 * immediately, without waiting for the timer.
 */
export class SleepDetector {
  private last = Date.now();
  private readonly timer = setInterval(() => this.check(), TICK_MS);

  /** @param onWake receives the duration of the sleep */
  constructor(private readonly onWake: (sleptMs: number) => void) {}

  check() {
    const now = Date.now();
    const slept = now - this.last - TICK_MS;
    this.last = now;
    if (slept > GAP_MS) this.onWake(slept);
  }

  stop() {
    clearInterval(this.timer);
  }
}
