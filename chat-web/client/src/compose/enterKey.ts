import { isInFence } from './fence';

export interface EnterContext {
  text: string;
  caret: number;
  /** The user prefers that Enter breaks the line and Shift+Enter sends. */
  swapped: boolean;
  /** The device is used by touch: its keyboard has no Shift+Enter. */
  touch: boolean;
}

type Keys = Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Whether the key Enter sends the message. Otherwise it breaks the line. */
export function enterSends(keys: Keys, { text, caret, swapped, touch }: EnterContext): boolean {
  if (keys.ctrlKey || keys.metaKey) return true;
  if (keys.altKey || touch || isInFence(text, caret)) return false;
  return keys.shiftKey === swapped;
}
