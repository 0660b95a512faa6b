import { useEffect } from 'react';
import { useChat, useChatState } from '../shared/chatContext';
import { showDetails } from '../shared/shell';
import { navigation, useVisit } from '../shared/useRoute';

/** Opens the conversation of the URL, and clears the URL when the user is no longer a member of it. */
export function useOpenConversation() {
  const chat = useChat();
  const visit = useVisit();
  const gone = useChatState((state) => state.gone);

  useEffect(() => {
    const { route } = visit;
    if (route.view === 'conversation') chat.open(route.conv, { pos: route.pos, date: route.date });
    else {
      chat.open(undefined);
      showDetails(false);
    }
  }, [chat, visit]);

  useEffect(() => {
    const { route } = navigation.current();
    if (gone && route.view === 'conversation' && route.conv === gone.conv) navigation.replace({ view: 'home' });
  }, [gone]);
}
