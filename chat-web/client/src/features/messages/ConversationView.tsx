import type { KeyboardEvent } from 'react';
import { isNarrow } from '../../a11y/isNarrow';
import { texts } from '../../i18n';
import { useChatState } from '../shared/chatContext';
import { titleOf } from '../shared/names';
import { goTo } from '../shared/useRoute';
import { Composer } from './Composer';
import { ConversationHead } from './ConversationHead';
import { MessageList } from './MessageList';

/** One conversation: heading, messages and composer. */
export function ConversationView({ conv }: { conv: number }) {
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(conv));
  const missing = useChatState((state) => !state.timelines.has(conv));
  const title = summary ? titleOf(summary, people, me) : '';

  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || !isNarrow()) return;
    goTo(undefined);
  }

  return (
    <section className="conversation" aria-label={title} onKeyDown={key}>
      <ConversationHead conv={conv} summary={summary} title={title} />
      {missing && !summary ? (
        <div className="empty empty--pane">
          <p role="status">{texts.failure.notFound}</p>
        </div>
      ) : (
        <>
          <MessageList conv={conv} title={title} />
          <Composer conv={conv} title={title} />
        </>
      )}
    </section>
  );
}
