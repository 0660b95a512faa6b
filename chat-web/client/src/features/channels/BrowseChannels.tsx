import { useState } from 'react';
import { texts } from '../../i18n';
import { channelTexts as words } from '../../i18n/enChannels';
import { useChat, useChatState } from '../shared/chatContext';
import { channelFailure } from '../shared/channelFailure';
import { show } from '../shared/shell';
import { useChannelSubmit } from '../shared/useChannelSubmit';
import { goTo } from '../shared/useRoute';
import { ViewHead } from '../shared/ViewHead';
import { ChannelItem } from './ChannelItem';
import { Failure } from '../shared/Failure';
import { useChannelSearch } from './useChannelSearch';
import '../shared/dialogs.css';

/** The public channels, to find, read and join. */
export default function BrowseChannels() {
  const { channels } = useChat();
  const databaseDown = useChatState((state) => state.store.state === 'down');
  const [query, setQuery] = useState('');
  const { found, more, again } = useChannelSearch(query);
  const { busy, failure, submit } = useChannelSubmit();

  const join = (id: number) =>
    void submit('join', async () => {
      await channels.join(id);
      goTo(id);
    });

  return (
    <section className="view" data-region tabIndex={-1}>
      <ViewHead title={words.browse}>
        <button type="button" className="button button--main" onClick={() => show('newChannel')}>
          {texts.chat.newChannel}
        </button>
      </ViewHead>
      <div className="view__content">
        <input
          type="search"
          className="input"
          aria-label={words.browseSearch}
          placeholder={words.browseSearch}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Failure text={failure} />
        {!found && <p className="quiet">{texts.loading}</p>}
        {found?.error && (
          <div className="failure" role="alert">
            <p>
              {found.error.status === 404
                ? words.browseUnsupported
                : channelFailure(found.error, 'load', { databaseDown })}
            </p>
            <button type="button" className="button" onClick={again}>
              {texts.tryAgain}
            </button>
          </div>
        )}
        <p className="visually-hidden" role="status">
          {found && !found.error && words.browseFound(found.channels.length, found.next !== undefined)}
        </p>
        {found && !found.error && found.channels.length === 0 && (
          <div className="empty">
            <p className="empty__title">{words.browseNone}</p>
            <p>{words.browseNoneHint}</p>
            <button type="button" className="button" onClick={() => show('newChannel')}>
              {texts.chat.createChannel}
            </button>
          </div>
        )}
        <ul aria-label={words.browse}>
          {found?.channels.map((channel) => (
            <ChannelItem
              key={channel.id}
              channel={channel}
              busy={busy}
              onJoin={() => join(channel.id)}
              onOpen={() => goTo(channel.id)}
            />
          ))}
        </ul>
        {found?.next !== undefined && (
          <button type="button" className="button more" onClick={more}>
            {words.browseMore}
          </button>
        )}
      </div>
    </section>
  );
}
