import { useMemo } from 'react';
import type { Suggestion } from '../../compose/completions';
import { searchTexts } from '../../i18n/enSearch';
import type { ChatState } from '../../state/chatState';
import type { Summary } from '../../state/summary';
import { folded } from '../../text/search';
import { usePeople } from '../directory/usePeople';
import { useChatState } from '../shared/chatContext';
import { titleOf } from '../shared/names';
import type { Found } from '../shared/quickSearch';
import { quickSearch } from '../shared/quickSearch';
import type { Named } from './operators';
import { isWritable } from './queryParts';

type FoundConversation = Extract<Found, { kind: 'conversation' }>;

const SHOWN = 8;
const NO_CONVERSATIONS: ChatState['summaries'] = new Map();

/** The people or conversations that match what is typed, as values of an operator; none without an operator. */
export function useValues(operator: Named | undefined, text: string) {
  const me = useChatState((state) => state.me);
  const people = useChatState((state) => state.people);
  const summaries = useChatState((state) => state.summaries);
  const query = text.trim().replace(/^[@#]/, '');
  const ofPeople = operator !== undefined && operator !== 'in';
  const { users, settled } = usePeople(ofPeople ? query : undefined);

  const values = useMemo<Suggestion[]>(() => {
    if (operator === 'in') {
      const found = quickSearch({ summaries, people, me }, [], query);
      return found.flatMap((each) => (each.kind === 'conversation' ? placeOf(each, summaries) : [])).slice(0, SHOWN);
    }
    if (!operator) return [];
    const found = quickSearch({ summaries: NO_CONVERSATIONS, people, me }, users, query, true).flatMap(({ user }) =>
      user ? personOf(user.username, user.displayName) : [],
    );
    const self = [searchTexts.me, me.username, me.displayName].some((name) => folded(name).startsWith(folded(query)));
    return [...(self ? [personOf('me', searchTexts.me, `@${me.username}`)] : []), ...found].slice(0, SHOWN);
  }, [operator, query, me, people, summaries, users]);

  return { values, settled: !ofPeople || settled };
}

/** A direct conversation by its person, a channel by its title, unless that could mean another one. */
function placeOf({ summary, title, user }: FoundConversation, summaries: ChatState['summaries']): Suggestion {
  const key = String(summary.id);
  if (user?.username) return { key, text: `@${user.username}`, label: title, detail: `@${user.username}`, icon: '@' };
  const isSame = (other: Summary) => other.title !== undefined && folded(other.title) === folded(title);
  const isOnly = [...summaries.values()].every((other) => other === summary || !isSame(other));
  const isWritten = summary.title === title && isOnly && isWritable(title);
  return { key, text: isWritten ? title : key, label: title, detail: summary.topic, icon: '#' };
}

const personOf = (text: string, label: string, detail = `@${text}`): Suggestion => ({
  key: text,
  text,
  label,
  detail,
  icon: '@',
});

/** What the value of an operator is called: the name of a person, or the title of a conversation. */
export function useLabels() {
  const me = useChatState((state) => state.me);
  const people = useChatState((state) => state.people);
  const summaries = useChatState((state) => state.summaries);

  function person(value: string): string {
    const username = value.replace(/^@/, '').toLowerCase();
    if (username === 'me') return searchTexts.me;
    return [...people.values()].find((each) => each.username === username)?.displayName ?? value;
  }
  function place(value: string): string {
    const summary = /^#?\d+$/.test(value) ? summaries.get(Number(value.replace('#', ''))) : undefined;
    if (summary) return titleOf(summary, people, me.id);
    return value.startsWith('@') ? person(value) : value;
  }
  return { person, place };
}
