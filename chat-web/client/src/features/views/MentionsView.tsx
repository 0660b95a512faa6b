import { useEffect, useState } from 'react';
import { texts } from '../../i18n';
import { shortTime } from '../../i18n/time';
import { hrefOf } from '../../navigation/route';
import type { Cursor, Message } from '../../protocol/resources';
import { ApiError } from '../../state/chatState';
import { shownTotals } from '../../state/unreadTotals';
import { useChat, useChatState } from '../shared/chatContext';
import { Excerpt } from '../shared/Excerpt';
import { nameOf, titleOf } from '../shared/names';
import { ViewHead } from '../shared/ViewHead';

interface Loaded {
  items: Message[];
  next?: Cursor;
  failure?: string;
}

/** The messages that mention this user, over all conversations. */
export default function MentionsView() {
  const { channels } = useChat();
  const unread = useChatState((state) => shownTotals(state).mentions);
  const [loaded, setLoaded] = useState<Loaded>();

  useEffect(() => {
    let current = true;
    channels.mentions().then(
      (page) => current && setLoaded((before) => withNewer(page, before)),
      (error) => {
        const unsupported = error instanceof ApiError && error.status === 404;
        const failure = unsupported ? texts.views.mentionsUnsupported : texts.views.mentionsFailed;
        if (current) setLoaded({ items: [], failure });
      },
    );
    return () => {
      current = false;
    };
    // New mentions are added at the top.
  }, [channels, unread]);

  function more({ items, next }: { items: Message[]; next?: Cursor }) {
    channels.mentions(next).then(
      (page) => setLoaded({ items: [...items, ...page.items], next: page.next }),
      () => setLoaded({ items, next, failure: texts.views.mentionsFailed }),
    );
  }

  return (
    <section className="view" aria-label={texts.views.mentions} data-region tabIndex={-1}>
      <ViewHead title={texts.views.mentions} />
      <div className="view__content">
        {!loaded && <p className="quiet">{texts.loading}</p>}
        {loaded?.failure && (
          <p className="quiet" role="status">
            {loaded.failure}
          </p>
        )}
        {loaded && !loaded.failure && loaded.items.length === 0 && (
          <div className="empty">
            <p className="empty__title">{texts.views.noMentions}</p>
            <p>{texts.views.noMentionsHint}</p>
          </div>
        )}
        <ul>
          {loaded?.items.map((message) => (
            <li key={keyOf(message)}>
              <Mention message={message} />
            </li>
          ))}
        </ul>
        {loaded?.next !== undefined && (
          <button type="button" className="button more" onClick={() => more(loaded)}>
            {texts.views.moreMentions}
          </button>
        )}
      </div>
    </section>
  );
}

/** The first page, and what was loaded before it if nothing is missing in between. */
function withNewer(page: Loaded, before: Loaded | undefined): Loaded {
  const known = new Set(before?.items.map(keyOf));
  const newer = page.items.filter((message) => !known.has(keyOf(message)));
  if (!before || newer.length === page.items.length) return page;
  return { items: [...newer, ...before.items], next: before.next };
}

const keyOf = ({ conv, pos }: Message) => `${conv}/${pos}`;

function Mention({ message }: { message: Message }) {
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(message.conv));
  return (
    <a
      className="view__item"
      data-testid="mention"
      href={hrefOf({ view: 'conversation', conv: message.conv, pos: message.pos })}
    >
      <span className="view__meta">
        <bdi>{nameOf(people, message.from)}</bdi>
        {summary && <bdi>{titleOf(summary, people, me)}</bdi>}
        <time dateTime={message.ts}>{shortTime(message.ts)}</time>
      </span>
      <span className="view__text">
        <Excerpt body={message.body ?? ''} />
      </span>
    </a>
  );
}
