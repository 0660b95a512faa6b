import { describe, expect, test } from 'vitest';
import { aChannel } from '../testing/groupFixture';
import type { GroupAction } from './groupPermissions';
import { isAllowed, isMember, whyNotWrite } from './groupPermissions';
import { summarize } from './summary';

const ME = 1;
const summary = (role: string | undefined, more = {}) => summarize(aChannel(role, more), ME);
const ALL: GroupAction[] = [
  'send',
  'edit',
  'react',
  'revokeOwn',
  'revokeOthers',
  'describe',
  'configure',
  'archive',
  'addMember',
  'removeMember',
  'manageRoles',
  'leave',
];
const allowed = (role: string | undefined, more = {}) => ALL.filter((each) => isAllowed(summary(role, more), ME, each));

describe('what a role may do in a channel', () => {
  test('an owner may do everything', () => {
    expect(allowed('owner')).toEqual(ALL);
  });

  test('a moderator describes, adds and removes, but does not configure', () => {
    expect(allowed('moderator')).toEqual(ALL.filter((each) => !['configure', 'archive', 'manageRoles'].includes(each)));
  });

  test('a member writes and leaves', () => {
    expect(allowed('member')).toEqual(['send', 'edit', 'react', 'revokeOwn', 'leave']);
  });

  test('a role of a later server counts as a member', () => {
    expect(allowed('guest')).toEqual(allowed('member'));
  });

  test('who is no member of a public channel may do nothing', () => {
    expect(allowed(undefined, { visibility: 'public', members: undefined })).toEqual([]);
    expect(isMember(summary(undefined, { visibility: 'public' }), ME)).toBe(false);
  });

  test('while it is archived, an owner restores, removes members, gives roles and leaves', () => {
    expect(allowed('owner', { archived: true })).toEqual(['archive', 'removeMember', 'manageRoles', 'leave']);
    expect(allowed('member', { archived: true })).toEqual(['leave']);
  });

  test('where moderators write, members still react and delete their own messages', () => {
    expect(allowed('member', { posting: 'moderators' })).toEqual(['react', 'revokeOwn', 'leave']);
    expect(allowed('moderator', { posting: 'moderators' })).toContain('send');
  });

  test('in a direct conversation nobody deletes messages of the other', () => {
    const direct = summarize(aChannel('member', { kind: 'direct' }), ME);
    expect(isAllowed(direct, ME, 'send')).toBe(true);
    expect(isAllowed(direct, ME, 'revokeOthers')).toBe(false);
  });
});

test('why one cannot write', () => {
  expect(whyNotWrite(summary('member'), ME)).toBeUndefined();
  expect(whyNotWrite(summary('owner', { archived: true }), ME)).toBe('archived');
  expect(whyNotWrite(summary('member', { posting: 'moderators' }), ME)).toBe('moderatorsOnly');
  expect(whyNotWrite(summary(undefined, { visibility: 'public' }), ME)).toBe('notMember');
});
