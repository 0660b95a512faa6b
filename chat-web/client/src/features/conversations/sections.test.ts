import { expect, test } from 'vitest';
import { aConversation, aMessage } from '../../testing/chatFixture';
import { summarize } from '../../state/summary';
import { defaultParts } from '../../state/ownParts';
import { neighbour, sections } from './sections';

const aSummary = (id: number, kind: 'direct' | 'group', more = {}) =>
  summarize(
    aConversation({ id, kind, last: aMessage(1, { ts: `2026-01-01T10:00:${String(id).padStart(2, '0')}Z` }), ...more }),
    1,
  );
const all = [
  aSummary(1, 'group'),
  aSummary(2, 'direct', { unread: 2 }),
  aSummary(3, 'group', { unread: 1, mentions: 1 }),
  aSummary(4, 'direct'),
];
const muting = (conv: number) => ({
  ...defaultParts,
  conversations: new Map([[conv, { mutedUntil: '2099-01-01T00:00:00Z' }]]),
});
const ids = (list: ReturnType<typeof sections>) => list.map(({ id, items }) => [id, items.map((item) => item.id)]);

test('favourites come first, then channels, then direct messages, each with the latest first', () => {
  expect(ids(sections(all, new Set([2]), 'all', undefined, defaultParts, 1))).toEqual([
    ['favourites', [2]],
    ['channels', [3, 1]],
    ['direct', [4]],
  ]);
});

const inFolder = (collapsed: boolean, ...conversations: number[]) => ({
  ...defaultParts,
  sidebar: { favourites: [], folders: [{ id: 'a', name: 'Projects', conversations, collapsed }] },
});

test('sections of the user come after the favourites, also while they are empty', () => {
  expect(ids(sections(all, new Set([2]), 'all', undefined, inFolder(false, 1, 2), 1))).toEqual([
    ['favourites', [2]],
    ['folder-a', [1]],
    ['channels', [3]],
    ['direct', [4]],
  ]);
  expect(ids(sections(all, new Set(), 'all', undefined, inFolder(false), 1))[0]).toEqual(['folder-a', []]);
  expect(ids(sections(all, new Set(), 'mentions', undefined, inFolder(false), 1))).toEqual([['channels', [3]]]);
});

test('a closed section shows what is unread or open', () => {
  const first = (open?: number) => ids(sections(all, new Set(), 'all', open, inFolder(true, 1, 3, 4), 1))[0];
  expect(first()).toEqual(['folder-a', [3]]);
  expect(first(4)).toEqual(['folder-a', [4, 3]]);
});

test('a filter keeps the open conversation', () => {
  expect(ids(sections(all, new Set(), 'unread', 1, defaultParts, 1))).toEqual([
    ['channels', [3, 1]],
    ['direct', [2]],
  ]);
  expect(ids(sections(all, new Set(), 'mentions', undefined, defaultParts, 1))).toEqual([['channels', [3]]]);
});

test('neighbours follow the order of the list, and can be limited to unread ones', () => {
  const list = sections(all, new Set(), 'all', undefined, defaultParts, 1);
  expect(neighbour(list, 3, 1, false, defaultParts)).toBe(1);
  expect(neighbour(list, 3, 1, true, defaultParts)).toBe(2);
  expect(neighbour(list, 3, -1, false, defaultParts)).toBeUndefined();
  expect(neighbour(list, undefined, 1, false, defaultParts)).toBe(3);
});

test('muted conversations do not count as unread, unless they mention the user', () => {
  expect(ids(sections(all, new Set(), 'unread', undefined, muting(2), 1))).toEqual([['channels', [3]]]);
  expect(ids(sections(all, new Set(), 'unread', undefined, muting(3), 1))).toEqual([
    ['channels', [3]],
    ['direct', [2]],
  ]);
  const list = sections(all, new Set(), 'all', undefined, muting(2), 1);
  expect(neighbour(list, 3, 1, true, muting(2))).toBeUndefined();
});

test('a public channel that the user has not joined is in the list only while it is open', () => {
  const channel = aSummary(5, 'group', { visibility: 'public', members: undefined, memberCount: 90 });
  expect(ids(sections([channel], new Set(), 'all', undefined, defaultParts, 1))).toEqual([]);
  expect(ids(sections([channel], new Set(), 'all', 5, defaultParts, 1))).toEqual([['channels', [5]]]);
});
