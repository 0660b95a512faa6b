import { texts } from '../../i18n';
import { endTime, timeIn } from '../../i18n/time';
import type { UserId } from '../../protocol/resources';
import { partner } from '../../state/summary';
import { isWorking } from '../../state/workingHours';
import { IsolatedParts } from '../../ui/IsolatedParts';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import { usePresence } from '../shared/presence';
import { useMinute } from '../shared/useMinute';

/**
 * A quiet note when the other user of a direct conversation is blocked, does not want to be disturbed, or does not work
 * at this time.
 */
export function RecipientNote({ conv }: { conv: number }) {
  const other = useChatState(({ summaries, me }) => {
    const summary = summaries.get(conv);
    return summary && partner(summary, me.id);
  });
  const name = useChatState((state) => nameOf(state.people, other));
  const presence = usePresence(other);
  const blocked = useChatState((state) => state.own.blocks.some(({ id }) => id === other));
  const now = useMinute();
  if (blocked) return <Note other={other} parts={[name]} within={texts.block.note} />;
  if (!presence) return null;
  const { dndUntil, hours, zone = hours?.zone } = presence;
  if (dndUntil)
    return <Note other={other} parts={[name, endTime(dndUntil)]} within={texts.presence.doesNotWantToBeDisturbed} />;
  const time = zone && timeIn(zone, now);
  if (!hours || !time || isWorking(hours, now)) return null;
  return <Note other={other} parts={[name, time]} within={(who, at) => texts.presence.outsideHours(who, at)} />;
}

interface NoteProps {
  other: UserId | undefined;
  /** The name, and a time. */
  parts: string[];
  within: (a: string, b: string) => string;
}

function Note({ other, parts, within }: NoteProps) {
  return (
    <p className="composer__note">
      <IsolatedParts
        parts={parts}
        within={(a = '', b = '') => within(a, b)}
        render={(part, index) =>
          index === 0 && other !== undefined ? <PersonButton user={other}>{part}</PersonButton> : part
        }
      />
    </p>
  );
}
