import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Api } from './connection/api';
import { socketUrl } from './device/installation';
import { localStore, ownLocks, tabStore, watchLocalStore } from './device/ownStorage';
import { App } from './features/app/App';
import { newCid } from './protocol/cid';
import { Session } from './state/session';
import { preloadOverlays } from './ui/overlays/lazyOverlays';
import { applyDensity, applyTheme, savedDensity, savedTheme } from './ui/theme';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/overlays/overlays.css';
import './features/auth/auth.css';
import './features/chat/chat.css';
import './features/conversations/conversations.css';
import './features/directory/directory.css';
import './markdown/markdown.css';
import './features/messages/messages.css';
import './features/messages/list.css';
import './features/channels/channels.css';

applyTheme(savedTheme());
applyDensity(savedDensity());

const client = newCid(Date.now());
const session = new Session({
  api: new Api(client),
  client,
  openSocket: () => new WebSocket(socketUrl()),
  storage: localStore(),
  watch: watchLocalStore,
  tabStorage: tabStore(),
  locks: ownLocks(),
  onLine: () => navigator.onLine,
});
void session.check();
window.addEventListener('pagehide', () => session.suspend());
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void session.check();
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App session={session} />
    </StrictMode>,
  );
}
preloadOverlays();
