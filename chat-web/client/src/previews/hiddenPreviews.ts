import { localStore } from '../device/ownStorage';

const NAME = 'parley.hiddenPreviews';
const MAX_KEPT = 200;

/** The previews that were hidden on this device, the last ones. */
export const isHidden = (key: string): boolean => names().includes(key);

export function setHidden(key: string, hidden: boolean) {
  const others = names().filter((name) => name !== key);
  localStore().setItem(NAME, JSON.stringify((hidden ? [...others, key] : others).slice(-MAX_KEPT)));
}

function names(): string[] {
  try {
    const stored: unknown = JSON.parse(localStore().getItem(NAME) ?? '[]');
    return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : [];
  } catch {
    // Something else has written there.
    return [];
  }
}
