import { expect, test } from 'vitest';
import { aMessage } from '../../testing/chatFixture';
import { rowsOf } from './rows';

const at = (pos: number, ts: string, more = {}) => aMessage(pos, { ts, ...more });
const kinds = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.kind);

test('a line stands between two days, and before the first unread', () => {
  const items = [at(10, '2026-01-01T10:00:00'), at(20, '2026-01-02T10:00:00'), at(30, '2026-01-02T10:01:00')];
  const rows = rowsOf({ items, outgoing: [], me: 1, readUpTo: 20 });
  expect(kinds(rows)).toEqual(['day', 'message', 'day', 'message', 'unread', 'message']);
});

test('what one person says in one go stands together', () => {
  const items = [
    at(10, '2026-01-01T10:00:00'),
    at(11, '2026-01-01T10:01:00'),
    at(12, '2026-01-01T10:09:00'),
    at(13, '2026-01-01T10:09:30', { from: 1 }),
  ];
  const rows = rowsOf({ items, outgoing: [], me: 1 });
  expect(rows.map((row) => 'first' in row && row.first)).toEqual([false, true, false, true, true]);
});

test('a bubble keeps its key when what waited is accepted', () => {
  const waiting = { key: 'k1', conv: 7, body: 'hello', writtenAt: '2026-01-01T10:00:00' };
  const before = rowsOf({ items: [], outgoing: [waiting], me: 1 });
  const after = rowsOf({ items: [at(10, '2026-01-01T10:00:00', { from: 1, key: 'k1' })], outgoing: [], me: 1 });
  expect(after.at(-1)?.key).toBe(before.at(-1)?.key);
});
