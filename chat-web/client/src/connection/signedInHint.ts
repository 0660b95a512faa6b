const NAME = 'parley.signedIn';

/** Whether the last page of this browser was signed in. Scripts cannot see the cookie, and need not be right about it. */
export const wasSignedIn = (storage: Storage): boolean => storage.getItem(NAME) !== null;

export function noteSignedIn(storage: Storage, signedIn: boolean) {
  try {
    if (signedIn) storage.setItem(NAME, '1');
    else storage.removeItem(NAME);
  } catch {
    // Storage is full or disabled: the next start is slower.
  }
}
