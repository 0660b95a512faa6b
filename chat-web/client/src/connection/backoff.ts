const BASE_MS = 500;
const CAP_MS = 30_000;

/** Full jitter: anywhere between nothing and a ceiling that doubles, so that clients never come back as one. */
export function fullJitter(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 16));
}

/** For repeats of one message: never at once, or a server in need gets more of the same. */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  return BASE_MS + fullJitter(attempt, random);
}
