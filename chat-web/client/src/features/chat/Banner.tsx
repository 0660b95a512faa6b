import { useEffect } from 'react';
import { texts } from '../../i18n';
import { retryParts } from '../../parts/loadPart';
import type { ChatState } from '../../state/chatState';
import { PartsNotice } from '../../ui/PartsNotice';
import { useChatState } from '../shared/chatContext';

/** Reports a lost connection, an unavailable database or parts of the page that cannot be loaded; empty otherwise. */
export function Banner() {
  const notice = useChatState(bannerText);
  const calm = useChatState(
    ({ connection, onLine }) => connection.phase === 'open' || (connection.restarting === true && onLine),
  );
  const open = useChatState(({ connection }) => connection.phase === 'open');
  useEffect(() => {
    if (open) retryParts();
  }, [open]);
  return (
    <>
      <div className="banner-place" role="status">
        {notice && (
          <p className={`banner ${calm ? 'banner--calm' : ''}`} data-testid="banner">
            {notice}
          </p>
        )}
      </div>
      <PartsNotice />
    </>
  );
}

function bannerText({ connection, onLine, store }: ChatState): string | undefined {
  const { banner } = texts;
  if (connection.restarting && onLine) return banner.restarting;
  if (connection.phase === 'waiting' || (connection.phase === 'connecting' && connection.attempt > 0)) {
    return onLine ? banner.reconnecting : banner.offline;
  }
  if (store.state === 'behind') return banner.behind;
  if (store.state === 'down') return banner.down;
  return undefined;
}
