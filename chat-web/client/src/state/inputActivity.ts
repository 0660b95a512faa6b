const IDLE_AFTER_MS = 5 * 60_000;

/** Notices when there has been no input on this page for five minutes, and the next input. */
export class InputActivity {
  idle = false;
  private lastInput = Date.now();
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly changed: (idle: boolean) => void) {}

  start() {
    this.lastInput = Date.now();
    this.check();
  }

  /** Is called often: it sets no timer. */
  input() {
    this.lastInput = Date.now();
    if (!this.idle) return;
    this.idle = false;
    this.changed(false);
    this.check();
  }

  stop() {
    clearTimeout(this.timer);
  }

  private check() {
    clearTimeout(this.timer);
    const left = this.lastInput + IDLE_AFTER_MS - Date.now();
    if (left > 0) {
      this.timer = setTimeout(() => this.check(), left);
    } else {
      this.idle = true;
      this.changed(true);
    }
  }
}
