import { useEffect, useRef } from 'react';
import { focusComposer } from '../../a11y/focusComposer';
import { channelTexts } from '../../i18n/enChannels';
import { isAllowed } from '../../state/groupPermissions';
import { useChat, useChatState } from '../shared/chatContext';
import { useChannelSubmit } from '../shared/useChannelSubmit';
import { Failure } from '../shared/Failure';
import type { WhyClosed } from '../../state/groupPermissions';

interface Props {
  conv: number;
  why: WhyClosed;
}

/** In the place of the composer: why one cannot write, and what changes that. */
export default function ComposerClosed({ conv, why }: Props) {
  const { channels } = useChat();
  const restores = useChatState(({ summaries, me }) => {
    const summary = summaries.get(conv);
    return why === 'archived' && summary !== undefined && isAllowed(summary, me.id, 'archive');
  });
  const { busy, failure, submit } = useChannelSubmit(conv);
  const note = useRef<HTMLDivElement>(null);

  // If the composer had the focus when it was removed, the focus must not be lost.
  useEffect(() => {
    if (document.activeElement === document.body) note.current?.focus();
  }, []);

  function act(call: 'change' | 'join', request: () => Promise<void>) {
    void submit(call, async () => {
      await request();
      focusComposer();
    });
  }

  return (
    <div className="conversation__closed" ref={note} tabIndex={-1} data-testid="closed">
      <p role="status">{restores ? channelTexts.archivedOwner : channelTexts[why]}</p>
      <Failure text={failure} />
      {restores && (
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => act('change', () => channels.change(conv, { archived: false }))}
        >
          {channelTexts.restore}
        </button>
      )}
      {why === 'notMember' && (
        <button
          type="button"
          className="button button--main"
          disabled={busy}
          onClick={() => act('join', () => channels.join(conv))}
        >
          {channelTexts.joinChannel}
        </button>
      )}
    </div>
  );
}
