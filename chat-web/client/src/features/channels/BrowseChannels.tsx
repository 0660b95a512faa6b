import { useEffect, useState } from 'react';
import { texts } from '../../i18n';
import type { Channel, Cursor } from '../../protocol/resources';
import { ApiError } from '../../state/chatState';
import { Avatar } from '../../ui/Avatar';
import { useChat } from '../shared/chatContext';
import { show } from '../shared/shell';
import { conversationHref, goTo } from '../shared/useRoute';
import { ViewHead } from '../shared/ViewHead';

const DEBOUNCE_MS = 200;

interface Loaded {
  q: string;
  channels: Channel[];
  next?: Cursor;
  failure?: 'failed' | 'unsupported';
}

/** The public channels, to find and join. */
export default function BrowseChannels() {
  const { channels } = useChat();
  const [q, setQ] = useState('');
  const [loaded, setLoaded] = useState<Loaded>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let current = true;
    const query = q.trim();
    const load = async () => {
      try {
        const page = await channels.browse(query);
        if (current) setLoaded({ q: query, channels: page.items, next: page.next });
      } catch (error) {
        const unsupported = error instanceof ApiError && error.status === 404;
        if (current) setLoaded({ q: query, channels: [], failure: unsupported ? 'unsupported' : 'failed' });
      }
    };
    const timer = setTimeout(() => void load(), query ? DEBOUNCE_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [channels, q]);

  async function more({ next, q: query }: Loaded) {
    const page = await channels.browse(query, next).catch(() => undefined);
    if (!page) return setFailed(true);
    setLoaded((now) =>
      now && now.q === query ? { ...now, channels: [...now.channels, ...page.items], next: page.next } : now,
    );
  }

  async function open({ id, joined }: Channel) {
    setFailed(false);
    try {
      if (!joined) await channels.join(id);
      goTo(id);
    } catch {
      setFailed(true);
    }
  }

  return (
    <section className="view" aria-label={texts.channel.browse} data-region tabIndex={-1}>
      <ViewHead title={texts.channel.browse}>
        <button type="button" className="button button--main" onClick={() => show('newChannel')}>
          {texts.chat.newChannel}
        </button>
      </ViewHead>
      <div className="view__content">
        <input
          type="search"
          className="input"
          aria-label={texts.channel.browseSearch}
          placeholder={texts.channel.browseSearch}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        {failed && (
          <p className="notice notice--bad" role="alert">
            {texts.channel.joinFailed}
          </p>
        )}
        {!loaded && <p className="quiet">{texts.loading}</p>}
        {loaded?.failure && (
          <p className="quiet" role="status">
            {loaded.failure === 'unsupported' ? texts.channel.browseUnsupported : texts.channel.browseFailed}
          </p>
        )}
        {loaded && !loaded.failure && loaded.channels.length === 0 && (
          <div className="empty" role="status">
            <p className="empty__title">{texts.channel.browseNone}</p>
            <p>{texts.channel.browseNoneHint}</p>
          </div>
        )}
        <ul>
          {loaded?.channels.map((channel) => (
            <li key={channel.id} className="channel" data-testid="channel" data-conv={channel.id}>
              <Avatar id={channel.id} name={channel.title} group />
              <div className="channel__text">
                <a className="channel__title" href={conversationHref(channel.id)}>
                  <bdi>{channel.title}</bdi>
                </a>
                <span className="channel__detail">
                  {texts.channel.memberCount(channel.memberCount)} <bdi>{channel.topic}</bdi>
                </span>
              </div>
              <button
                type="button"
                className="button button--small"
                aria-label={(channel.joined ? texts.channel.openNamed : texts.channel.joinNamed)(channel.title)}
                onClick={() => void open(channel)}
              >
                {channel.joined ? texts.channel.open : texts.channel.join}
              </button>
            </li>
          ))}
        </ul>
        {loaded?.next !== undefined && (
          <button type="button" className="button more" onClick={() => void more(loaded)}>
            {texts.channel.browseMore}
          </button>
        )}
      </div>
    </section>
  );
}
