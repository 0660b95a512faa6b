import { Waking } from '../connection/wake';
import type { Chat } from './chat';

/** Tells the chat what happens to the computer it runs on: sleep, and the network. */
export function attend(chat: Pick<Chat, 'wake' | 'network'>): () => void {
  const waking = new Waking((sleptMs) => chat.wake(sleptMs));
  const online = () => chat.network(true);
  const offline = () => chat.network(false);
  // A person who comes back should not have to wait for the next tick.
  const looked = () => waking.look();
  const shown = () => {
    if (document.visibilityState !== 'visible') return;
    waking.look();
    chat.wake();
  };
  const listeners: [EventTarget, string, () => void][] = [
    [window, 'online', online],
    [window, 'offline', offline],
    [window, 'focus', looked],
    [window, 'keydown', looked],
    [document, 'resume', looked],
    [document, 'visibilitychange', shown],
  ];
  listeners.forEach(([target, event, listener]) => target.addEventListener(event, listener));
  return () => {
    waking.stop();
    listeners.forEach(([target, event, listener]) => target.removeEventListener(event, listener));
  };
}
