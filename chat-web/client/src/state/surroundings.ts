import { onWake } from '../connection/wake';
import type { Chat } from './chat';

/** Tells the chat what happens to the computer it runs on: sleep, and the network. */
export function attend(chat: Pick<Chat, 'wake' | 'network'>): () => void {
  const online = () => chat.network(true);
  const offline = () => chat.network(false);
  const shown = () => document.visibilityState === 'visible' && chat.wake();
  const stopWaking = onWake(() => chat.wake());
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  document.addEventListener('visibilitychange', shown);
  return () => {
    stopWaking();
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
    document.removeEventListener('visibilitychange', shown);
  };
}
