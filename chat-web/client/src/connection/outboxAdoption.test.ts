import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeStorage } from '../testing/fakeStorage';
import type { Locks } from './outboxAdoption';
import { SETTLE_MS, adoptOutboxes } from './outboxAdoption';
import type { PendingMessage } from './outboxStorage';
import { OutboxStorage, otherOutboxes, readOutbox } from './outboxStorage';
import { Outbox } from './outbox';

const waiting: PendingMessage = { key: 'k', conv: 7, body: 'hello', writtenAt: '2026-01-01T10:00:00Z', cid: 'c' };

function sharedStorage(storage: FakeStorage) {
  let told: (name: string) => void = () => undefined;
  const watch = (changed: (name: string) => void) => {
    told = changed;
    return () => (told = () => undefined);
  };
  return { storage, watch, tell: (name: string) => told(name) };
}

/** One queue for each name, as navigator.locks has it. */
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

test('messages of a page that is gone are taken over', () => {
  const storage = new FakeStorage();
  new OutboxStorage(storage, 1, 'before').write([waiting]);
  const adopt = vi.fn(() => true);
  adoptOutboxes(sharedStorage(storage), 1, new OutboxStorage(storage, 1, 'now'), undefined, adopt);
  expect(adopt).toHaveBeenCalledWith([waiting]);
  expect(otherOutboxes(storage, 1)).toEqual([]);
});

test('messages of another person are left alone', () => {
  const storage = new FakeStorage();
  new OutboxStorage(storage, 12, 'before').write([waiting]);
  const adopt = vi.fn(() => true);
  adoptOutboxes(sharedStorage(storage), 1, new OutboxStorage(storage, 1, 'now'), undefined, adopt);
  expect(adopt).not.toHaveBeenCalled();
});

test('messages of a tab that still lives are taken over when it closes', async () => {
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

test('messages of a tab that began to wait only later are taken over when it closes, once', async () => {
  const storage = new FakeStorage();
  const locks = new FakeLocks() as unknown as Locks;
  const first = new OutboxStorage(storage, 1, 'first');
  const closeFirst = adoptOutboxes(sharedStorage(storage), 1, first, locks, () => true);
  const adopt = vi.fn(() => true);
  const second = sharedStorage(storage);
  adoptOutboxes(second, 1, new OutboxStorage(storage, 1, 'second'), locks, adopt);
  first.write([waiting]);
  second.tell(first.name);
  second.tell(first.name);
  second.tell('parley.outbox.12.another');
  closeFirst();
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(adopt).toHaveBeenCalledExactlyOnceWith([waiting]);
});

function outboxOn(storage: FakeStorage, tab: string) {
  const transport = { nextId: () => 1, send: () => false, now: () => 0, correctClock: () => undefined };
  const box = new OutboxStorage(storage, 1, tab);
  return { box, outbox: new Outbox(transport, box, () => undefined) };
}

test('a lock that is granted after the stop leaves the messages where they are', async () => {
  const storage = new FakeStorage();
  const left = new OutboxStorage(storage, 1, 'before');
  left.write([waiting]);
  const { box, outbox } = outboxOn(storage, 'now');
  const locks = new FakeLocks() as unknown as Locks;
  const stop = adoptOutboxes(sharedStorage(storage), 1, box, locks, (messages) => outbox.adopt(messages));
  outbox.stop();
  stop();
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(readOutbox(storage, left.name)).toEqual([waiting]);
});

test('messages are left where they are if they cannot be stored here', async () => {
  const storage = new FakeStorage();
  const left = new OutboxStorage(storage, 1, 'before');
  left.write([waiting]);
  const { box, outbox } = outboxOn(storage, 'now');
  storage.setItem = () => {
    throw new Error('quota exceeded');
  };
  adoptOutboxes(sharedStorage(storage), 1, box, new FakeLocks(), (messages) => outbox.adopt(messages));
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(outbox.all()).toEqual([waiting]);
  expect(readOutbox(storage, left.name)).toEqual([waiting]);
});

test('a last write that arrives after the lock is adopted, too', async () => {
  const storage = new FakeStorage();
  const left = new OutboxStorage(storage, 1, 'before');
  left.write([waiting]);
  const { box, outbox } = outboxOn(storage, 'now');
  adoptOutboxes(sharedStorage(storage), 1, box, new FakeLocks(), (messages) => outbox.adopt(messages));
  await vi.advanceTimersByTimeAsync(SETTLE_MS / 2);
  const last = { ...waiting, key: 'l', cid: 'd', body: 'last words' };
  left.write([waiting, last]);
  await vi.advanceTimersByTimeAsync(SETTLE_MS);
  expect(outbox.all().map(({ body }) => body)).toEqual(['hello', 'last words']);
});

test('a lock request that fails is repeated', async () => {
  const storage = new FakeStorage();
  new OutboxStorage(storage, 1, 'before').write([waiting]);
  const { box, outbox } = outboxOn(storage, 'now');
  const fake = new FakeLocks();
  let failures = 1;
  const request = (name: string, ...rest: unknown[]) =>
    name !== box.name && failures-- > 0 ? Promise.reject(new Error('not active')) : fake.request(name, ...rest);
  adoptOutboxes(sharedStorage(storage), 1, box, { request }, (messages) => outbox.adopt(messages));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(outbox.all()).toEqual([waiting]);
});

test('a copy that a page left while it adopted a message is not sent twice', () => {
  const storage = new FakeStorage();
  new OutboxStorage(storage, 1, 'first').write([{ ...waiting, cid: undefined }]);
  new OutboxStorage(storage, 1, 'second').write([waiting]);
  const { box, outbox } = outboxOn(storage, 'now');
  adoptOutboxes(sharedStorage(storage), 1, box, undefined, (messages) => outbox.adopt(messages));
  expect(outbox.all()).toEqual([waiting]);
});

test('what cannot be read is not removed', () => {
  const storage = new FakeStorage();
  storage.setItem('parley.outbox.1.before', '{"half":');
  const { box, outbox } = outboxOn(storage, 'now');
  adoptOutboxes(sharedStorage(storage), 1, box, undefined, (messages) => outbox.adopt(messages));
  expect(storage.getItem('parley.outbox.1.before')).toBe('{"half":');
});
