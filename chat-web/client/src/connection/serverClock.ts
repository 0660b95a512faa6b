/**
 * The log's clock as far as the page knows it: what `serverTime` said, carried on by whichever of
 * two clocks has come further. The monotonic one does not mind a wrong wall clock that is put right,
 * but in many browsers it stands still while the computer sleeps; the wall clock does not. One that
 * was put far ahead is told by `err clock`.
 */
export class ServerClock {
  private serverMs = Date.now();
  private learntAt = performance.now();
  private wallAtLearning = Date.now();

  learn(serverTime: string) {
    const ms = Date.parse(serverTime);
    if (Number.isNaN(ms)) return;
    this.serverMs = ms;
    this.learntAt = performance.now();
    this.wallAtLearning = Date.now();
  }

  now(): number {
    return this.serverMs + Math.max(performance.now() - this.learntAt, Date.now() - this.wallAtLearning);
  }
}
