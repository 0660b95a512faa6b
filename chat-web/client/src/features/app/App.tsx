import { Suspense } from 'react';
import { lazyPart } from '../../parts/lazyPart';
import type { Session } from '../../state/session';
import { PartsNotice } from '../../ui/PartsNotice';
import { AuthComponent } from './lazyAuth';
import { ChatComponent } from '../chat/ChatComponent';
import { useRoute } from '../shared/useRoute';
import { Splash } from './Splash';
import { useStore } from 'zustand';

const OperatorPage = lazyPart(() => import('../operator/OperatorPage'));

/** Shows the sign-in form or, when signed in, the chat or the operator page. */
export function App({ session }: { session: Session }) {
  const atOperatorPage = useRoute().view === 'operator';
  const now = useStore(session.store, (state) => state.now);
  switch (now.phase) {
    case 'checking':
      return <Splash unreachable={now.failure !== undefined} />;
    case 'out':
      return (
        <>
          <PartsNotice />
          <Suspense fallback={<Splash unreachable={false} />}>
            <AuthComponent session={session} ended={now.ended} unsent={now.unsent} />
          </Suspense>
        </>
      );
    case 'in':
      if (atOperatorPage) {
        return (
          <>
            <PartsNotice />
            <Suspense fallback={<Splash unreachable={false} />}>
              <OperatorPage />
            </Suspense>
          </>
        );
      }
      return <ChatComponent session={session} chat={now.chat} key={now.chat.store.getState().me.id} />;
  }
}
