import { useEffect, useState } from 'react';
import type { Cursor, User } from '../../protocol/resources';
import type { ApiError } from '../../state/chatState';
import { useChat } from '../shared/context';

const SETTLES_MS = 250;

export interface Found {
  q: string;
  users: User[];
  next?: Cursor;
  failure?: ApiError;
}

/** People by a part of their name, once typing has settled; page by page. */
export function usePeople(q: string) {
  const chat = useChat();
  const [found, setFound] = useState<Found>();
  const [asking, setAsking] = useState(false);
  const [again, setAgain] = useState(0);

  useEffect(() => {
    let current = true;
    const ask = async () => {
      try {
        const page = await chat.people(q);
        if (current) setFound({ q, users: page.items, next: page.next });
      } catch (error) {
        if (current) setFound({ q, users: [], failure: error as ApiError });
      }
    };
    const timer = setTimeout(() => void ask(), q ? SETTLES_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [chat, q, again]);

  async function more() {
    if (found?.next === undefined || asking) return;
    setAsking(true);
    try {
      const page = await chat.people(found.q, found.next);
      // What was searched for may have changed meanwhile.
      setFound((now) => (now === found ? { ...found, users: [...found.users, ...page.items], next: page.next } : now));
    } catch (error) {
      setFound((now) => (now === found ? { ...found, failure: error as ApiError } : now));
    } finally {
      setAsking(false);
    }
  }

  return { found, settled: found?.q === q, asking, more, retry: () => setAgain(again + 1) };
}
