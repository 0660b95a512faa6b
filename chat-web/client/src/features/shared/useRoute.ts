import { useEffect, useSyncExternalStore } from 'react';
import type { Chat } from '../../state/chat';

/** The URL identifies the open conversation, so that Back, reload and bookmarks work. */
export const hrefOf = (conv: number) => `#/c/${conv}`;

export function goTo(conv: number | undefined) {
  location.hash = conv === undefined ? '#/' : hrefOf(conv);
}

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function current(): number | undefined {
  const id = /^#\/c\/(\d{1,16})$/.exec(location.hash)?.[1];
  return id === undefined ? undefined : Number(id);
}

export function useRoute(chat: Chat): number | undefined {
  const conv = useSyncExternalStore(subscribe, current);
  useEffect(() => chat.open(conv), [chat, conv]);
  return conv;
}
