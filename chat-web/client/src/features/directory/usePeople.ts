import { useEffect, useState } from 'react';
import type { Cursor, User } from '../../protocol/resources';
import type { ApiError } from '../../state/chatState';
import { useChat } from '../shared/chatContext';

const DEBOUNCE_MS = 250;

export interface Found {
  q: string;
  users: User[];
  next?: Cursor;
  failure?: ApiError;
}

/** Searches users by part of a name, page by page, with a delay while the user types. */
export function usePeople(q: string) {
  const chat = useChat();
  const [found, setFound] = useState<Found>();
  const [loading, setLoading] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    const load = async () => {
      try {
        const page = await chat.people(q);
        if (current) setFound({ q, users: page.items, next: page.next });
      } catch (error) {
        if (current) setFound({ q, users: [], failure: error as ApiError });
      }
    };
    const timer = setTimeout(() => void load(), q ? DEBOUNCE_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [chat, q, attempt]);

  async function more() {
    if (found?.next === undefined || loading) return;
    setLoading(true);
    try {
      const page = await chat.people(found.q, found.next);
      // The query may have changed in the meantime.
      setFound((now) => (now === found ? { ...found, users: [...found.users, ...page.items], next: page.next } : now));
    } catch (error) {
      setFound((now) => (now === found ? { ...found, failure: error as ApiError } : now));
    } finally {
      setLoading(false);
    }
  }

  return { found, settled: found?.q === q, loading, more, retry: () => setAttempt(attempt + 1) };
}
