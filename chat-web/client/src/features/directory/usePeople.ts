import { useEffect, useState } from 'react';
import type { User } from '../../protocol/resources';
import { useChat } from '../shared/chatContext';

const DEBOUNCE_MS = 150;

interface Answer {
  q: string;
  users: User[];
  failed?: true;
}

/** Searches users by part of a name in the directory, with a delay while the user types; undefined: not now. */
export function usePeople(q: string | undefined) {
  const chat = useChat();
  const [answer, setAnswer] = useState<Answer>({ q: '', users: [] });

  useEffect(() => {
    if (q === undefined) return;
    let current = true;
    const load = async () => {
      try {
        const page = await chat.people(q);
        if (current) setAnswer({ q, users: page.items });
      } catch {
        // The people that the page knows are still shown.
        if (current) setAnswer({ q, users: [], failed: true });
      }
    };
    const timer = setTimeout(() => void load(), q ? DEBOUNCE_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [chat, q]);

  return { users: answer.users, failed: answer.failed === true, settled: answer.q === q };
}
