import type { Format } from './format';

const shortcuts: Record<string, Format> = { b: 'bold', i: 'italic', e: 'code' };
const shiftShortcuts: Record<string, Format> = { x: 'strike' };

/** The format that a key with Ctrl, or Command on a Mac, applies to the selection. */
export function formatOfKey({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Format | undefined {
  return (shiftKey ? shiftShortcuts : shortcuts)[key.toLowerCase()];
}

/** On a Mac, Ctrl with a letter moves the caret. */
export function hasModifier({ ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>) {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  return !altKey && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey);
}
