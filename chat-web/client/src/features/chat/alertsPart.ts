import type { Chat } from '../../state/chat';
import { Alerts } from '../../state/alerts';
import { desktopAlerts } from './desktopAlerts';

/** What alerts the user, which the first screen does not need. */
export function startAlerts(chat: Chat): Alerts {
  // Missing on plain http.
  const locks = (navigator as Partial<Navigator>).locks;
  return new Alerts(chat.store, desktopAlerts(chat), locks);
}
