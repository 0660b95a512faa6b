import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ErrFrame, SendFrame } from '../protocol/frames';
import { defaultLimits } from '../protocol/frames';
import { FakeStorage } from '../testing/fakeStorage';
import { OutboxStorage, otherOutboxes, readOutbox } from './outboxStorage';
import { Outbox } from './outbox';

const NOW = Date.parse('2026-01-01T10:00:00Z');
const timeOf = (cid: string) => parseInt(cid.replaceAll('-', '').slice(0, 12), 16);

function filled(storage = new FakeStorage(), isShared = false) {
  const sent: SendFrame[] = [];
  let ids = 0;
  let connected = true;
  const clock = { now: NOW };
  const correctClock = vi.fn<(err: ErrFrame) => void>();
  const transport = {
    nextId: () => ++ids,
    send: (frame: SendFrame) => {
      if (connected) sent.push(frame);
      return connected;
    },
    now: () => clock.now,
    correctClock,
    isShared,
  };
  const box = new OutboxStorage(storage, 1, 'tab');
  const outbox = new Outbox(
    transport,
    box,
    () => undefined,
    () => 0.5,
  );
  const frame = (i: number) => {
    const found = sent.at(i);
    if (!found) throw new Error(`frame ${i} was not sent`);
    return found;
  };
  return {
    outbox,
    sent,
    frame,
    clock,
    correctClock,
    storage,
    box,
    bodies: () => sent.map((one) => one.body),
    ok: (i: number) => outbox.accepted({ t: 'ok', id: frame(i).id, cid: frame(i).cid }),
    err: (i: number, code: string, retry: boolean, retryAfterMs?: number) =>
      outbox.refused({ t: 'err', id: frame(i).id, code, message: '', retry, retryAfterMs }),
    lose: () => {
      connected = false;
      outbox.closed();
    },
    regain: () => {
      connected = true;
      outbox.opened(defaultLimits);
    },
  };
}

