import { describe, expect, test } from 'vitest';
import { knownReaders } from './readers';

const member = (user: number, read: number) => ({ user, role: 'member', read });

describe('the readers of a message', () => {
  test('are the members who have read up to it, without its author', () => {
    const members = [member(1, 20), member(2, 20), member(3, 19), member(4, 30)];
    expect(knownReaders({ members }, 20, 1)).toEqual({ read: [2, 4], unread: [3] });
  });

  test('are not known in channels that do not contain their members', () => {
    expect(knownReaders({}, 20, 1)).toBeUndefined();
    expect(knownReaders(undefined, 20, 1)).toBeUndefined();
  });
});
