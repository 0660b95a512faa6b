/**
 * Estimates the log's clock: the last `serverTime`, advanced by the monotonic clock or the wall clock, whichever has
 * advanced more. The monotonic clock is not affected when the wall clock is set back, but in many browsers it stands
 * still while the computer sleeps. If the wall clock was set too far ahead, the server answers `err clock`.
 */
export class ServerClock {
  private serverMs = Date.now();
  private monotonicAtSync = performance.now();
  private wallAtSync = Date.now();

  /** @param ageMs how long ago the time was received */
  synchronize(serverTime: string, ageMs = 0) {
    const ms = Date.parse(serverTime);
    if (Number.isNaN(ms)) return;
    this.serverMs = ms + ageMs;
    this.monotonicAtSync = performance.now();
    this.wallAtSync = Date.now();
  }

  now(): number {
    return this.serverMs + Math.max(performance.now() - this.monotonicAtSync, Date.now() - this.wallAtSync);
  }
}
