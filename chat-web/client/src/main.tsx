import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Api } from './connection/api';
import { noteSignedIn, wasSignedIn } from './connection/signedInHint';
import { ownAddress, socketUrl } from './device/installation';
import { localStore, ownLocks, tabStore, watchLocalStore } from './device/ownStorage';
import { App } from './features/app/App';
import { preloadAuth } from './features/app/lazyAuth';
import { parseRoute } from './navigation/route';
import { retryParts } from './parts/loadPart';
import { whenIdle } from './parts/whenIdle';
import { newCid } from './protocol/cid';
import { Session } from './state/session';
import { preloadOverlays } from './ui/overlays/lazyOverlays';
import { applyDensity, applyTheme, savedDensity, savedTheme } from './ui/theme';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './features/chat/chat.css';
import './features/conversations/conversations.css';
import './markdown/markdown.css';
import './features/messages/messages.css';
import './features/messages/list.css';

applyTheme(savedTheme());
applyDensity(savedDensity());

const early = window.parleyEarly;
window.parleyEarly = null;
const client = early?.client ?? newCid(Date.now());
const session = new Session({
  api: new Api(client, (path, init) => early?.take(init?.method, path) ?? window.fetch(ownAddress(path), init)),
  client,
  opening,
  openSocket: () => early?.takeSocket() ?? new WebSocket(socketUrl()),
  storage: localStore(),
  watch: watchLocalStore,
  tabStorage: tabStore(),
  locks: ownLocks(),
  onLine: () => navigator.onLine,
});
session.store.subscribe(({ now: { phase } }) => {
  if (phase !== 'checking') noteSignedIn(localStore(), phase === 'in');
  if (phase === 'out') early?.discard();
});
void session.check();
window.addEventListener('online', retryParts);
window.addEventListener('pagehide', () => session.suspend());
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void session.check();
});

function opening() {
  const route = parseRoute(location.hash);
  return route.view === 'conversation' ? route.conv : undefined;
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App session={session} />
    </StrictMode>,
  );
}
if (!wasSignedIn(localStore())) preloadAuth();
whenIdle(() => {
  preloadOverlays();
  preloadAuth();
});
