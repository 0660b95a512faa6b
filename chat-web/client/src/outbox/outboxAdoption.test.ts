import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeStorage } from '../testing/fakeStorage';
import type { Locks } from './outboxAdoption';
import { SETTLE_MS, adoptOutboxes } from './outboxAdoption';
import type { PendingMessage } from './outboxStorage';
import { OutboxStorage, otherOutboxes, readOutbox } from './outboxStorage';
import { Outbox } from './outbox';

const waiting: PendingMessage = { key: 'k', conv: 7, body: 'hello', writtenAt: '2026-01-01T10:00:00Z', cid: 'c' };

function sharedStorage(storage: FakeStorage) {
  let notify: (name: string) => void = () => undefined;
  const watch = (changed: (name: string) => void) => {
    notify = changed;
    return () => (notify = () => undefined);
  };
  return { storage, watch, written: (name: string) => notify(name) };
}

/** Like navigator.locks, grants each lock in the order requested. */
class FakeLocks {
  private readonly tails = new Map<string, Promise<unknown>>();

  readonly request = (name: string, ...rest: unknown[]) => {
    const hold = rest.at(-1) as () => unknown;
    const turn = (this.tails.get(name) ?? Promise.resolve()).then(() => hold());
    this.tails.set(name, turn);
    return turn;
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the messages of a closed page are adopted', () => {
  const storage = new FakeStorage();
  new OutboxStorage(storage, 1, 'before').write([waiting]);
  const adopt = vi.fn(() => true);
  adoptOutboxes(sharedStorage(storage), 1, new OutboxStorage(storage, 1, 'now'), undefined, adopt);
  expect(adopt).toHaveBeenCalledWith([waiting]);
  expect(otherOutboxes(storage, 1)).toEqual([]);
});

test('the messages of another user are not adopted', () => {
  const storage = new FakeStorage();
  new OutboxStorage(storage, 12, 'before').write([waiting]);
  const adopt = vi.fn(() => true);
  adoptOutboxes(sharedStorage(storage), 1, new OutboxStorage(storage, 1, 'now'), undefined, adopt);
  expect(adopt).not.toHaveBeenCalled();
});

test('the messages of an open tab are adopted when it closes', async () => {
  const storage = new FakeStorage();
  const locks = new FakeLocks() as unknown as Locks;
  const first = new OutboxStorage(storage, 1, 'first');
  const closeFirst = adoptOutboxes(sharedStorage(storage), 1, first, locks, () => true);
  first.write([waiting]);
  const adopt = vi.fn(() => true);
  adoptOutboxes(sharedStorage(storage), 1, new OutboxStorage(storage, 1, 'second'), locks, adopt);
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(adopt).not.toHaveBeenCalled();
  closeFirst();
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(adopt).toHaveBeenCalledWith([waiting]);
});

test('messages that an open tab writes later are adopted once, when it closes', async () => {
  const storage = new FakeStorage();
  const locks = new FakeLocks() as unknown as Locks;
  const first = new OutboxStorage(storage, 1, 'first');
  const closeFirst = adoptOutboxes(sharedStorage(storage), 1, first, locks, () => true);
  const adopt = vi.fn(() => true);
  const second = sharedStorage(storage);
  adoptOutboxes(second, 1, new OutboxStorage(storage, 1, 'second'), locks, adopt);
  first.write([waiting]);
  second.written(first.name);
  second.written(first.name);
  second.written('parley.outbox.12.another');
  closeFirst();
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(adopt).toHaveBeenCalledExactlyOnceWith([waiting]);
});

function outboxOn(storage: FakeStorage, tab: string) {
  const transport = { nextId: () => 1, send: () => false, now: () => 0, correctClock: () => undefined };
  const own = new OutboxStorage(storage, 1, tab);
  return { own, outbox: new Outbox(transport, own, () => undefined) };
}

test('a lock that is granted after the stop adopts nothing', async () => {
  const storage = new FakeStorage();
  const closed = new OutboxStorage(storage, 1, 'before');
  closed.write([waiting]);
  const { own, outbox } = outboxOn(storage, 'now');
  const locks = new FakeLocks() as unknown as Locks;
  const stop = adoptOutboxes(sharedStorage(storage), 1, own, locks, (messages) => outbox.adopt(messages));
  outbox.stop();
  stop();
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(readOutbox(storage, closed.name)).toEqual([waiting]);
});

test('messages that cannot be stored stay in the original entry', async () => {
  const storage = new FakeStorage();
  const closed = new OutboxStorage(storage, 1, 'before');
  closed.write([waiting]);
  const { own, outbox } = outboxOn(storage, 'now');
  storage.setItem = () => {
    throw new Error('quota exceeded');
  };
  adoptOutboxes(sharedStorage(storage), 1, own, new FakeLocks(), (messages) => outbox.adopt(messages));
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(outbox.all()).toEqual([waiting]);
  expect(readOutbox(storage, closed.name)).toEqual([waiting]);
});

test('a write that arrives after the lock is also adopted', async () => {
  const storage = new FakeStorage();
  const closed = new OutboxStorage(storage, 1, 'before');
  closed.write([waiting]);
  const { own, outbox } = outboxOn(storage, 'now');
  adoptOutboxes(sharedStorage(storage), 1, own, new FakeLocks(), (messages) => outbox.adopt(messages));
  await vi.advanceTimersByTimeAsync(SETTLE_MS / 2);
  const last = { ...waiting, key: 'l', cid: 'd', body: 'last message' };
  closed.write([waiting, last]);
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(outbox.all().map(({ body }) => body)).toEqual(['hello', 'last message']);
});

test('a lock request that fails is repeated', async () => {
  const storage = new FakeStorage();
  new OutboxStorage(storage, 1, 'before').write([waiting]);
  const { own, outbox } = outboxOn(storage, 'now');
  const fake = new FakeLocks();
  let failures = 1;
  const request = (name: string, ...rest: unknown[]) =>
    name !== own.name && failures-- > 0 ? Promise.reject(new Error('not active')) : fake.request(name, ...rest);
  adoptOutboxes(sharedStorage(storage), 1, own, { request }, (messages) => outbox.adopt(messages));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(outbox.all()).toEqual([waiting]);
});

test('two copies of a message from an interrupted adoption are sent once', () => {
  const storage = new FakeStorage();
  new OutboxStorage(storage, 1, 'first').write([{ ...waiting, cid: undefined }]);
  new OutboxStorage(storage, 1, 'second').write([waiting]);
  const { own, outbox } = outboxOn(storage, 'now');
  adoptOutboxes(sharedStorage(storage), 1, own, undefined, (messages) => outbox.adopt(messages));
  expect(outbox.all()).toEqual([waiting]);
});

test('an unreadable entry is not removed', () => {
  const storage = new FakeStorage();
  storage.setItem('parley.outbox.1.before', '{"half":');
  const { own, outbox } = outboxOn(storage, 'now');
  adoptOutboxes(sharedStorage(storage), 1, own, undefined, (messages) => outbox.adopt(messages));
  expect(storage.getItem('parley.outbox.1.before')).toBe('{"half":');
});
