import { expect, test } from 'vitest';
import { kim, me } from '../../testing/chatFixture';
import { mentionResolver } from './mentions';

const people = new Map([me, kim].map((user) => [user.id, user]));

test('only those whom the server has resolved are mentioned', () => {
  const resolve = mentionResolver({ users: [me.id] }, people, me.id);
  expect(resolve?.('ada')).toEqual({ label: '@Ada', me: true });
  expect(resolve?.('kim')).toBeUndefined();
  expect(resolve?.('channel')).toBeUndefined();
  expect(mentionResolver({ users: [kim.id] }, people, me.id)?.('kim')).toEqual({ label: '@Kim', me: false });
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
