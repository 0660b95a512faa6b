import { texts } from '../../i18n';
import { endTime } from '../../i18n/time';
import { Isolated } from '../../ui/Isolated';

interface Shown {
  text?: string;
  emoji?: string;
  until?: string;
}

/** What a user says about themselves. */
export function StatusLine({ status: { text, emoji, until } }: { status: Shown }) {
  if (!text && !emoji) return null;
  return (
    <span className="status">
      {emoji && <span aria-hidden={text ? true : undefined}>{emoji} </span>}
      {text && <bdi>{text}</bdi>}
      {until && <span className="status__until"> {texts.presence.until(endTime(until))}</span>}
    </span>
  );
}

/** Only the emoji, next to a name; the text is in its name. */
export function StatusEmoji({ status: { text, emoji } }: { status: Shown }) {
  if (!emoji) return null;
  return (
    <span className="status__emoji" title={text}>
      <span aria-hidden={text ? true : undefined}>{emoji}</span>
      {text && (
        <span className="visually-hidden">
          <Isolated text={text} within={texts.presence.status} />
        </span>
      )}
    </span>
  );
}
