import { useMemo, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { texts } from '../../i18n';
import { switcherTexts } from '../../i18n/enSwitcher';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { usePeople } from '../directory/usePeople';
import { useChat, useChatState } from '../shared/chatContext';
import { Failure } from '../shared/Failure';
import { usePresence } from '../shared/presence';
import type { Found } from '../shared/quickSearch';
import { quickSearch } from '../shared/quickSearch';
import { takeFirst } from '../shared/takeFirst';
import { go, goTo } from '../shared/useRoute';
import '../directory/directory.css';

interface Props {
  /** Only people, to write to. */
  peopleOnly?: boolean;
  onClose: () => void;
}

/** Goes to a conversation or person by any part of a name. Enter opens, Escape returns to where the focus was. */
export default function QuickSwitcher({ peopleOnly = false, onClose }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me);
  const summaries = useChatState((state) => state.summaries);
  const people = useChatState((state) => state.people);
  const [query, setQuery] = useState('');
  const [failed, setFailed] = useState(false);
  const directory = usePeople(query.trim().replace(/^[@#]/, ''));
  const items = useMemo(
    () => quickSearch({ summaries, people, me }, directory.users, query, peopleOnly),
    [summaries, people, me, directory.users, query, peopleOnly],
  );

  async function open(id: string) {
    const found = items.find((item) => item.id === id);
    if (!found) return;
    setFailed(false);
    try {
      const conv = found.kind === 'conversation' ? found.summary.id : await chat.direct(found.user);
      onClose();
      goTo(conv);
    } catch {
      // Reported here: the dialog stays open.
      setFailed(true);
    }
  }

  function searchMessages() {
    onClose();
    go({ view: 'search', q: query.trim() });
  }

  const [first] = items;
  const openFirst = first && (() => void open(first.id));
  const title = peopleOnly ? switcherTexts.newMessage : switcherTexts.title;
  return (
    <ModalDialog title={title} onClose={onClose} kind="search">
      <div className="switcher" onKeyDownCapture={(event) => takeFirst(event, openFirst, onClose)}>
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <SearchField className="switcher__field" aria-label={title} autoFocus>
            <Icon name="search" />
            <Input
              className="switcher__input"
              placeholder={switcherTexts.placeholder}
              data-testid="directory-search"
              autoComplete="off"
              spellCheck={false}
            />
          </SearchField>
          <Failure text={failed ? switcherTexts.notOpened : undefined} />
          <ListBox
            className="switcher__results"
            aria-label={switcherTexts.results}
            items={items}
            selectionMode="none"
            onAction={(id) => void open(String(id))}
            renderEmptyState={() =>
              directory.settled ? (
                <div className="empty" role="status">
                  <p>{directory.failed ? switcherTexts.failed : switcherTexts.none}</p>
                  <p>{switcherTexts.noneHint}</p>
                </div>
              ) : (
                <p className="quiet">{texts.loading}</p>
              )
            }
          >
            {(item) => <Result found={item} />}
          </ListBox>
          {!peopleOnly && (
            <button type="button" className="button button--small" onClick={searchMessages}>
              {switcherTexts.searchMessages(query.trim())}
            </button>
          )}
          <p className="switcher__hint">{switcherTexts.hint}</p>
        </Autocomplete>
      </div>
    </ModalDialog>
  );
}

function Result({ found }: { found: Found }) {
  const { user } = found;
  const presence = usePresence(user?.id);
  const unread = found.kind === 'conversation' ? found.summary.unread : 0;
  const channel = found.kind === 'conversation' && found.summary.kind === 'group';
  return (
    <ListBoxItem id={found.id} textValue={found.title} className="switcher__result" data-unread={unread > 0}>
      <span className="switcher__row" data-testid={user ? 'person' : 'found-channel'} data-user={user?.id}>
        <Avatar
          id={user?.id ?? Number(found.id.slice(1))}
          name={found.title}
          group={channel}
          presence={presence?.state}
          small
        />
        <bdi className="switcher__title">{found.title}</bdi>
        <bdi className="switcher__detail">{found.detail}</bdi>
        {unread > 0 && (
          <span className="badge" aria-label={switcherTexts.unread(unread)}>
            {unread}
          </span>
        )}
      </span>
    </ListBoxItem>
  );
}
