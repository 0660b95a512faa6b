import { memo, useId } from 'react';
import { texts } from '../../i18n';
import { dayName } from '../../i18n/time';
import type { ShownPart } from '../../state/shownPart';
import { NoticeLine } from '../shared/NoticeLine';
import { Edge } from './Edge';
import { Message } from './Message';
import type { Row } from './messageRows';
import { Outgoing } from './Outgoing';
import type { MessageActions } from './useMessageActions';

interface Props {
  row: Row;
  conv: number;
  kind: 'direct' | 'group';
  part: ShownPart;
  seen: boolean;
  lastMine: boolean;
  /** Whether it is the one in the tab order; the others are reached with the arrow keys. */
  current: boolean;
  /** Whether its toolbar is shown. */
  active: boolean;
  editing: boolean;
  highlighted: boolean;
  actions: MessageActions;
}

/** A change of the channel. The keyboard moves to it as to a message, and from there to the names in it. */
function Notice({ row, current }: { row: Extract<Row, { kind: 'notice' }>; current: boolean }) {
  const id = useId();
  return (
    <article
      className="line line--notice"
      data-key={row.key}
      data-pos={row.message.pos}
      tabIndex={current ? 0 : -1}
      aria-labelledby={id}
    >
      <span id={id}>
        <NoticeLine message={row.message} before={row.before} names={current ? 'current' : 'other'} />
      </span>
    </article>
  );
}

export const MessageRow = memo(
  function MessageRow({ row, conv, kind, part, ...state }: Props) {
    switch (row.kind) {
      case 'edge':
        return <Edge conv={conv} at={row.key} part={part} />;
      case 'day':
        return <p className="line">{dayName(row.ts)}</p>;
      case 'unread':
        return <p className="line line--unread">{texts.messages.unread}</p>;
      case 'notice':
        return <Notice row={row} current={state.current} />;
      case 'message':
        return <Message row={row} kind={kind} {...state} />;
      case 'outgoing':
        return <Outgoing row={row} kind={kind} current={state.current} />;
    }
  },
  (before, after) =>
    before.seen === after.seen &&
    before.lastMine === after.lastMine &&
    before.current === after.current &&
    before.active === after.active &&
    before.editing === after.editing &&
    before.highlighted === after.highlighted &&
    before.kind === after.kind &&
    before.actions.can === after.actions.can &&
    (after.row.kind !== 'edge' || before.part === after.part) &&
    sameRow(before.row, after.row),
);

/** Rows are recreated on every change, mostly with the same content. */
function sameRow(a: Row, b: Row) {
  if (a.kind === 'message' && b.kind === 'message') return a.message === b.message && a.first === b.first;
  if (a.kind === 'outgoing' && b.kind === 'outgoing') return a.outgoing === b.outgoing && a.first === b.first;
  if (a.kind === 'notice' && b.kind === 'notice') return a.message === b.message && a.before === b.before;
  return a.kind === b.kind && a.key === b.key;
}
