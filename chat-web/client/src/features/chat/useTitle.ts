import { useEffect } from 'react';
import { texts } from '../../i18n';
import type { Chat } from '../../state/chat';
import { useStore } from 'zustand';

/** Shows the unread count in the title of the tab. */
export function useTitle(chat: Chat) {
  const unread = useStore(chat.store, ({ summaries }) =>
    [...summaries.values()].reduce((sum, { unread }) => sum + unread, 0),
  );
  useEffect(() => {
    document.title = texts.chat.title(unread);
    return () => {
      document.title = texts.product;
    };
  }, [unread]);
}
