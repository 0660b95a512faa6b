import { useEffect } from 'react';
import { texts } from '../../i18n';
import type { Chat } from '../../state/chat';
import type { Session } from '../../state/session';
import { followDeviceEvents } from '../../state/deviceEvents';
import { ConversationView } from '../messages/ConversationView';
import { Banner } from './Banner';
import { ChatContext } from '../shared/chatContext';
import { NoConversation } from './NoConversation';
import { Sidebar } from './Sidebar';
import { useRestoreFocus } from './useRestoreFocus';
import { useRoute } from '../shared/useRoute';
import { useTitle } from './useTitle';

interface Props {
  session: Session;
  chat: Chat;
}

/** The chat: list and conversation side by side, or one of them in a narrow window. */
export function ChatComponent({ session, chat }: Props) {
  const conv = useRoute(chat);
  useEffect(() => followDeviceEvents(chat), [chat]);
  useTitle(chat);
  useRestoreFocus(conv);
  return (
    <ChatContext value={chat}>
      <div className="chat" data-open={conv !== undefined}>
        <a className="skip" href="#conversation" onClick={skipToConversation}>
          {texts.chat.skip}
        </a>
        <Banner />
        <main className="chat__panes">
          <Sidebar session={session} open={conv} />
          <div className="pane" id="conversation" tabIndex={-1}>
            {conv === undefined ? <NoConversation /> : <ConversationView conv={conv} key={conv} />}
          </div>
        </main>
      </div>
    </ChatContext>
  );
}

/** Moves the focus by script, because the fragment of the URL identifies the open conversation. */
function skipToConversation(event: { preventDefault(): void }) {
  event.preventDefault();
  const target = document.getElementById('message') ?? document.getElementById('conversation');
  target?.focus();
}
