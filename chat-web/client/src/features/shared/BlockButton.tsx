import { useState } from 'react';
import { texts } from '../../i18n';
import { blockTexts } from '../../i18n/enPeople';
import type { User } from '../../protocol/resources';
import { Isolated } from '../../ui/Isolated';
import { useChat, useChatState } from './chatContext';
import { useSubmit } from './useSubmit';
import { Failure } from './Failure';

/** Blocks a person after a question, or ends that. */
export function BlockButton({ user }: { user: User }) {
  const chat = useChat();
  const blocked = useChatState((state) => state.own.blocks.some(({ id }) => id === user.id));
  const [asking, setAsking] = useState(false);
  const { busy, failure, submit } = useSubmit();

  function set(on: boolean) {
    setAsking(false);
    void submit(() => chat.own.block(user, on));
  }
  if (asking) {
    return (
      <div className="profile__question" role="group" aria-label={blockTexts.question(user.displayName)}>
        <p>
          <Isolated text={user.displayName} within={blockTexts.question} /> {blockTexts.hint}
        </p>
        <button type="button" className="button button--small" autoFocus onClick={() => setAsking(false)}>
          {texts.cancel}
        </button>
        <button type="button" className="button button--small button--bad" onClick={() => set(true)}>
          {blockTexts.confirm}
        </button>
      </div>
    );
  }
  return (
    <>
      <button
        type="button"
        className="button button--small"
        disabled={busy}
        onClick={() => (blocked ? set(false) : setAsking(true))}
      >
        {blocked ? blockTexts.unblock : blockTexts.block}
      </button>
      <Failure text={failure} />
    </>
  );
}
