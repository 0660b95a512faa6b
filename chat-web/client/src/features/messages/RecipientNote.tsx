import { texts } from '../../i18n';
import { endTime } from '../../i18n/time';
import { partner } from '../../state/summary';
import { IsolatedParts } from '../../ui/IsolatedParts';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { usePresence } from '../shared/presence';

/** A quiet note when the other user of a direct conversation is blocked, or does not want to be disturbed. */
export function RecipientNote({ conv }: { conv: number }) {
  const other = useChatState(({ summaries, me }) => {
    const summary = summaries.get(conv);
    return summary && partner(summary, me.id);
  });
  const name = useChatState((state) => nameOf(state.people, other));
  const presence = usePresence(other);
  const blocked = useChatState((state) => state.own.blocks.some(({ id }) => id === other));
  if (blocked) {
    return (
      <p className="composer__note">
        <IsolatedParts parts={[name]} within={texts.block.note} />
      </p>
    );
  }
  if (!presence?.dndUntil) return null;
  const until = endTime(presence.dndUntil);
  return (
    <p className="composer__note">
      <IsolatedParts parts={[name, until]} within={texts.presence.doesNotWantToBeDisturbed} />
    </p>
  );
}
