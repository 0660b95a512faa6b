import type { KeyboardEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { texts } from '../../i18n';
import { channelTexts } from '../../i18n/enChannels';
import type { User, UserId } from '../../protocol/resources';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { usePeople } from '../directory/usePeople';
import { useChatState } from '../shared/chatContext';
import { quickSearch } from '../shared/quickSearch';

const SHOWN = 8;

interface Props {
  chosen: readonly User[];
  onChange: (chosen: readonly User[]) => void;
  /** People who are not offered, because they are members already. */
  except?: readonly UserId[];
  autoFocus?: boolean;
}

/** Chooses people by part of a name: arrow keys move, Enter chooses. */
export function PeoplePicker({ chosen, onChange, except = [], autoFocus }: Props) {
  const [query, setQuery] = useState('');
  const [announcement, setAnnouncement] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { offered, settled, failed } = useOffered(query.trim(), [...except, ...chosen.map(({ id }) => id)]);

  function choose(user: User) {
    onChange([...chosen, user]);
    setAnnouncement(channelTexts.choice(user.displayName, chosen.length + 1));
    setQuery('');
  }
  function takeOut(user: User) {
    onChange(chosen.filter(({ id }) => id !== user.id));
    setAnnouncement(channelTexts.unchoice(user.displayName));
    input.current?.focus();
  }

  /** Enter chooses the first person if none has the focus, and never sends the form around the picker. */
  function chooseFirst(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.target !== input.current) return;
    if (event.currentTarget.querySelector('[role="option"][data-focused]')) return;
    event.preventDefault();
    event.stopPropagation();
    if (query.trim() !== '' && offered[0]) choose(offered[0]);
  }

  return (
    <div className="picker" onKeyDownCapture={chooseFirst}>
      {chosen.length > 0 && (
        <ul className="picker__chosen" aria-label={channelTexts.chosen}>
          {chosen.map((user) => (
            <li key={user.id}>
              <bdi>{user.displayName}</bdi>
              <button type="button" aria-label={channelTexts.remove(user.displayName)} onClick={() => takeOut(user)}>
                <Icon name="clear" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="picker__field" aria-label={channelTexts.findPeople} autoFocus={autoFocus}>
          <Input
            className="input"
            ref={input}
            placeholder={channelTexts.findPeople}
            autoComplete="off"
            spellCheck={false}
          />
        </SearchField>
        {query.trim() !== '' && (
          <ListBox
            className="picker__offered"
            aria-label={channelTexts.found}
            items={offered}
            selectionMode="none"
            onAction={(key) => {
              const user = offered.find(({ id }) => id === key);
              if (user) choose(user);
            }}
            renderEmptyState={() => (
              <p className="quiet" role="status">
                {settled ? channelTexts.nobodyFound : texts.loading}
              </p>
            )}
          >
            {(user) => (
              <ListBoxItem id={user.id} textValue={user.displayName} className="person person--offered">
                <span className="person__row" data-testid="person" data-user={user.id}>
                  <Avatar id={user.id} name={user.displayName} small />
                  <bdi className="person__name">{user.displayName}</bdi>
                  <span className="person__detail">@{user.username}</span>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Autocomplete>
      {failed && <p className="panel__quiet">{channelTexts.findFailed}</p>}
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
    </div>
  );
}

const NONE = new Map<number, never>();

/** The best matches in the directory and among the people whom the page knows. */
function useOffered(query: string, taken: readonly UserId[]) {
  const me = useChatState((state) => state.me);
  const people = useChatState((state) => state.people);
  const { users, failed, settled } = usePeople(query);
  const takenKey = taken.join();
  const offered = useMemo(() => {
    const known = new Set(takenKey.split(',').map(Number));
    const found = quickSearch({ summaries: NONE, people, me }, users, query, true);
    return found.flatMap(({ user }) => (user && !known.has(user.id) ? [user] : [])).slice(0, SHOWN);
  }, [me, people, users, query, takenKey]);
  return { offered, failed, settled };
}
