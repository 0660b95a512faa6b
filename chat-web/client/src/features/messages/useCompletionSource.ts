import { useMemo } from 'react';
import type { ChannelName, CompletionSource } from '../../compose/source';
import type { TriggerKind } from '../../compose/trigger';
import type { ConversationId } from '../../protocol/resources';
import type { Chat } from '../../state/chat';
import type { ChatState } from '../../state/chatState';
import { useChat, useChatState } from '../shared/chatContext';

const SEARCH_DELAY_MS = 200;

/**
 * Completes the names of people, members first, and of channels.
 *
 * @param channels further channels, such as public ones; default: those of this user
 */
export function useCompletionSource(conv: ConversationId, channels?: readonly ChannelName[]): CompletionSource {
  const chat = useChat();
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(conv));
  const members = summary?.members;
  const group = summary?.kind === 'group';

  const search = useMemo(() => delayedSearch(chat), [chat]);

  return useMemo(() => {
    const isMember = new Set(members?.map((member) => member.user));
    return {
      people: () => [...people.values()].map((user) => ({ ...user, member: isMember.has(user.id) })),
      everyone: group,
      channels: () => channels ?? ownChannels(chat.store.getState().summaries),
      search,
    };
  }, [chat, people, members, group, channels, search]);
}

/** Loads people while a name is typed. Those who are known already are shown meanwhile. */
function delayedSearch(chat: Chat) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  return (kind: TriggerKind, query: string) => {
    clearTimeout(timer);
    if (kind !== 'mention' || query === '' || query === last) return;
    timer = setTimeout(() => {
      last = query;
      chat.people(query).catch((error: unknown) => console.warn('Searching for people failed.', error));
    }, SEARCH_DELAY_MS);
  };
}

type Summaries = ChatState['summaries'];

function ownChannels(summaries: Summaries): ChannelName[] {
  return [...summaries.values()].flatMap(({ id, kind, title }) => (kind === 'group' && title ? [{ id, title }] : []));
}
