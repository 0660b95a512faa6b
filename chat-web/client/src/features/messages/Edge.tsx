import { texts } from '../../i18n';
import type { ShownPart } from '../../state/shownPart';
import { useChat } from '../shared/chatContext';

interface Props {
  conv: number;
  at: 'start' | 'end';
  part: ShownPart;
}

/** The first or last row: what is before or after the loaded messages. */
export function Edge({ conv, at, part }: Props) {
  const { reader } = useChat();
  const { messages } = texts;
  if (at === 'end') {
    return (
      <button
        type="button"
        className="button more"
        disabled={part.loading !== undefined}
        onClick={() => reader.newer(conv)}
      >
        {part.loading === 'newer' ? messages.loadingNewer : messages.loadNewer}
      </button>
    );
  }
  if (!part.loaded) return part.loading ? <p className="quiet">{texts.loading}</p> : null;
  if (!part.hasOlder) return <p className="quiet">{messages.beginning}</p>;
  return (
    <button
      type="button"
      className="button more"
      disabled={part.loading !== undefined}
      onClick={() => reader.older(conv)}
    >
      {part.loading === 'older' ? messages.loadingOlder : messages.loadOlder}
    </button>
  );
}
