import { words } from '../../i18n';
import type { ChatState } from '../../state/model';
import { useChatState } from './context';

/** What is not as it should be, in plain words, and nothing while all is well. */
export function Banner() {
  const said = useChatState(wordsFor);
  const calm = useChatState(({ link, onLine }) => link.phase === 'open' || (link.restarting === true && onLine));
  return (
    <div className="banner-place" role="status">
      {said && (
        <p className={`banner ${calm ? 'banner--calm' : ''}`} data-testid="banner">
          {said}
        </p>
      )}
    </div>
  );
}

function wordsFor({ link, onLine, store }: ChatState): string | undefined {
  const { banner } = words;
  if (link.restarting && onLine) return banner.restarting;
  if (link.phase === 'waiting' || (link.phase === 'connecting' && link.attempt > 0)) {
    return onLine ? banner.reconnecting : banner.offline;
  }
  if (store.state === 'behind') return banner.behind;
  if (store.state === 'down') return banner.down;
  return undefined;
}
