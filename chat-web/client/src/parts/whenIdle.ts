/** On a slow network the first messages need all of it; a page that waits for them is idle too. */
const AFTER_MS = 4_000;

/** Calls it once the page has probably shown its first screen and is idle. */
export function whenIdle(call: () => void) {
  // Safari has no requestIdleCallback.
  const idle = typeof requestIdleCallback === 'function' ? () => requestIdleCallback(call, { timeout: 5_000 }) : call;
  setTimeout(idle, AFTER_MS);
}
