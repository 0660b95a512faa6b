/**
 * The log's clock as far as the page knows it: what `serverTime` said, carried on by a monotonic
 * clock, so that a wrong or corrected wall clock of this computer does not matter.
 */
export class ServerClock {
  private serverMs = Date.now();
  private learntAt = performance.now();

  learn(serverTime: string) {
    const ms = Date.parse(serverTime);
    if (Number.isNaN(ms)) return;
    this.serverMs = ms;
    this.learntAt = performance.now();
  }

  now(): number {
    return this.serverMs + (performance.now() - this.learntAt);
  }
}
