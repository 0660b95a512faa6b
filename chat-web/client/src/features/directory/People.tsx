import { useEffect, useState } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import type { User } from '../../protocol/resources';
import { useChat, useChatState } from '../shared/chatContext';
import { goTo } from '../shared/useRoute';
import { Person } from './Person';
import { usePeople } from './usePeople';

interface Props {
  q: string;
  onOpened: () => void;
}

/** The directory of users. */
export function People({ q, onOpened }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const { found, settled, loading, more, retry } = usePeople(q.trim());
  const [failed, setFailed] = useState(false);
  const others = (found?.users ?? []).filter((user) => user.id !== me);

  const watched = others.map((user) => user.id).join();
  useEffect(() => {
    chat.signals.watch('people', watched ? watched.split(',').map(Number) : []);
    return () => chat.signals.watch('people', []);
  }, [chat, watched]);

  async function open(user: User) {
    setFailed(false);
    try {
      goTo(await chat.direct(user));
      onOpened();
    } catch {
      setFailed(true);
    }
  }

  return (
    <section className="scroll" aria-label={texts.directory.results} aria-busy={!settled}>
      {failed && (
        <p className="notice notice--bad" role="alert">
          {texts.directory.notOpened}
        </p>
      )}
      {found?.failure && (
        <div className="failure" role="alert">
          <p>{texts.directory.failed}</p>
          <p>{failureText(found.failure)}</p>
          <button type="button" className="button" onClick={retry}>
            {texts.tryAgain}
          </button>
        </div>
      )}
      {!found && <p className="quiet">{texts.loading}</p>}
      {found && settled && !found.failure && others.length === 0 && (
        <div className="empty" role="status">
          <h2>{texts.directory.none}</h2>
          <p>{texts.directory.noneHint}</p>
        </div>
      )}
      <ul className="items" onKeyDown={onArrowKeys}>
        {others.map((user) => (
          <Person key={user.id} user={user} onOpen={(chosen) => void open(chosen)} />
        ))}
      </ul>
      {found?.next !== undefined && (
        <button type="button" className="button more" disabled={loading} onClick={() => void more()}>
          {texts.directory.more}
        </button>
      )}
    </section>
  );
}
