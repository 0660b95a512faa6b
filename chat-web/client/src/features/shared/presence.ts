import { useEffect } from 'react';
import { texts } from '../../i18n';
import { endTime, shortTime } from '../../i18n/time';
import type { Presence } from '../../protocol/frames';
import type { UserId } from '../../protocol/resources';
import { useChat, useChatState } from './chatContext';

/** What is known of a user: online, away, their status; undefined until the server has answered. */
export function usePresence(user: UserId | undefined): Presence | undefined {
  return useChatState((state) => (user === undefined ? undefined : state.presence.get(user)));
}

/** Asks for the presence of the users while a part of the page shows them. */
export function useWatch(part: string, users: readonly UserId[]) {
  const { signals } = useChat();
  const watched = users.join();
  useEffect(() => {
    signals.watch(part, watched ? watched.split(',').map(Number) : []);
    return () => signals.watch(part, []);
  }, [signals, part, watched]);
}

export function presenceText({ state, lastSeen, dndUntil }: Presence): string {
  const { presence } = texts;
  switch (state) {
    case 'online':
      return presence.online;
    case 'away':
      return presence.away;
    case 'dnd':
      return dndUntil ? presence.dndUntil(endTime(dndUntil)) : presence.dnd;
    case 'offline':
      return lastSeen ? presence.lastSeen(shortTime(lastSeen)) : presence.offline;
  }
}
