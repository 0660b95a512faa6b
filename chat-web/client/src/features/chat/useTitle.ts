import { useEffect } from 'react';
import { texts } from '../../i18n';
import { shownTotals } from '../../state/unreadTotals';
import { setBadge } from '../../ui/favicon';
import { useChatState } from '../shared/chatContext';

/** Shows the unread count in the title of the tab, and a mark on its icon. */
export function useTitle() {
  const unread = useChatState((state) => shownTotals(state).unread);
  const mentions = useChatState((state) => shownTotals(state).mentions);
  useEffect(() => {
    document.title = texts.chat.title(unread);
    setBadge(mentions > 0 ? 'mention' : unread > 0 ? 'unread' : undefined);
    return () => {
      document.title = texts.product;
      setBadge(undefined);
    };
  }, [unread, mentions]);
}
