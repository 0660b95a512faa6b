import { SleepDetector } from '../connection/sleepDetector';
import type { Chat } from './chat';

/** Tells the chat what happens to the computer it runs on: sleep, and the network. */
export function followDeviceEvents(chat: Pick<Chat, 'wake' | 'network'>): () => void {
  const sleepDetector = new SleepDetector((sleptMs) => chat.wake(sleptMs));
  const online = () => chat.network(true);
  const offline = () => chat.network(false);
  // A person who comes back should not have to wait for the next tick.
  const looked = () => sleepDetector.look();
  const shown = () => {
    if (document.visibilityState !== 'visible') return;
    sleepDetector.look();
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
    sleepDetector.stop();
    listeners.forEach(([target, event, listener]) => target.removeEventListener(event, listener));
  };
}
