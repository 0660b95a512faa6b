import { useSyncExternalStore } from 'react';
import { localStore } from '../device/ownStorage';

/** Preferences of the composer on this device. */
const KEY = 'parley.enterBreaks';

const listeners = new Set<() => void>();

export function enterBreaks(): boolean {
  return localStore().getItem(KEY) === 'true';
}

/** @param breaks Enter breaks the line and Shift+Enter sends, instead of the reverse */
export function setEnterBreaks(breaks: boolean) {
  localStore().setItem(KEY, String(breaks));
  listeners.forEach((listener) => listener());
}

/** Calls the listener when the preference changes, here or in another tab. Returns what stops it. */
export function onEnterBreaks(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export const useEnterBreaks = () => useSyncExternalStore(onEnterBreaks, enterBreaks);

/** Whether the keyboard is usually the one on the screen. */
export const isTouch = () => window.matchMedia('(hover: none) and (pointer: coarse)').matches;
