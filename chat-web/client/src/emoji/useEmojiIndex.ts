import { useSyncExternalStore } from 'react';
import { loadPart } from '../parts/loadPart';
import type * as emojiIndexModule from './emojiIndex';

type Index = typeof emojiIndexModule;

let index: Index | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Loads all emoji. */
export function loadEmoji(): Promise<void> {
  loading ??= loadPart(() => import('./emojiIndex')).then((module) => {
    index = module;
    listeners.forEach((listener) => listener());
  });
  return loading;
}

/** Undefined until the emoji are loaded. */
export const emojiIndex = (): Index | undefined => index;

function subscribe(listener: () => void) {
  void loadEmoji();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const never = () => () => undefined;

/** Loads the emoji when they are needed. Undefined until they are loaded. */
export function useEmojiIndex(needed = true): Index | undefined {
  return useSyncExternalStore(needed ? subscribe : never, emojiIndex);
}
