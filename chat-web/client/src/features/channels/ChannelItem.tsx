import { channelTexts as words } from '../../i18n/enChannels';
import type { Channel } from '../../protocol/resources';
import { Avatar } from '../../ui/Avatar';

interface Props {
  channel: Channel;
  busy: boolean;
  onJoin: () => void;
  onOpen: () => void;
}

/** A public channel: to open for its members, to join or only to read for others. */
export function ChannelItem({ channel, busy, onJoin, onOpen }: Props) {
  const { id, title, topic, memberCount, joined } = channel;
  return (
    <li className="channel" data-testid="channel" data-conv={id}>
      <Avatar id={id} name={title} group />
      <div className="channel__text">
        <bdi className="channel__title">{title}</bdi>
        <span className="channel__detail">
          {words.memberCount(memberCount)} <bdi>{topic}</bdi>
        </span>
      </div>
      <button
        type="button"
        className="button button--small"
        aria-label={joined ? words.openNamed(title) : words.readNamed(title)}
        onClick={onOpen}
      >
        {joined ? words.open : words.read}
      </button>
      {!joined && (
        <button
          type="button"
          className="button button--small button--main"
          aria-label={words.joinNamed(title)}
          disabled={busy}
          onClick={onJoin}
        >
          {words.join}
        </button>
      )}
    </li>
  );
}
