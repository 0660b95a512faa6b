/** A bucket of sends: the server's rate, kept a little below, as other tabs of this user draw on it too. */
export class TokenBucket {
  private tokens = 1;
  private burst = 1;
  private perMs = 1 / 1_000;
  private filledAt = Date.now();

  limits(sendsPerSecond: number, sendsBurst: number) {
    this.perMs = Math.max(0.5, sendsPerSecond * 0.9) / 1_000;
    this.burst = Math.max(1, Math.floor(sendsBurst * 0.9));
    this.tokens = this.burst;
    this.filledAt = Date.now();
  }

  take(): boolean {
    this.fill();
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }

  /** Until there is one again. */
  waitMs(): number {
    this.fill();
    return Math.max(1, Math.ceil((1 - this.tokens) / this.perMs));
  }

  /** The server said that it was too much: nothing for that long. */
  drain(ms: number) {
    this.tokens = Math.min(0, 1 - ms * this.perMs);
    this.filledAt = Date.now();
  }

  private fill() {
    const now = Date.now();
    this.tokens = Math.min(this.burst, this.tokens + Math.max(0, now - this.filledAt) * this.perMs);
    this.filledAt = now;
  }
}
