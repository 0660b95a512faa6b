import { useEffect, useState } from 'react';
import type { Cursor, Member } from '../../protocol/resources';
import { isMember } from '../../state/groupPermissions';
import type { Summary } from '../../state/summary';
import { ApiError } from '../../state/chatState';
import { useChat, useChatState } from '../shared/chatContext';

interface Pages {
  items: readonly Member[];
  next?: Cursor;
  error?: ApiError;
}

/** The members that the conversation contains, or pages of them where it has too many. */
export function useMembers(summary: Summary) {
  const { channels } = useChat();
  const { id, members: contained } = summary;
  const me = useChatState((state) => state.me.id);
  const paged = contained === undefined && isMember(summary, me);
  const [pages, setPages] = useState<Pages>({ items: [] });
  const [attempt, setAttempt] = useState(0);
  const changed = useLastMemberChange(summary);

  useEffect(() => {
    if (!paged) return;
    let current = true;
    const load = async () => {
      const loaded = await pageOrError(() => channels.members(id));
      if (current) setPages((before) => kept(before, loaded));
    };
    void load();
    return () => {
      current = false;
    };
  }, [channels, id, paged, changed, attempt]);

  async function load(request: () => Promise<Pages>) {
    const loaded = await pageOrError(request);
    setPages((before) => kept(before, loaded));
  }
  const more = () =>
    load(async () => {
      const page = await channels.members(id, pages.next);
      return { items: [...pages.items, ...page.items], next: page.next };
    });
  const all = () => load(async () => ({ items: await channels.allMembers(id) }));

  return {
    members: contained ?? pages.items,
    hasMore: paged && pages.next !== undefined,
    error: paged ? pages.error : undefined,
    more: () => void more(),
    all: () => void all(),
    reload: () => setAttempt((before) => before + 1),
  };
}

async function pageOrError(request: () => Promise<Pages>): Promise<Pages> {
  try {
    const { items, next } = await request();
    return { items, next };
  } catch (error) {
    if (error instanceof ApiError) return { items: [], error };
    throw error;
  }
}

/** What is shown stays when it cannot be loaded again. */
const kept = (before: Pages, loaded: Pages): Pages => (loaded.error ? { ...before, error: loaded.error } : loaded);

/** The position of the last change of members that this panel has seen. */
function useLastMemberChange({ last }: Summary): number {
  const [seen, setSeen] = useState(0);
  if (last?.kind === 'member' && last.pos > seen) setSeen(last.pos);
  return seen;
}
