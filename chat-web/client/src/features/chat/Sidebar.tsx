import { useState } from 'react';
import { texts } from '../../i18n';
import type { Session } from '../../state/session';
import { ConversationListView } from '../conversations/ConversationListView';
import { People } from '../directory/People';
import { SearchField } from '../directory/SearchField';
import { Account } from './Account';

interface Props {
  session: Session;
  open: number | undefined;
}

/** The list of conversations or of people. The search field searches people. */
export function Sidebar({ session, open }: Props) {
  const [view, setView] = useState<'conversations' | 'people'>('conversations');
  const [q, setQ] = useState('');
  const searching = view === 'people';

  function search(text: string) {
    setQ(text);
    setView('people');
  }
  function showConversations() {
    setQ('');
    setView('conversations');
  }

  return (
    <section className="sidebar" aria-label={texts.chat.sidebar}>
      <Account session={session} />
      <SearchField value={q} onChange={search} onLeave={showConversations} />
      <div className="switch" role="group" aria-label={texts.chat.sidebar}>
        <button type="button" aria-pressed={!searching} onClick={showConversations}>
          {texts.chat.conversations}
        </button>
        <button type="button" aria-pressed={searching} onClick={() => setView('people')}>
          {texts.chat.people}
        </button>
      </div>
      {searching ? (
        <People q={q} onOpened={showConversations} />
      ) : (
        <ConversationListView open={open} onFind={() => setView('people')} />
      )}
    </section>
  );
}
