import { expect, test } from 'vitest';
import { aMessage } from '../../testing/chatFixture';
import { dayAt, messageRows } from './messageRows';

const at = (pos: number, ts: string, more = {}) => aMessage(pos, { ts, ...more });
const kinds = (rows: ReturnType<typeof messageRows>) => rows.map((row) => row.kind);

test('days and unread messages are separated by lines', () => {
  const items = [at(10, '2026-01-01T10:00:00'), at(20, '2026-01-02T10:00:00'), at(30, '2026-01-02T10:01:00')];
  const rows = messageRows({ items, outgoing: [], me: 1, readUpTo: 20 });
  expect(kinds(rows)).toEqual(['edge', 'day', 'message', 'day', 'message', 'unread', 'message']);
});

test('own messages and notices are not unread', () => {
  const items = [
    at(10, '2026-01-01T10:00:00', { from: 1 }),
    at(20, '2026-01-01T10:01:00', { kind: 'member', user: 3 }),
    at(30, '2026-01-01T10:02:00'),
  ];
  const rows = messageRows({ items, outgoing: [], me: 1, readUpTo: 5 });
  expect(kinds(rows)).toEqual(['edge', 'day', 'message', 'notice', 'unread', 'message']);
});

test('messages of one user within five minutes are grouped', () => {
  const items = [
    at(10, '2026-01-01T10:00:00'),
    at(11, '2026-01-01T10:01:00'),
    at(12, '2026-01-01T10:09:00'),
    at(13, '2026-01-01T10:09:30', { from: 1 }),
  ];
  const rows = messageRows({ items, outgoing: [], me: 1 });
  expect(rows.map((row) => 'first' in row && row.first)).toEqual([false, false, true, false, true, true]);
});

test('a message keeps its key when it is accepted', () => {
  const waiting = { key: 'k1', conv: 7, body: 'hello', writtenAt: '2026-01-01T10:00:00' };
  const before = messageRows({ items: [], outgoing: [waiting], me: 1 });
  const after = messageRows({ items: [at(10, '2026-01-01T10:00:00', { from: 1, key: 'k1' })], outgoing: [], me: 1 });
  expect(after.at(-1)?.key).toBe(before.at(-1)?.key);
});

test('pending messages are not shown away from the newest end', () => {
  const waiting = { key: 'k1', conv: 7, body: 'hello', writtenAt: '2026-01-01T10:00:00' };
  const rows = messageRows({ items: [at(10, '2026-01-01T10:00:00')], outgoing: [waiting], me: 1, hasNewer: true });
  expect(kinds(rows)).toEqual(['edge', 'day', 'message', 'edge']);
});

test('the day of a row is that of the next message', () => {
  const items = [at(10, '2026-01-01T10:00:00'), at(20, '2026-01-02T10:00:00')];
  const rows = messageRows({ items, outgoing: [], me: 1 });
  expect(dayAt(rows, 0)).toBe('2026-01-01T10:00:00');
  expect(dayAt(rows, 3)).toBe('2026-01-02T10:00:00');
});

test('a change of a member knows the role before it, unless the member was away', () => {
  const member = (pos: number, more = {}) =>
    at(pos, '2026-01-01T10:00:00', { kind: 'member', user: 5, by: 2, ...more });
  const items = [
    member(10, { role: 'moderator' }),
    member(11, { role: 'member' }),
    member(12, { gone: true }),
    member(13, { role: 'member' }),
  ];
  const rows = messageRows({ items, outgoing: [], me: 1 });
  const before = rows.flatMap((row) => (row.kind === 'notice' ? [row.before] : []));
  expect(before).toEqual([undefined, 'moderator', undefined, undefined]);
});
