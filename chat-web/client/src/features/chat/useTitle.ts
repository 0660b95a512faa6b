import { useEffect } from 'react';
import { words } from '../../i18n';
import type { Chat } from '../../state/chat';
import { useStore } from 'zustand';

/** The tab tells how much is unread. */
export function useTitle(chat: Chat) {
  const unread = useStore(chat.store, ({ summaries }) =>
    [...summaries.values()].reduce((sum, { unread }) => sum + unread, 0),
  );
  useEffect(() => {
    document.title = words.chat.title(unread);
    return () => {
      document.title = words.product;
    };
  }, [unread]);
}
