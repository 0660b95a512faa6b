import { SleepDetector } from '../connection/sleepDetector';
import type { Chat } from './chat';

/** Notifies the chat when the computer sleeps, wakes up, or goes online or offline. */
export function followDeviceEvents(chat: Pick<Chat, 'wake' | 'network' | 'activity'>): () => void {
  const sleepDetector = new SleepDetector((sleptMs) => chat.wake(sleptMs));
  const online = () => chat.network(true);
  const offline = () => chat.network(false);
  // A returning user should not have to wait for the next tick.
  const active = () => sleepDetector.check();
  const input = () => chat.activity.input();
  const visibilityChanged = () => {
    if (document.visibilityState !== 'visible') return;
    sleepDetector.check();
    chat.wake();
  };
  const listeners: [EventTarget, string, () => void][] = [
    [window, 'online', online],
    [window, 'offline', offline],
    [window, 'focus', active],
    [window, 'keydown', active],
    [document, 'resume', active],
    [document, 'visibilitychange', visibilityChanged],
    ...['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'].map(
      (event) => [window, event, input] satisfies [EventTarget, string, () => void],
    ),
  ];
  listeners.forEach(([target, event, listener]) => target.addEventListener(event, listener, { passive: true }));
  return () => {
    sleepDetector.stop();
    listeners.forEach(([target, event, listener]) => target.removeEventListener(event, listener));
  };
}
