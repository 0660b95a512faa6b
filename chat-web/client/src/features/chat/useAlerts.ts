import { useEffect } from 'react';
import { loadPart } from '../../parts/loadPart';
import type { Message } from '../../protocol/resources';
import type { Alerts } from '../../state/alerts';
import { useChat } from '../shared/chatContext';

/** Alerts the user to messages while the page is open. */
export function useAlerts() {
  const chat = useChat();
  useEffect(() => {
    let alerts: Alerts | undefined;
    let ended = false;
    const early: Message[] = [];
    void loadPart(() => import('./alertsPart'), { quiet: true }).then(({ startAlerts }) => {
      if (ended) return;
      alerts = startAlerts(chat);
      early.forEach((message) => alerts?.arrived(message));
    });
    const stop = chat.onMessage((message) => (alerts ? alerts.arrived(message) : early.push(message)));
    return () => {
      ended = true;
      stop();
      alerts?.stop();
    };
  }, [chat]);
}
