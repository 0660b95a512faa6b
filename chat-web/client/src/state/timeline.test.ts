import { describe, expect, test } from 'vitest';
import { aMessage } from '../testing/chatFixture';
import type { TimelineEntry, Timeline } from './timeline';
import { fromPage, receive, trimmed, withOlder } from './timeline';

const msg = (pos: number, prev?: number): TimelineEntry => ({ place: pos, prev, message: aMessage(pos) });
const upd = (at: number, pos: number, prev?: number): TimelineEntry => ({
  place: at,
  prev,
  change: { t: 'upd', conv: 7, pos, at, kind: 'edited', by: 2, ts: '2026-01-01T11:00:00Z', body: `edited at ${at}` },
});
const poses = (timeline: Timeline) => timeline.items.map((item) => item.pos);

describe('a timeline', () => {
  test('holds everything up to the greatest place of the page it began with', () => {
    expect(fromPage({ items: [aMessage(10), aMessage(20)] }).held).toBe(20);
    expect(fromPage({ items: [aMessage(10, { at: 25 }), aMessage(20)] }).held).toBe(25);
    expect(fromPage({ items: [] }).held).toBeUndefined();
  });

  test('moves along frames whose prev it holds', () => {
    let { timeline, gap } = receive(fromPage({ items: [aMessage(10)] }), msg(14, 10));
    expect([timeline.held, gap]).toEqual([14, false]);
    ({ timeline, gap } = receive(timeline, upd(17, 10, 14)));
    expect([timeline.held, gap]).toEqual([17, false]);
    expect(timeline.items[0]?.body).toBe('edited at 17');
  });

  test('shows a frame whose prev it does not hold, and says that there is a gap', () => {
    const { timeline, gap } = receive(fromPage({ items: [aMessage(10)] }), msg(20, 15));
    expect(poses(timeline)).toEqual([10, 20]);
    expect([timeline.held, gap]).toEqual([10, true]);
  });

  test('does not move along a frame without prev, as nothing is known of what came before', () => {
    const { timeline, gap } = receive(fromPage({ items: [aMessage(10)] }), msg(20));
    expect([timeline.held, gap]).toEqual([10, false]);
    expect(receive(timeline, msg(21, 20)).gap).toBe(true);
  });

  test('takes the first message of an empty conversation', () => {
    const { timeline, gap } = receive(fromPage({ items: [] }), msg(5));
    expect([timeline.held, gap]).toEqual([5, false]);
    expect(receive(fromPage({ items: [] }), msg(5, 3)).gap).toBe(true);
  });

  test('keeps what is folded into a message that was missed, whatever older changes follow it', () => {
    const folded = {
      at: 30,
      editedAt: '2026-01-01T12:00:00Z',
      body: 'newest',
      reactions: [{ emoji: '👍', users: [3] }],
    };
    let { timeline, gap } = receive(fromPage({ items: [aMessage(10)] }), {
      place: 20,
      prev: 10,
      message: aMessage(20, folded),
    });
    expect([timeline.held, gap]).toEqual([20, false]);
    timeline = receive(timeline, upd(25, 20, 20)).timeline;
    ({ timeline, gap } = receive(timeline, upd(30, 20, 25)));
    expect([timeline.held, gap]).toEqual([30, false]);
    expect(timeline.items[1]).toEqual(aMessage(20, folded));
  });

  test('shows a message that was missed and revoked without words', () => {
    const revoked = aMessage(20, { at: 30, revoked: true, body: undefined });
    let { timeline } = receive(fromPage({ items: [aMessage(10)] }), { place: 20, prev: 10, message: revoked });
    timeline = receive(timeline, upd(25, 20, 20)).timeline;
    expect(timeline.items[1]).toEqual(revoked);
  });

  test('orders by place, whatever the order of arrival', () => {
    const later = receive(fromPage({ items: [aMessage(10)] }), msg(30, 20)).timeline;
    expect(poses(receive(later, msg(20, 10)).timeline)).toEqual([10, 20, 30]);
  });

  test('shows the same place, and the same sender and cid, once', () => {
    const page = fromPage({ items: [aMessage(10)] });
    expect(poses(receive(page, msg(10, 9)).timeline)).toEqual([10]);
    const again: TimelineEntry = { place: 12, prev: 10, message: aMessage(12, { cid: 'c10' }) };
    expect(poses(receive(page, again).timeline)).toEqual([10]);
    const namesake: TimelineEntry = { place: 12, prev: 10, message: aMessage(12, { cid: 'c10', from: 1 }) };
    expect(poses(receive(page, namesake).timeline)).toEqual([10, 12]);
  });

  test('a message that comes again with more folded in is taken', () => {
    const again: TimelineEntry = { place: 10, message: aMessage(10, { at: 12, revoked: true, body: undefined }) };
    expect(receive(fromPage({ items: [aMessage(10)] }), again).timeline.items[0]?.revoked).toBe(true);
  });

  test('does not put a stray older message above a hole', () => {
    const page = fromPage({ items: [aMessage(100)], next: 100 });
    expect(poses(receive(page, { place: 50, message: aMessage(50) }).timeline)).toEqual([100]);
  });

  test('grows backwards without doubling, up to the beginning', () => {
    const page = fromPage({ items: [aMessage(30), aMessage(40)], next: 30 });
    const whole = withOlder(page, { items: [aMessage(20), aMessage(10), aMessage(30)] });
    expect(poses(whole)).toEqual([10, 20, 30, 40]);
    expect(whole.older).toBeUndefined();
    expect(whole.held).toBe(40);
  });

  test('lets go of the oldest and knows where they can be had again', () => {
    const short = trimmed(fromPage({ items: [aMessage(10), aMessage(20), aMessage(30)] }), 2);
    expect(poses(short)).toEqual([20, 30]);
    expect(short.older).toBe(20);
  });
});
