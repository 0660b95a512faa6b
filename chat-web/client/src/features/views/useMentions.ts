import { useCallback, useEffect, useState } from 'react';
import type { Cursor, Message } from '../../protocol/resources';
import type { Chat } from '../../state/chat';
import { ApiError } from '../../state/chatState';
import { mentionsUser } from '../../state/summary';
import { useChat } from '../shared/chatContext';
import type { Mentions } from './mentionPages';
import { withNew, withOlder } from './mentionPages';

/** Pages of the messages that mention this user. Those that arrive meanwhile are added without asking the server. */
export function useMentions() {
  const chat = useChat();
  const [loaded, setLoaded] = useState<Mentions>();
  const [failure, setFailure] = useState<ApiError>();
  const [loading, setLoading] = useState(true);

  const load = useCallback(
    (after: Cursor | undefined) =>
      chat.channels
        .mentions(after)
        .then(
          (page) => {
            setLoaded((before) => withOlder(before, page));
            setFailure(undefined);
            complete(chat, page.items);
          },
          (error: unknown) => {
            if (!(error instanceof ApiError)) throw error;
            setFailure(error);
          },
        )
        .finally(() => setLoading(false)),
    [chat],
  );
  useEffect(() => void load(undefined), [load]);

  useEffect(
    () =>
      chat.onMessage((message) => {
        if (mentionsUser(message, chat.store.getState().me.id))
          setLoaded((known) => known && withNew(known, [message]));
      }),
    [chat],
  );

  return {
    items: loaded?.items,
    failure,
    loading,
    hasMore: loaded?.next !== undefined,
    /** Loads the next page, or the one that failed. */
    more: () => {
      setLoading(true);
      void load(loaded?.next);
    },
  };
}

/** Loads the conversations that the page does not know. */
function complete({ store, list }: Chat, items: readonly Message[]) {
  const { summaries } = store.getState();
  for (const conv of new Set(items.map((item) => item.conv))) if (!summaries.has(conv)) void list.fetch(conv);
}
