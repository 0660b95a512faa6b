import { useEffect } from 'react';
import { Alerts } from '../../state/alerts';
import { useChat } from '../shared/chatContext';
import { desktopAlerts } from './desktopAlerts';

/** Alerts the user to messages while the page is open. */
export function useAlerts() {
  const chat = useChat();
  useEffect(() => {
    // Missing on plain http.
    const locks = (navigator as Partial<Navigator>).locks;
    const alerts = new Alerts(chat.store, desktopAlerts(chat), locks);
    const stop = chat.onMessage((message) => alerts.arrived(message));
    return () => {
      stop();
      alerts.stop();
    };
  }, [chat]);
}
