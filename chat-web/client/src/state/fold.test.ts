import { describe, expect, test } from 'vitest';
import type { UpdFrame } from '../protocol/frames';
import { aMessage } from '../testing/chatFixture';
import { fold } from './fold';

const change = (at: number, more: Partial<UpdFrame>): UpdFrame => ({
  t: 'upd',
  conv: 7,
  pos: 10,
  at,
  kind: 'edited',
  by: 2,
  ts: '2026-01-01T11:00:00Z',
  ...more,
});

describe('folding a change into a message', () => {
  test('an edit replaces the body and sets editedAt', () => {
    expect(fold(aMessage(10), change(11, { body: 'better' }))).toMatchObject({
      body: 'better',
      at: 11,
      editedAt: '2026-01-01T11:00:00Z',
    });
  });

  test('an older change is ignored', () => {
    const edited = fold(aMessage(10), change(20, { body: 'newest' }));
    expect(fold(edited, change(15, { body: 'late' }))).toBe(edited);
    expect(fold(edited, change(20, { body: 'again' }))).toBe(edited);
  });

  test('a revoke removes the body and is final', () => {
    const revoked = fold(aMessage(10), change(11, { kind: 'revoked' }));
    expect(revoked).toMatchObject({ revoked: true, body: undefined });
    expect(fold(revoked, change(12, { body: 'back' }))).toBe(revoked);
    expect(fold(revoked, change(13, { kind: 'reaction', emoji: '👍', on: true }))).toBe(revoked);
  });

  test('an edit without a body belongs to a message that was revoked later', () => {
    expect(fold(aMessage(10), change(11, { body: undefined }))).toMatchObject({ revoked: true, body: undefined });
  });

  test('reactions are added and removed by user', () => {
    let message = fold(aMessage(10), change(11, { kind: 'reaction', emoji: '👍', by: 1, on: true }));
    message = fold(message, change(12, { kind: 'reaction', emoji: '👍', by: 2, on: true }));
    expect(message.reactions).toEqual([{ emoji: '👍', users: [1, 2] }]);
    message = fold(message, change(13, { kind: 'reaction', emoji: '👍', by: 1, on: false }));
    message = fold(message, change(14, { kind: 'reaction', emoji: '👍', by: 2, on: false }));
    expect(message.reactions).toEqual([]);
  });
});
