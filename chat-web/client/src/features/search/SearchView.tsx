import { Fragment, useId, useMemo } from 'react';
import { onArrowKeys } from '../../a11y/arrowKeys';
import { SearchApi } from '../../connection/searchApi';
import type { ApiError } from '../../connection/http';
import { texts } from '../../i18n';
import { searchTexts } from '../../i18n/enSearch';
import { failureText } from '../../i18n/failures';
import { fullTime, shortTime } from '../../i18n/time';
import { hrefOf } from '../../navigation/route';
import type { Hit } from '../../protocol/search';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { Isolated } from '../../ui/Isolated';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonName } from '../shared/PersonName';
import { ViewHead } from '../shared/ViewHead';
import '../views/views.css';
import { Highlighted } from './Highlighted';
import './search.css';
import { SearchForm } from './SearchForm';
import { useSearch } from './useSearch';

interface Props {
  /** The query of the URL. */
  q: string;
  api?: Pick<SearchApi, 'search'>;
}

/** The search of messages as a place: its query is in the URL. A click on a hit goes to the message. */
export default function SearchView({ q, api }: Props) {
  const calls = useMemo(() => api ?? new SearchApi(), [api]);
  const { items, total, failure, loading, hasMore, more } = useSearch(q, calls);
  return (
    <section className="view search" aria-label={searchTexts.title} aria-busy={loading} data-region tabIndex={-1}>
      <ViewHead title={searchTexts.title} />
      <div className="view__content">
        <SearchForm q={q} />
        <p className="search__count" role="status">
          {loading ? texts.loading : q === '' ? '' : status(items?.length, total)}
        </p>
        {q === '' && <p className="quiet">{searchTexts.hint}</p>}
        {items?.length === 0 && !hasMore && <p className="quiet">{searchTexts.noneHint}</p>}
        <ul onKeyDown={onArrowKeys}>
          {items?.map((hit) => (
            <li key={`${hit.msg.conv}/${hit.msg.pos}`}>
              <Result hit={hit} />
            </li>
          ))}
        </ul>
        {failure && <Failed failure={failure} disabled={loading} again={more} />}
        {hasMore && !failure && (
          <button type="button" className="button more" disabled={loading} onClick={more}>
            {searchTexts.more}
          </button>
        )}
      </div>
    </section>
  );
}

function status(shown: number | undefined, total: number | undefined): string {
  if (shown === undefined) return '';
  return shown === 0 ? searchTexts.none : searchTexts.count(total, shown);
}

function Failed({ failure, disabled, again }: { failure: ApiError; disabled: boolean; again: () => void }) {
  const reason = failure.status === 400 && failure.fields.find((field) => field.field === 'q')?.message;
  if (reason) {
    return (
      <p className="failure" role="alert">
        {searchTexts.refused(reason.replace(/^q: /, ''))}
      </p>
    );
  }
  return (
    <div className="failure" role="alert">
      <p>{failure.code === 'unavailable' ? searchTexts.unavailable : searchTexts.failed}</p>
      {failure.code !== 'unavailable' && <p>{failureText(failure)}</p>}
      <button type="button" className="button" disabled={disabled} onClick={again}>
        {texts.tryAgain}
      </button>
    </div>
  );
}

/** Where the message is, unless its sender says it. */
function Place({ conversation: { kind, title, user }, from }: { conversation: Hit['conversation']; from?: number }) {
  if (kind === 'group') return <bdi>{title ?? texts.list.group}</bdi>;
  if (!user || user.id === from) return null;
  return (
    <span>
      <Isolated text={user.displayName} within={searchTexts.to} />
    </span>
  );
}

/** The files of a message, by whose names and texts it can be found. */
function Files({ hit: { msg, files, excerpts } }: { hit: Hit }) {
  return msg.files?.map(({ id, name }) => {
    const excerpt = excerpts.find(({ file }) => file === id);
    return (
      <Fragment key={id}>
        <span className="search__file">
          <Icon name="attach" />
          <bdi>{name}</bdi>
          {files.includes(id) && <span className="quiet"> {searchTexts.inDocument}</span>}
        </span>
        {excerpt && (
          <span className="search__excerpt">
            <Highlighted text={excerpt.text} ranges={excerpt.highlights} />
          </span>
        )}
      </Fragment>
    );
  });
}

function Result({ hit }: { hit: Hit }) {
  const { msg, conversation, highlights } = hit;
  const people = useChatState((state) => state.people);
  const name = nameOf(people, msg.from);
  const id = useId();
  return (
    <div className="view__item mention-item">
      <Avatar id={msg.from ?? 0} name={name} small />
      <span className="mention-item__main">
        <span className="view__meta" id={`${id}-meta`}>
          <PersonName user={msg.from} name={name} />
          <Place conversation={conversation} from={msg.from} />
          <time dateTime={msg.ts} title={fullTime(msg.ts)}>
            {shortTime(msg.ts)}
          </time>
        </span>
        <a
          className="view__text view__link search__text"
          id={`${id}-text`}
          aria-labelledby={`${id}-meta ${id}-text`}
          data-testid="hit"
          href={hrefOf({ view: 'conversation', conv: msg.conv, pos: msg.pos })}
        >
          <Highlighted text={msg.body ?? ''} ranges={highlights} />
          <Files hit={hit} />
        </a>
      </span>
    </div>
  );
}
