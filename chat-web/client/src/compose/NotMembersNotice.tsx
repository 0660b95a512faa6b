import { useState } from 'react';
import { texts } from '../i18n';
import { Isolated } from '../ui/Isolated';
import { StatusRegion } from '../ui/StatusRegion';

interface Props {
  people: readonly { id: number; name: string }[];
  /** Adds them to the conversation; absent if the user is not allowed to. Rejects if that failed. */
  onAdd?: (ids: number[]) => Promise<void>;
  onDismiss: () => void;
}

/** Informs the author that a message mentions people who cannot see it, and offers to add them. */
export function NotMembersNotice({ people, onAdd, onDismiss }: Props) {
  const [state, setState] = useState<'adding' | 'failed'>();
  const names = people.map(({ name }) => name).join(', ');

  async function add() {
    setState('adding');
    try {
      await onAdd?.(people.map(({ id }) => id));
      onDismiss();
    } catch (error) {
      console.warn('The people could not be added. The notice offers it again.', error);
      setState('failed');
    }
  }

  return (
    <StatusRegion className="not-members">
      <p>
        <Isolated text={names} within={(who) => texts.compose.notMembers(who, people.length)} />
        {state === 'failed' && ` ${texts.compose.addFailed}`}
      </p>
      {onAdd && (
        <button type="button" className="button button--small" disabled={state === 'adding'} onClick={() => void add()}>
          {texts.compose.add(people.length)}
        </button>
      )}
      <button type="button" className="button button--small" onClick={onDismiss}>
        {texts.compose.dismiss}
      </button>
    </StatusRegion>
  );
}
