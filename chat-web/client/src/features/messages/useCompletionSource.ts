import { useMemo, useState } from 'react';
import type { ChannelName, CompletionSource } from '../../compose/source';
import type { TriggerKind } from '../../compose/trigger';
import type { ConversationId } from '../../protocol/resources';
import type { Chat } from '../../state/chat';
import type { ChatState } from '../../state/chatState';
import { useChat, useChatState } from '../shared/chatContext';

const SEARCH_DELAY_MS = 200;

/**
 * Completes the names of people, members first, and of channels: those of this user, and public ones that are found.
 *
 * @param channels instead of those of this user
 */
export function useCompletionSource(conv: ConversationId, channels?: readonly ChannelName[]): CompletionSource {
  const chat = useChat();
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(conv));
  const members = summary?.members;
  const group = summary?.kind === 'group';

  const [found, setFound] = useState<readonly ChannelName[]>([]);
  const search = useMemo(() => delayedSearch(chat, setFound), [chat]);

  return useMemo(() => {
    const isMember = new Set(members?.map((member) => member.user));
    return {
      people: () => [...people.values()].map((user) => ({ ...user, member: isMember.has(user.id) })),
      everyone: group,
      channels: () => withFound(channels ?? ownChannels(chat.store.getState().summaries), found),
      search,
    };
  }, [chat, people, members, group, channels, found, search]);
}

/** Loads people and public channels while a name is typed. Those that are known already are shown meanwhile. */
function delayedSearch(chat: Chat, onChannels: (found: readonly ChannelName[]) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const load = async (kind: TriggerKind, query: string) => {
    if (kind === 'mention') await chat.people(query);
    else onChannels((await chat.channels.browse(query)).items);
  };
  return (kind: TriggerKind, query: string) => {
    clearTimeout(timer);
    if (kind === 'emoji' || query === '' || `${kind} ${query}` === last) return;
    timer = setTimeout(() => {
      last = `${kind} ${query}`;
      load(kind, query).catch((error: unknown) => console.warn('The search for completions failed.', error));
    }, SEARCH_DELAY_MS);
  };
}

function withFound(own: readonly ChannelName[], found: readonly ChannelName[]): ChannelName[] {
  return [...new Map([...found, ...own].map((channel) => [channel.id, channel])).values()];
}

type Summaries = ChatState['summaries'];

function ownChannels(summaries: Summaries): ChannelName[] {
  return [...summaries.values()].flatMap(({ id, kind, title }) => (kind === 'group' && title ? [{ id, title }] : []));
}
