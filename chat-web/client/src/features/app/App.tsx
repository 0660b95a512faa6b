import type { Session } from '../../state/session';
import { AuthComponent } from '../auth/AuthComponent';
import { ChatComponent } from '../chat/ChatComponent';
import { Splash } from './Splash';
import { useStore } from './useStore';

/** One of two things is on the screen: the way in, or the chat. */
export function App({ session }: { session: Session }) {
  const now = useStore(session.store, (state) => state.now);
  switch (now.phase) {
    case 'checking':
      return <Splash unreachable={now.trouble !== undefined} />;
    case 'out':
      return <AuthComponent session={session} ended={now.ended} />;
    case 'in':
      return <ChatComponent session={session} chat={now.chat} key={now.chat.store.get().me.id} />;
  }
}
