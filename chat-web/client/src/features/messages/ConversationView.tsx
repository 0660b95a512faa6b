import type { KeyboardEvent } from 'react';
import { Suspense } from 'react';
import { isNarrow } from '../../a11y/isNarrow';
import { lazyPart } from '../../parts/lazyPart';
import { useChat, useChatState } from '../shared/chatContext';
import { titleOf } from '../shared/names';
import { navigation } from '../shared/useRoute';
import { usePermissions } from '../shared/usePermissions';
import { Composer } from './Composer';
import { ConversationHead } from './ConversationHead';
import { MessageList } from './MessageList';
import { RecipientNote } from './RecipientNote';

const ComposerClosed = lazyPart(() => import('./ComposerClosed'));

/** One conversation: heading, messages and composer, in one column. */
export function ConversationView({ conv }: { conv: number }) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(conv));
  const { closed } = usePermissions(conv);
  const title = summary ? titleOf(summary, people, me) : '';

  function key(event: KeyboardEvent) {
    if (event.defaultPrevented || event.key !== 'Escape' || event.nativeEvent.isComposing || !isNarrow()) return;
    navigation.close();
  }

  return (
    <section className="conversation" aria-label={title} onKeyDown={key}>
      <ConversationHead conv={conv} summary={summary} title={title} />
      <MessageList conv={conv} title={title} kind={summary?.kind ?? 'direct'} />
      <div className="conversation__composer" data-region tabIndex={-1}>
        {closed ? (
          <Suspense fallback={<div className="conversation__closed" />}>
            <ComposerClosed conv={conv} why={closed} />
          </Suspense>
        ) : (
          <Composer
            conv={conv}
            title={title}
            notice={<RecipientNote conv={conv} />}
            onEditLast={() => chat.editLast(conv)}
          />
        )}
      </div>
    </section>
  );
}
