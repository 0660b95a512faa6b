import { useEffect, useState } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { words } from '../../i18n';
import { failureText } from '../../i18n/failures';
import type { User } from '../../protocol/resources';
import { useChat, useChatState } from '../shared/context';
import { goTo } from '../shared/useRoute';
import { Person } from './Person';
import { usePeople } from './usePeople';

interface Props {
  q: string;
  onOpened: () => void;
}

/** The directory: everybody one can write to. */
export function People({ q, onOpened }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const { found, settled, asking, more, retry } = usePeople(q.trim());
  const [refused, setRefused] = useState(false);
  const others = (found?.users ?? []).filter((user) => user.id !== me);

  const watched = others.map((user) => user.id).join();
  useEffect(() => {
    chat.signals.watch('people', watched ? watched.split(',').map(Number) : []);
    return () => chat.signals.watch('people', []);
  }, [chat, watched]);

  async function open(user: User) {
    setRefused(false);
    try {
      goTo(await chat.direct(user));
      onOpened();
    } catch {
      setRefused(true);
    }
  }

  return (
    <section className="scroll" aria-label={words.directory.results} aria-busy={!settled}>
      {refused && (
        <p className="notice notice--bad" role="alert">
          {words.directory.notOpened}
        </p>
      )}
      {found?.failure && (
        <div className="failure" role="alert">
          <p>{words.directory.failed}</p>
          <p>{failureText(found.failure)}</p>
          <button type="button" className="button" onClick={retry}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {!found && <p className="quiet">{words.loading}</p>}
      {found && settled && !found.failure && others.length === 0 && (
        <div className="empty" role="status">
          <h2>{words.directory.none}</h2>
          <p>{words.directory.noneHint}</p>
        </div>
      )}
      <ul className="items" onKeyDown={onArrowKeys}>
        {others.map((user) => (
          <Person key={user.id} user={user} onOpen={(chosen) => void open(chosen)} />
        ))}
      </ul>
      {found?.next !== undefined && (
        <button type="button" className="button more" disabled={asking} onClick={() => void more()}>
          {words.directory.more}
        </button>
      )}
    </section>
  );
}
