import { Suspense, useEffect, useSyncExternalStore } from 'react';
import { followNarrow, isNarrow } from '../../a11y/isNarrow';
import { texts } from '../../i18n';
import { lazyPart } from '../../parts/lazyPart';
import type { Chat } from '../../state/chat';
import type { Session } from '../../state/session';
import { followDeviceEvents } from '../../state/deviceEvents';
import { ConversationView } from '../messages/ConversationView';
import { forgetFiles } from '../../files/uploads';
import { ChatContext, useChatState } from '../shared/chatContext';
import { useLanguage } from '../shared/language';
import { resetShell, useShell } from '../shared/shell';
import { useRoute } from '../shared/useRoute';
import { Banner } from './Banner';
import { NoConversation } from './NoConversation';
import { Overlays } from './Overlays';
import { Sidebar } from './Sidebar';
import { useAlerts } from './useAlerts';
import { useFileDrops } from './useFileDrops';
import { useOpenConversation } from './useOpenConversation';
import { usePreferences } from './usePreferences';
import { useRestoreFocus } from './useRestoreFocus';
import { useShortcuts } from './useShortcuts';
import { useTitle } from './useTitle';

const DetailsPanel = lazyPart(() => import('../channels/DetailsPanel'));
const FilesPanel = lazyPart(() => import('../filePanel/FilesPanel'));
const BrowseChannels = lazyPart(() => import('../channels/BrowseChannels'));
const MentionsView = lazyPart(() => import('../views/MentionsView'));
const SearchView = lazyPart(() => import('../search/SearchView'));
const DraftsView = lazyPart(() => import('../views/DraftsView'));

interface Props {
  session: Session;
  chat: Chat;
}

/** The chat: list, conversation and panel side by side, or one of them in a narrow window. */
export function ChatComponent({ session, chat }: Props) {
  useEffect(() => followDeviceEvents(chat), [chat]);
  useEffect(() => resetShell, []);
  useEffect(() => forgetFiles, []);
  return (
    <ChatContext value={chat}>
      <Shell session={session} />
    </ChatContext>
  );
}

function Shell({ session }: { session: Session }) {
  const route = useRoute();
  const conv = route.view === 'conversation' ? route.conv : undefined;
  const details = useShell((state) => state.details) && conv !== undefined;
  const files = useShell((state) => state.files) && conv !== undefined;
  const known = useChatState((state) => conv !== undefined && state.summaries.has(conv));
  // A narrow window shows one region at a time: the list is then the main one.
  const listOnly = useSyncExternalStore(followNarrow, isNarrow) && route.view === 'home';
  const language = useLanguage();
  useOpenConversation();
  useShortcuts(conv);
  usePreferences();
  useAlerts();
  useFileDrops();
  useTitle();
  useRestoreFocus(conv);
  return (
    <div className="chat" data-open={route.view !== 'home'} data-panel={(details || files) && known}>
      {!listOnly && (
        <a className="skip" href="#conversation" onClick={skipToConversation}>
          {texts.chat.skip}
        </a>
      )}
      <Banner />
      <div className="chat__panes" key={language}>
        <Sidebar session={session} open={conv} only={listOnly} />
        {!listOnly && (
          <main className="pane" id="conversation" tabIndex={-1}>
            <Suspense fallback={<p className="quiet">{texts.loading}</p>}>
              {route.view === 'conversation' && <ConversationView conv={route.conv} key={route.conv} />}
              {route.view === 'mentions' && <MentionsView />}
              {route.view === 'search' && <SearchView q={route.q} />}
              {route.view === 'drafts' && <DraftsView />}
              {route.view === 'channels' && <BrowseChannels />}
              {route.view === 'home' && <NoConversation />}
            </Suspense>
          </main>
        )}
        {files && known && (
          <Suspense fallback={null}>
            <FilesPanel conv={conv} key={conv} />
          </Suspense>
        )}
        {details && known && (
          <Suspense fallback={null}>
            <DetailsPanel conv={conv} key={conv} />
          </Suspense>
        )}
      </div>
      <Overlays />
    </div>
  );
}

/** Moves the focus by script, because the fragment of the URL identifies the open conversation. */
function skipToConversation(event: { preventDefault(): void }) {
  event.preventDefault();
  const target = document.getElementById('message') ?? document.getElementById('conversation');
  target?.focus();
}
