import type { ReactNode } from 'react';
import { useState } from 'react';
import { composeTexts } from '../i18n/enCompose';
import { IsolatedParts } from '../ui/IsolatedParts';
import { StatusRegion } from '../ui/StatusRegion';

interface Props {
  people: readonly { id: number; name: string }[];
  /** What shows a name; the name itself by default. */
  renderName?: (name: string, id: number) => ReactNode;
  /** Adds them to the conversation; absent if the user is not allowed to. Rejects if that failed. */
  onAdd?: (ids: number[]) => Promise<void>;
  onDismiss: () => void;
}

/** Informs the author that a message mentions people who cannot see it, and offers to add them. */
export function NotMembersNotice({ people, renderName = (name) => name, onAdd, onDismiss }: Props) {
  const [state, setState] = useState<'adding' | 'failed'>();

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
        <IsolatedParts
          parts={people.map(({ name }) => name)}
          within={(...names) => composeTexts.notMembers(names.join(', '), people.length)}
          render={(name, index) => renderName(name, people[index]?.id ?? 0)}
        />
        {state === 'failed' && ` ${composeTexts.addFailed}`}
      </p>
      {onAdd && (
        <button type="button" className="button button--small" disabled={state === 'adding'} onClick={() => void add()}>
          {composeTexts.add(people.length)}
        </button>
      )}
      <button type="button" className="button button--small" onClick={onDismiss}>
        {composeTexts.dismiss}
      </button>
    </StatusRegion>
  );
}
