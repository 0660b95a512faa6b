import { describe, expect, test } from 'vitest';
import { aMessage } from '../testing/chatFixture';
import type { TimelineEntry, Timeline } from './timeline';
import { fromPage, received, trimmed, withOlder } from './timeline';

const msg = (pos: number, prev?: number): TimelineEntry => ({ pos: pos, prev, message: aMessage(pos) });
/** An edit, or without a body a revoke. */
const upd = (at: number, pos: number, prev?: number, body: string | null = `edited at ${at}`): TimelineEntry => {
  const change = { t: 'upd', conv: 7, pos, at, by: 2, ts: '2026-01-01T11:00:00Z' } as const;
  const made = body === null ? { kind: 'revoked' as const } : { kind: 'edited' as const, body };
  return { pos: at, prev, change: { ...change, ...made } };
};
const positions = (timeline: Timeline) => timeline.items.map((item) => item.pos);

describe('a timeline', () => {
  test('holds everything up to the greatest position of its first page', () => {
    expect(fromPage({ items: [aMessage(10), aMessage(20)] }).held).toBe(20);
    expect(fromPage({ items: [aMessage(10, { at: 25 }), aMessage(20)] }).held).toBe(25);
    expect(fromPage({ items: [] }).held).toBeUndefined();
  });

  test('advances along frames whose prev it holds', () => {
    let { timeline, gap } = received(fromPage({ items: [aMessage(10)] }), msg(14, 10));
    expect([timeline.held, gap]).toEqual([14, false]);
    ({ timeline, gap } = received(timeline, upd(17, 10, 14)));
    expect([timeline.held, gap]).toEqual([17, false]);
    expect(timeline.items[0]?.body).toBe('edited at 17');
  });

  test('shows a frame whose prev it does not hold, and reports a gap', () => {
    const { timeline, gap } = received(fromPage({ items: [aMessage(10)] }), msg(20, 15));
    expect(positions(timeline)).toEqual([10, 20]);
    expect([timeline.held, gap]).toEqual([10, true]);
  });

  test('does not advance along a frame without prev', () => {
    const { timeline, gap } = received(fromPage({ items: [aMessage(10)] }), msg(20));
    expect([timeline.held, gap]).toEqual([10, false]);
    expect(received(timeline, msg(21, 20)).gap).toBe(true);
  });

  test('accepts the first message of an empty conversation', () => {
    const { timeline, gap } = received(fromPage({ items: [] }), msg(5));
    expect([timeline.held, gap]).toEqual([5, false]);
    expect(received(fromPage({ items: [] }), msg(5, 3)).gap).toBe(true);
  });

  test('ignores changes that are already folded into a replayed message', () => {
    const folded = {
      at: 30,
      editedAt: '2026-01-01T12:00:00Z',
      body: 'newest',
      reactions: [{ emoji: '👍', users: [3] }],
    };
    let { timeline, gap } = received(fromPage({ items: [aMessage(10)] }), {
      pos: 20,
      prev: 10,
      message: aMessage(20, folded),
    });
    expect([timeline.held, gap]).toEqual([20, false]);
    timeline = received(timeline, upd(25, 20, 20)).timeline;
    ({ timeline, gap } = received(timeline, upd(30, 20, 25)));
    expect([timeline.held, gap]).toEqual([30, false]);
    expect(timeline.items[1]).toEqual(aMessage(20, folded));
  });

  test('shows a replayed message that was revoked without its body', () => {
    const revoked = aMessage(20, { at: 30, revoked: true, body: undefined });
    let { timeline } = received(fromPage({ items: [aMessage(10)] }), { pos: 20, prev: 10, message: revoked });
    timeline = received(timeline, upd(25, 20, 20)).timeline;
    expect(timeline.items[1]).toEqual(revoked);
  });

  test('a quote follows the edits of its original, and disappears with it', () => {
    const reply = aMessage(30, { replyTo: 10, quote: { pos: 10, from: 3, excerpt: 'before' } });
    let { timeline } = received(fromPage({ items: [aMessage(20), reply] }), upd(40, 10, 30, ' now\nlonger '));
    expect(timeline.items[1]?.quote).toEqual({ pos: 10, from: 3, excerpt: 'now longer' });
    ({ timeline } = received(timeline, upd(41, 10, 40, null)));
    expect(timeline.items[1]?.quote).toEqual({ pos: 10, from: 3, gone: true });
  });

  test('orders by position, whatever the order of arrival', () => {
    const later = received(fromPage({ items: [aMessage(10)] }), msg(30, 20)).timeline;
    expect(positions(received(later, msg(20, 10)).timeline)).toEqual([10, 20, 30]);
  });

  test('shows one message for the same position, or the same sender and cid', () => {
    const page = fromPage({ items: [aMessage(10)] });
    expect(positions(received(page, msg(10, 9)).timeline)).toEqual([10]);
    const again: TimelineEntry = { pos: 12, prev: 10, message: aMessage(12, { cid: 'c10' }) };
    expect(positions(received(page, again).timeline)).toEqual([10]);
    const namesake: TimelineEntry = { pos: 12, prev: 10, message: aMessage(12, { cid: 'c10', from: 1 }) };
    expect(positions(received(page, namesake).timeline)).toEqual([10, 12]);
  });

  test('replaces a message by one with more changes folded in', () => {
    const again: TimelineEntry = { pos: 10, message: aMessage(10, { at: 12, revoked: true, body: undefined }) };
    expect(received(fromPage({ items: [aMessage(10)] }), again).timeline.items[0]?.revoked).toBe(true);
  });

  test('ignores a message before the oldest item while older pages exist', () => {
    const page = fromPage({ items: [aMessage(100)], next: 100 });
    expect(positions(received(page, { pos: 50, message: aMessage(50) }).timeline)).toEqual([100]);
  });

  test('adds older pages without duplicates, up to the start', () => {
    const page = fromPage({ items: [aMessage(30), aMessage(40)], next: 30 });
    const whole = withOlder(page, { items: [aMessage(20), aMessage(10), aMessage(30)] });
    expect(positions(whole)).toEqual([10, 20, 30, 40]);
    expect(whole.older).toBeUndefined();
    expect(whole.held).toBe(40);
  });

  test('drops the oldest items and keeps the cursor to load them again', () => {
    const short = trimmed(fromPage({ items: [aMessage(10), aMessage(20), aMessage(30)] }), 2);
    expect(positions(short)).toEqual([20, 30]);
    expect(short.older).toBe(20);
  });
});
