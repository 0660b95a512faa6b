import { texts } from '../../i18n';
import { useChat } from '../shared/chatContext';
import { useSubmit } from '../shared/useSubmit';

/** In the place of the composer, for people who read a public channel without being members. */
export function JoinBar({ conv, title }: { conv: number; title: string }) {
  const { channels } = useChat();
  const { busy, failure, submit } = useSubmit();
  return (
    <div className="conversation__closed">
      <p role="note">{texts.channel.notJoined}</p>
      {failure && (
        <p className="notice notice--bad" role="alert">
          {failure}
        </p>
      )}
      <button
        type="button"
        className="button button--main"
        disabled={busy}
        aria-label={texts.channel.joinNamed(title)}
        onClick={() => void submit(() => channels.join(conv))}
      >
        {texts.channel.join}
      </button>
    </div>
  );
}
