import { expect, test } from 'vitest';
import { kim, me } from '../../testing/chatFixture';
import { memberResolver, mentionResolver } from './mentions';

const people = new Map([me, kim].map((user) => [user.id, user]));

test('only those whom the server has resolved are mentioned', () => {
  const resolve = mentionResolver({ users: [me.id] }, people, me.id);
  expect(resolve?.('ada')).toEqual({ label: '@Ada', me: true, user: 1 });
  expect(resolve?.('kim')).toBeUndefined();
  expect(resolve?.('channel')).toBeUndefined();
  expect(mentionResolver({ users: [kim.id] }, people, me.id)?.('kim')).toEqual({ label: '@Kim', me: false, user: 2 });
});

test('all members are mentioned', () => {
  const resolve = mentionResolver({ users: [], everyone: 'channel' }, people, me.id);
  expect(resolve?.('channel')).toEqual({ label: '@channel', me: true });
});

test('a user who is not known, or no mention, marks nothing', () => {
  expect(mentionResolver({ users: [99] }, people, me.id)?.('kim')).toBeUndefined();
  expect(mentionResolver(undefined, people, me.id)).toBeUndefined();
  expect(mentionResolver({ users: [] }, people, me.id)).toBeUndefined();
});

test('a message that was sent from this page mentions the members that it names', () => {
  const resolve = memberResolver([{ user: kim.id, role: 'member', read: 0 }], people, me.id);
  expect(resolve('kim')).toMatchObject({ label: '@Kim' });
  expect(resolve('ada')).toBeUndefined();
  expect(resolve('channel')).toMatchObject({ label: '@channel' });
  expect(memberResolver(undefined, people, me.id)('ada')).toMatchObject({ label: '@Ada' });
});
