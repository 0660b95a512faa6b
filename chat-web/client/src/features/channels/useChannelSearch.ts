import { useEffect, useState } from 'react';
import type { Channel, Cursor } from '../../protocol/resources';
import { ApiError } from '../../state/chatState';
import { useChat } from '../shared/chatContext';

const DEBOUNCE_MS = 200;

interface Found {
  q: string;
  channels: readonly Channel[];
  next?: Cursor;
  error?: ApiError;
}

/** The public channels that match, page by page, with a delay while the user types. */
export function useChannelSearch(query: string) {
  const { channels } = useChat();
  const [found, setFound] = useState<Found>();
  const [attempt, setAttempt] = useState(0);
  const q = query.trim();

  useEffect(() => {
    let current = true;
    const load = async () => {
      try {
        const { items, next } = await channels.browse(q);
        if (current) setFound({ q, channels: items, next });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (current) setFound({ q, channels: [], error });
      }
    };
    const timer = setTimeout(() => void load(), q ? DEBOUNCE_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [channels, q, attempt]);

  async function more({ q: shown, next }: Found) {
    try {
      const page = await channels.browse(shown, next);
      setFound((now) =>
        now?.q === shown ? { q: shown, channels: [...now.channels, ...page.items], next: page.next } : now,
      );
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFound((now) => (now?.q === shown ? { ...now, error } : now));
    }
  }

  return {
    found,
    more: () => {
      if (found) void more(found);
    },
    again: () => setAttempt((before) => before + 1),
  };
}
