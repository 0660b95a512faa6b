import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ErrFrame, SendFrame } from '../protocol/frames';
import { defaultLimits } from '../protocol/frames';
import { FakeStorage } from '../testing/fakeStorage';
import { OutboxStorage, otherOutboxes, readOutbox } from './outboxStorage';
import { Outbox } from './outbox';

const NOW = Date.parse('2026-01-01T10:00:00Z');
const timeOf = (cid: string) => parseInt(cid.replaceAll('-', '').slice(0, 12), 16);

function outboxFixture(storage = new FakeStorage(), isShared = false) {
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
  const outboxStorage = new OutboxStorage(storage, 1, 'tab');
  const outbox = new Outbox(
    transport,
    outboxStorage,
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
    outboxStorage,
    bodies: () => sent.map((one) => one.body),
    ok: (i: number) => outbox.accepted({ t: 'ok', id: frame(i).id, cid: frame(i).cid }),
    err: (i: number, code: string, retry: boolean, retryAfterMs?: number) =>
      outbox.refused({ t: 'err', id: frame(i).id, code, message: '', retry, retryAfterMs }),
    disconnect: () => {
      connected = false;
      outbox.closed();
    },
    connect: () => {
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

  test('assigns the cid, with the server’s time, when the message is first sent', () => {
    const { outbox, clock, frame, connect } = outboxFixture();
    outbox.add(7, 'written offline');
    expect(outbox.all()[0]?.cid).toBeUndefined();
    clock.now = NOW + 3_600_000;
    connect();
    expect(timeOf(frame(0).cid)).toBe(NOW + 3_600_000);
  });

  test('stores the cid before it sends', () => {
    const { outbox, storage, outboxStorage, frame, connect } = outboxFixture();
    connect();
    outbox.add(7, 'hello');
    expect(readOutbox(storage, outboxStorage.name)?.[0]?.cid).toBe(frame(0).cid);
  });

  test('removes accepted messages', () => {
    const { outbox, storage, ok, connect } = outboxFixture();
    connect();
    outbox.add(7, 'hello');
    expect(ok(0)?.body).toBe('hello');
    expect(outbox.all()).toEqual([]);
    expect(otherOutboxes(storage, 1)).toEqual([]);
  });

  test('sends several messages before they are answered, in the order written', () => {
    const { outbox, bodies, ok, connect } = outboxFixture();
    connect();
    for (let i = 0; i < 12; i++) outbox.add(7, `m${i}`);
    expect(bodies()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']);
    ok(0);
    expect(bodies().at(-1)).toBe('m8');
  });

  test('repeats the same cid on the next connection, one by one and in order', () => {
    const { outbox, sent, frame, ok, disconnect, connect } = outboxFixture();
    connect();
    outbox.add(7, 'a');
    outbox.add(7, 'b');
    disconnect();
    outbox.add(7, 'c');
    connect();
    expect(sent.slice(2).map((one) => one.body)).toEqual(['a']);
    expect(frame(2).cid).toBe(frame(0).cid);
    ok(2);
    expect(frame(3).cid).toBe(frame(1).cid);
    expect(sent).toHaveLength(4);
    ok(3);
    expect(frame(4).body).toBe('c');
  });

  test('after unavailable, later sends of the conversation wait until the repeat is answered', () => {
    const { outbox, bodies, frame, ok, err, connect } = outboxFixture();
    connect();
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

  test('several refused sends are repeated one at a time and in order', () => {
    const { outbox, bodies, ok, err, connect } = outboxFixture();
    connect();
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

  test('a repeat waits for the answers to earlier sends', () => {
    const { outbox, bodies, ok, err, connect } = outboxFixture();
    connect();
    outbox.add(7, 'a');
    outbox.add(7, 'b');
    err(1, 'unavailable', true, 1_000);
    vi.advanceTimersByTime(5_000);
    expect(bodies()).toEqual(['a', 'b']);
    ok(0);
    expect(bodies()).toEqual(['a', 'b', 'b']);
  });

  test('a refused message is no longer failed when an earlier attempt turns out to be in the log', () => {
    const { outbox, frame, err, connect } = outboxFixture();
    connect();
    outbox.add(7, 'a');
    err(0, 'unavailable', true, 1_000);
    vi.advanceTimersByTime(1_000);
    err(1, 'forbidden', false);
    expect(outbox.all()[0]?.failed).toBe('forbidden');
    expect(outbox.arrived(frame(0).cid)?.body).toBe('a');
    expect(outbox.all()).toEqual([]);
  });

  test('without retryAfterMs the delay grows with each attempt', () => {
    const { outbox, sent, err, connect } = outboxFixture();
    connect();
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
    const { outbox, sent, frame, ok, connect } = outboxFixture();
    connect();
    outbox.add(7, 'a');
    vi.advanceTimersByTime(11_999);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(frame(1)).toMatchObject({ cid: frame(0).cid, body: 'a' });
    expect(frame(1).id).not.toBe(frame(0).id);
    // The late answer to the first attempt settles the message.
    expect(ok(0)?.body).toBe('a');
    expect(outbox.all()).toEqual([]);
  });

  test('err clock corrects the clock and assigns a new cid', () => {
    const { outbox, clock, correctClock, frame, err, connect } = outboxFixture();
    clock.now = NOW + 600_000;
    connect();
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

  test('a permanently refused message is kept with its code and does not block later messages', () => {
    const { outbox, bodies, frame, err, connect } = outboxFixture();
    connect();
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

  test('a pending message can be discarded, and the next one is sent', () => {
    const { outbox, bodies, err, connect } = outboxFixture();
    connect();
    outbox.add(7, 'a');
    err(0, 'unavailable', true, 60_000);
    outbox.add(7, 'b');
    outbox.discard(outbox.all()[0]?.key ?? '');
    vi.advanceTimersByTime(60_000);
    expect(bodies()).toEqual(['a', 'b']);
  });

  test('stays below the rate limit of the server', () => {
    const { outbox, sent, connect } = outboxFixture();
    connect();
    outbox.opened({ ...defaultLimits, sendsPerSecond: 10, sendsBurst: 2 });
    for (let conv = 1; conv <= 5; conv++) outbox.add(conv, 'hello');
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(sent).toHaveLength(5);
  });

  test('a frame that is too large for the server is not sent', () => {
    const { outbox, sent, connect } = outboxFixture();
    connect();
    outbox.opened({ ...defaultLimits, frameBytes: 200 });
    outbox.add(7, 'é'.repeat(100));
    expect(sent).toEqual([]);
    expect(outbox.all()[0]?.failed).toBe('too_large');
  });

  test('without locks, two tabs that hold the same message send the same cid', () => {
    const storage = new FakeStorage();
    const first = outboxFixture(storage, true);
    first.outbox.add(7, 'hello');
    const second = outboxFixture(storage, true);
    second.outbox.adopt(first.outbox.all());
    first.connect();
    second.connect();
    expect(first.frame(0).cid).toBe(second.frame(0).cid);
  });
});
