import { useCallback, useEffect } from 'react';
import type { Cursor, Message } from '../../protocol/resources';
import type { Chat } from '../../state/chat';
import { mentionsUser } from '../../state/summary';
import { useChat } from '../shared/chatContext';
import { unknownOf, usePages } from '../shared/usePages';

const keyOf = ({ conv, pos }: Message) => `${conv}/${pos}`;

/** Pages of the messages that mention this user. Those that arrive meanwhile are added without asking the server. */
export function useMentions() {
  const chat = useChat();
  const load = useCallback(
    async (after: Cursor | undefined) => {
      const page = await chat.channels.mentions(after);
      loadConversations(chat, page.items);
      return page;
    },
    [chat],
  );
  const { pages, change, ...list } = usePages(load, keyOf);

  useEffect(
    () =>
      chat.onMessage((message) => {
        if (mentionsUser(message, chat.store.getState().me.id))
          change((known) => ({ ...known, items: [...unknownOf(known.items, [message], keyOf), ...known.items] }));
      }),
    [chat, change],
  );
  return { items: pages?.items, ...list };
}

/** Loads the conversations that the page does not know. */
function loadConversations({ store, list }: Chat, items: readonly Message[]) {
  const { summaries } = store.getState();
  for (const conv of new Set(items.map((item) => item.conv))) if (!summaries.has(conv)) void list.fetch(conv);
}
