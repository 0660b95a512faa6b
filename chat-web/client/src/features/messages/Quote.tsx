import { texts } from '../../i18n';
import type { Quote as QuoteData } from '../../protocol/resources';
import { shownPart } from '../../state/shownPart';
import { Excerpt } from '../shared/Excerpt';
import { useChatState } from '../shared/chatContext';
import { NameButton } from '../shared/NameButton';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import { goTo } from '../shared/useRoute';

interface Props {
  conv: number;
  pos: number;
  /** The excerpt that came with the message. What the page has loaded is newer. */
  quote?: QuoteData;
  /** Whether it is in an accepted message: a click goes to the original. */
  canOpen?: boolean;
  /** Whether it is in the tab order. */
  current?: boolean;
}

/** The message that a reply refers to. */
export function Quote({ conv, pos, quote, canOpen = false, current = false }: Props) {
  const people = useChatState((state) => state.people);
  const loaded = useChatState((state) => shownPart(state, conv).items.find((item) => item.pos === pos));
  const from = loaded?.from ?? quote?.from;
  const gone = loaded ? loaded.revoked === true : quote?.gone === true;
  const excerpt = gone ? undefined : (loaded?.body ?? quote?.excerpt);
  const name = nameOf(people, from);
  const { messages } = texts;
  const text = gone ? (
    loaded ? (
      messages.removed
    ) : (
      messages.quoteGone
    )
  ) : excerpt === undefined ? (
    messages.quoteNotLoaded
  ) : (
    <Excerpt body={excerpt} />
  );
  return (
    <blockquote className="quote" aria-label={messages.replyTo(name)}>
      {from !== undefined && (
        <strong>
          {canOpen ? (
            <NameButton user={from} current={current}>
              <bdi>{name}</bdi>
            </NameButton>
          ) : (
            <PersonButton user={from}>
              <bdi>{name}</bdi>
            </PersonButton>
          )}
        </strong>
      )}
      <span>{text}</span>
      {canOpen && !gone && (
        <button
          type="button"
          className="quote__open"
          tabIndex={current ? 0 : -1}
          aria-label={messages.openQuoted(name)}
          onClick={() => goTo(conv, pos)}
        />
      )}
    </blockquote>
  );
}
