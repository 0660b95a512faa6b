import { Suspense, lazy } from 'react';
import type { Session } from '../../state/session';
import { AuthComponent } from '../auth/AuthComponent';
import { ChatComponent } from '../chat/ChatComponent';
import { useOperatorRoute } from '../shared/useOperatorRoute';
import { Splash } from './Splash';
import { useStore } from 'zustand';

const OperatorPage = lazy(() => import('../operator/OperatorPage'));

/** One of two things is on the screen: the way in, or the chat; and for operators the ledger instead of that. */
export function App({ session }: { session: Session }) {
  const atLedger = useOperatorRoute();
  const now = useStore(session.store, (state) => state.now);
  switch (now.phase) {
    case 'checking':
      return <Splash unreachable={now.failure !== undefined} />;
    case 'out':
      return <AuthComponent session={session} ended={now.ended} unsent={now.unsent} />;
    case 'in':
      if (atLedger) {
        return (
          <Suspense fallback={<Splash unreachable={false} />}>
            <OperatorPage />
          </Suspense>
        );
      }
      return <ChatComponent session={session} chat={now.chat} key={now.chat.store.getState().me.id} />;
  }
}
