import { expect, test } from 'vitest';
import { aConversation } from '../testing/chatFixture';
import { permissionsIn } from './permissions';
import { summarize } from './summary';

const channel = (role: string | undefined, more = {}) =>
  permissionsIn(summarize(aConversation({ kind: 'group', members: undefined, role, ...more }), 1), 1);

test('everybody in a direct conversation writes', () => {
  expect(permissionsIn(summarize(aConversation(), 1), 1)).toMatchObject({ write: true, react: true, moderate: false });
});

test('the role decides who writes where posting is restricted', () => {
  const posting = 'moderators' as const;
  expect(channel('member', { posting })).toMatchObject({ write: false, react: true, moderate: false });
  expect(channel('moderator', { posting })).toMatchObject({ write: true, moderate: true, own: false });
  expect(channel('owner', { posting })).toMatchObject({ write: true, moderate: true, own: true });
});

test('nobody writes or reacts in an archived channel', () => {
  expect(channel('owner', { archived: true })).toMatchObject({ write: false, react: false, moderate: true, own: true });
});

test('who has not joined a public channel only reads it', () => {
  const visibility = 'public' as const;
  expect(channel(undefined, { visibility })).toMatchObject({ isMember: false, write: false, react: false });
  expect(channel('member', { visibility })).toMatchObject({ isMember: true, write: true });
  expect(channel(undefined)).toMatchObject({ isMember: true, write: true });
});
