const TICK_MS = 5_000;
const GAP_MS = 15_000;

/** Calls back when this computer has slept: a timer then comes much later than it was set for. */
export function onWake(woke: () => void): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - last > TICK_MS + GAP_MS) woke();
    last = now;
  }, TICK_MS);
  return () => clearInterval(timer);
}
