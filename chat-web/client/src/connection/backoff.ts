const BASE_MS = 500;
const CAP_MS = 30_000;

/** Full jitter: a random delay below a limit that doubles, so that clients do not reconnect all at once. */
export function fullJitter(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 16));
}

/** Delay before a message is sent again. Never zero, so that an overloaded server is not loaded further. */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  return BASE_MS + fullJitter(attempt, random);
}
