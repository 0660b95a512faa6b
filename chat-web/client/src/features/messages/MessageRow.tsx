import { memo } from 'react';
import { texts } from '../../i18n';
import { dayName } from '../../i18n/time';
import { MemberLine } from '../shared/MemberLine';
import { Bubble } from './Bubble';
import { OutgoingBubble } from './OutgoingBubble';
import type { Row } from './messageRows';

export const MessageRow = memo(
  function MessageRow({ row, seen, newest }: { row: Row; seen: boolean; newest: boolean }) {
    switch (row.kind) {
      case 'day':
        return <li className="line">{dayName(row.ts)}</li>;
      case 'unread':
        return <li className="line line--unread">{texts.messages.unread}</li>;
      case 'member':
        return (
          <li className="line line--member">
            <MemberLine message={row.message} />
          </li>
        );
      case 'message':
        return <Bubble message={row.message} mine={row.mine} first={row.first} seen={seen} newest={newest} />;
      case 'outgoing':
        return <OutgoingBubble outgoing={row.outgoing} first={row.first} />;
    }
  },
  (before, after) => before.seen === after.seen && before.newest === after.newest && sameRow(before.row, after.row),
);

/** Rows are recreated on every change, mostly with the same content. */
function sameRow(a: Row, b: Row) {
  if (a.kind === 'message' && b.kind === 'message') return a.message === b.message && a.first === b.first;
  if (a.kind === 'outgoing' && b.kind === 'outgoing') return a.outgoing === b.outgoing && a.first === b.first;
  if (a.kind === 'member' && b.kind === 'member') return a.message === b.message;
  return a.kind === b.kind && a.key === b.key;
}
