import type { Member, Pos, UserId } from '../protocol/resources';
import type { Summary } from './summary';

/** Who has read a message, and which other members have not. */
export interface Readers {
  read: readonly UserId[];
  /** Absent where the members are not known. */
  unread?: readonly UserId[];
}

/** As known to the page, which receives the receipts of conversations that contain their members. */
export function knownReaders(
  summary: Pick<Summary, 'members'> | undefined,
  pos: Pos,
  author: UserId | undefined,
): Required<Readers> | undefined {
  if (!summary?.members) return undefined;
  const others = summary.members.filter(({ user }) => user !== author);
  const ids = (has: (member: Member) => boolean) => others.filter(has).map(({ user }) => user);
  return { read: ids(({ read }) => read >= pos), unread: ids(({ read }) => read < pos) };
}
