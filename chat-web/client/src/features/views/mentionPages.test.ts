import { describe, expect, test } from 'vitest';
import { aMessage } from '../../testing/chatFixture';
import { withNew, withOlder } from './mentionPages';

const mentions = (...positions: number[]) => positions.map((pos) => aMessage(pos));
const positions = (of: { items: readonly { pos: number }[] }) => of.items.map(({ pos }) => pos);

describe('the pages of mentions', () => {
  test('begin with the first page', () => {
    expect(positions(withOlder(undefined, { items: mentions(9, 8), next: 'a' }))).toEqual([9, 8]);
  });

  test('end with an older page, without repeats', () => {
    const all = withOlder({ items: mentions(9, 8), next: 'a' }, { items: mentions(8, 5), next: 'b' });
    expect(positions(all)).toEqual([9, 8, 5]);
    expect(all.next).toBe('b');
  });

  test('begin with mentions that have arrived, each once', () => {
    const before = { items: mentions(9), next: 'a' };
    const arrived = [
      aMessage(10, { ts: '2026-01-01T10:00:01Z' }),
      aMessage(4, { conv: 8, ts: '2026-01-01T10:00:02Z' }),
      aMessage(9),
    ];
    expect(positions(withNew(before, arrived))).toEqual([4, 10, 9]);
    expect(withNew(before, mentions(9))).toBe(before);
  });
});