describe('the outbox', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('gives a message its cid, of the server’s time, when it is first sent and not before', () => {
    const { outbox, clock, frame, regain } = filled();
    outbox.add(7, 'written while away');
    expect(outbox.all()[0]?.cid).toBeUndefined();
    clock.now = NOW + 3_600_000;
    regain();
    expect(timeOf(frame(0).cid)).toBe(NOW + 3_600_000);
  });

  test('keeps the cid before it sends', () => {
    const { outbox, storage, box, frame, regain } = filled();
    regain();
    outbox.add(7, 'hello');
    expect(readOutbox(storage, box.name)?.[0]?.cid).toBe(frame(0).cid);
  });

  test('forgets what is acknowledged', () => {
    const { outbox, storage, ok, regain } = filled();
    regain();
    outbox.add(7, 'hello');
    expect(ok(0)?.body).toBe('hello');
    expect(outbox.all()).toEqual([]);
    expect(otherOutboxes(storage, 1)).toEqual([]);
  });

  test('lets a few fly at once, in the order written', () => {
    const { outbox, bodies, ok, regain } = filled();
    regain();
    for (let i = 0; i < 12; i++) outbox.add(7, `m${i}`);
    expect(bodies()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']);
    ok(0);
    expect(bodies().at(-1)).toBe('m8');
  });

  test('repeats the same cid on the next connection, one by one and in order', () => {
    const { outbox, sent, frame, ok, lose, regain } = filled();
    regain();
    outbox.add(7, 'a');
    outbox.add(7, 'b');
    lose();
    outbox.add(7, 'c');
    regain();
    expect(sent.slice(2).map((one) => one.body)).toEqual(['a']);
    expect(frame(2).cid).toBe(frame(0).cid);
    ok(2);
    expect(frame(3).cid).toBe(frame(1).cid);
    expect(sent).toHaveLength(4);
    ok(3);
    expect(frame(4).body).toBe('c');
  });

  test('after unavailable later sends of that conversation wait until the earlier has been repeated and answered', () => {
    const { outbox, bodies, frame, ok, err, regain } = filled();
    regain();
    outbox.add(7, 'a');
    err(0, 'unavailable', true, 3_000);
    outbox.add(7, 'b');
    outbox.add(8, 'elsewhere');
    expect(bodies()).toEqual(['a', 'elsewhere']);
    vi.advanceTimersByTime(2_999);
    expect(bodies()).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(bodies()).toEqual(['a', 'elsewhere', 'a']);
    expect(frame(2).cid).toBe(frame(0).cid);
    vi.advanceTimersByTime(5_000);
    expect(bodies()).toHaveLength(3);
    ok(2);
    expect(bodies().at(-1)).toBe('b');
  });

  test('of several that were under way, each is repeated alone and in order', () => {
    const { outbox, bodies, ok, err, regain } = filled();
    regain();
    outbox.add(7, 'a');
    outbox.add(7, 'b');
    outbox.add(7, 'c');
    err(0, 'unavailable', true, 1_000);
    err(1, 'unavailable', true, 1_000);
    ok(2);
    outbox.add(7, 'd');
    vi.advanceTimersByTime(1_000);
    expect(bodies().slice(3)).toEqual(['a']);
    ok(3);
    expect(bodies().slice(3)).toEqual(['a', 'b']);
    ok(4);
    expect(bodies().slice(3)).toEqual(['a', 'b', 'd']);
  });

  test('a repeat waits for what was sent before it and is not answered yet', () => {
    const { outbox, bodies, ok, err, regain } = filled();
    regain();
    outbox.add(7, 'a');
    outbox.add(7, 'b');
    err(1, 'unavailable', true, 1_000);
    vi.advanceTimersByTime(5_000);
    expect(bodies()).toEqual(['a', 'b']);
    ok(0);
    expect(bodies()).toEqual(['a', 'b', 'b']);
  });

  test('a message that was refused, but had got through before, is no longer failed', () => {
    const { outbox, frame, err, regain } = filled();
    regain();
    outbox.add(7, 'a');
    err(0, 'unavailable', true, 1_000);
    vi.advanceTimersByTime(1_000);
    err(1, 'forbidden', false);
    expect(outbox.all()[0]?.failed).toBe('forbidden');
    expect(outbox.arrived(frame(0).cid)?.body).toBe('a');
    expect(outbox.all()).toEqual([]);
  });

  test('without a time to wait the waiting grows', () => {
    const { outbox, sent, err, regain } = filled();
    regain();
    outbox.add(7, 'a');
    for (const delay of [750, 1_000, 1_500]) {
      const before = sent.length;
      err(-1, 'unavailable', true);
      vi.advanceTimersByTime(delay - 1);
      expect(sent).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(sent).toHaveLength(before + 1);
    }
  });

  test('a send unanswered for 12 s is repeated with the same cid', () => {
    const { outbox, sent, frame, ok, regain } = filled();
    regain();
    outbox.add(7, 'a');
    vi.advanceTimersByTime(11_999);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(frame(1)).toMatchObject({ cid: frame(0).cid, body: 'a' });
    expect(frame(1).id).not.toBe(frame(0).id);
    // The late answer to the first counts for both.
    expect(ok(0)?.body).toBe('a');
    expect(outbox.all()).toEqual([]);
  });

  test('err clock corrects the clock and makes a new cid', () => {
    const { outbox, clock, correctClock, frame, err, regain } = filled();
    clock.now = NOW + 600_000;
    regain();
    outbox.add(7, 'a');
    correctClock.mockImplementation(() => {
      clock.now = NOW;
    });
    err(0, 'clock', false);
    expect(correctClock).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1_000);
    expect(frame(1).cid).not.toBe(frame(0).cid);
    expect(timeOf(frame(1).cid)).toBe(NOW);
  });

  test('what is refused for good stays with its reason and does not hold up the rest', () => {
    const { outbox, bodies, frame, err, regain } = filled();
    regain();
    outbox.add(7, 'a');
    err(0, 'forbidden', false);
    outbox.add(7, 'b');
    expect(bodies()).toEqual(['a', 'b']);
    const [failed] = outbox.all();
    expect(failed).toMatchObject({ body: 'a', failed: 'forbidden' });
    outbox.retry(failed?.key ?? '');
    expect(frame(2).body).toBe('a');
    expect(frame(2).cid).not.toBe(frame(0).cid);
  });

  test('what waits can be discarded, and the next goes on', () => {
    const { outbox, bodies, err, regain } = filled();
    regain();
    outbox.add(7, 'a');
    err(0, 'unavailable', true, 60_000);
    outbox.add(7, 'b');
    outbox.discard(outbox.all()[0]?.key ?? '');
    vi.advanceTimersByTime(60_000);
    expect(bodies()).toEqual(['a', 'b']);
  });

  test('keeps under the rate that the server tells', () => {
    const { outbox, sent, regain } = filled();
    regain();
    outbox.opened({ ...defaultLimits, sendsPerSecond: 10, sendsBurst: 2 });
    for (let conv = 1; conv <= 5; conv++) outbox.add(conv, 'hello');
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(sent).toHaveLength(5);
  });

  test('a frame too large for the server is not sent at all', () => {
    const { outbox, sent, regain } = filled();
    regain();
    outbox.opened({ ...defaultLimits, frameBytes: 200 });
    outbox.add(7, 'é'.repeat(100));
    expect(sent).toEqual([]);
    expect(outbox.all()[0]?.failed).toBe('too_large');
  });

  test('where another tab may hold the same message, both send the same cid', () => {
    const storage = new FakeStorage();
    const first = filled(storage, true);
    first.outbox.add(7, 'hello');
    const second = filled(storage, true);
    second.outbox.adopt(first.outbox.all());
    first.regain();
    second.regain();
    expect(first.frame(0).cid).toBe(second.frame(0).cid);
  });
});
