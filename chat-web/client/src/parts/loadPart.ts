import { createStore } from 'zustand/vanilla';
import { FileError } from './importPart';

/** Why parts that the user waits for are missing: the server cannot be reached, or it has another version of the page. */
export type MissingParts = 'unreachable' | 'outdated' | undefined;

interface Options {
  /** For what works without the part too: the user is not told that it is missing. */
  quiet?: boolean;
}

const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 30_000;

const waiting = new Map<symbol, MissingParts>();
const pauses = new Set<() => void>();

/** What the page tells its user about missing parts. */
export const missingParts = createStore<{ reason: MissingParts }>()(() => ({ reason: undefined }));

/**
 * Loads a part of the page that is not in its first script. A failed attempt is repeated until it succeeds, so the
 * promise is never rejected.
 *
 * @param load contains the dynamic import
 */
export async function loadPart<T>(load: () => Promise<T>, { quiet = false }: Options = {}): Promise<T> {
  const key = Symbol();
  for (let failures = 0; ; failures++) {
    try {
      const part = await load();
      note(key, undefined);
      return part;
    } catch (error) {
      if (failures === 0) console.warn('A part of the page could not be loaded. It is tried again.', error);
      if (!quiet) note(key, reasonOf(error));
    }
    await pause(Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
  }
}

/** Loads a part that is needed at once or not at all. Undefined if it cannot be loaded now. */
export async function tryPart<T>(load: () => Promise<T>): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    console.warn('A part of the page could not be loaded. The page does without it.', error);
    return undefined;
  }
}

/** Repeats all failed attempts now, because the server can be reached again. */
export function retryParts() {
  pauses.forEach((end) => end());
}

/** Also files that arrived and were refused by the browser: nothing but another page helps. */
function reasonOf(error: unknown): MissingParts {
  return error instanceof FileError && error.status !== 404 ? 'unreachable' : 'outdated';
}

function note(key: symbol, reason: MissingParts) {
  if (reason) waiting.set(key, reason);
  else waiting.delete(key);
  const reasons = [...waiting.values()];
  missingParts.setState({ reason: reasons.includes('outdated') ? 'outdated' : reasons[0] });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      pauses.delete(end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    pauses.add(end);
  });
}
