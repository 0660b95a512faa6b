import { useState } from 'react';
import { words } from '../../i18n';
import type { Session } from '../../state/session';
import { ConversationList } from '../conversations/ConversationListView';
import { People } from '../directory/People';
import { SearchField } from '../directory/SearchField';
import { Account } from './Account';

interface Props {
  session: Session;
  open: number | undefined;
}

/** Conversations, or people to begin one with: searching is always for people. */
export function Sidebar({ session, open }: Props) {
  const [view, setView] = useState<'conversations' | 'people'>('conversations');
  const [q, setQ] = useState('');
  const searching = view === 'people';

  function search(text: string) {
    setQ(text);
    setView('people');
  }
  function leave() {
    setQ('');
    setView('conversations');
  }

  return (
    <section className="sidebar" aria-label={words.chat.sidebar}>
      <Account session={session} />
      <SearchField value={q} onChange={search} onLeave={leave} />
      <div className="switch" role="group" aria-label={words.chat.sidebar}>
        <button type="button" aria-pressed={!searching} onClick={leave}>
          {words.chat.conversations}
        </button>
        <button type="button" aria-pressed={searching} onClick={() => setView('people')}>
          {words.chat.people}
        </button>
      </div>
      {searching ? (
        <People q={q} onOpened={leave} />
      ) : (
        <ConversationList open={open} onFind={() => setView('people')} />
      )}
    </section>
  );
}
