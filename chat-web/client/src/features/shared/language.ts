import { useSyncExternalStore } from 'react';
import { localStore } from '../../device/ownStorage';
import { writeTimesIn } from '../../i18n/time';

const LANGUAGE = 'parley.language';
const listeners = new Set<() => void>();

writeTimesIn(savedLanguage());

/** The language of dates and times that the user has chosen; undefined: that of the browser. */
export function savedLanguage(): string | undefined {
  return localStore().getItem(LANGUAGE) ?? undefined;
}

/** Writes dates and times in that language from now on, also after a reload. */
export function applyLanguage(language: string | undefined) {
  if (language === savedLanguage()) return;
  if (language === undefined) localStore().removeItem(LANGUAGE);
  else localStore().setItem(LANGUAGE, language);
  writeTimesIn(language);
  listeners.forEach((listener) => listener());
}

/** What shows times has to be rendered again when it changes. */
export const useLanguage = () => useSyncExternalStore(subscribe, savedLanguage);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
