/** Limits sends to 90% of the server's limits, because other tabs of the user share them. */
export class TokenBucket {
  private tokens = 1;
  private burst = 1;
  private perMs = 1 / 1_000;
  private refilledAt = Date.now();

  setLimits(sendsPerSecond: number, sendsBurst: number) {
    this.perMs = Math.max(0.5, sendsPerSecond * 0.9) / 1_000;
    this.burst = Math.max(1, Math.floor(sendsBurst * 0.9));
    this.tokens = this.burst;
    this.refilledAt = Date.now();
  }

  tryTake(): boolean {
    this.refill();
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }

  /** Time until the next token is available. */
  waitMs(): number {
    this.refill();
    return Math.max(1, Math.ceil((1 - this.tokens) / this.perMs));
  }

  /** No sends for that time, because the server reported that its limit was exceeded. */
  block(ms: number) {
    this.tokens = Math.min(0, 1 - ms * this.perMs);
    this.refilledAt = Date.now();
  }

  private refill() {
    const now = Date.now();
    this.tokens = Math.min(this.burst, this.tokens + Math.max(0, now - this.refilledAt) * this.perMs);
    this.refilledAt = now;
  }
}
