import { expect, test, vi } from 'vitest';
import { FakeStorage } from '../testing/fakeStorage';
import type { Locks } from './adopt';
import { adoptBoxes } from './adopt';
import type { Outgoing } from './box';
import { Box, otherBoxes } from './box';

const waiting: Outgoing = { key: 'k', conv: 7, body: 'hello', writtenAt: '2026-01-01T10:00:00Z', cid: 'c' };

function shelf(storage: FakeStorage) {
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

test('messages of a page that is gone are taken over', () => {
  const storage = new FakeStorage();
  new Box(storage, 1, 'before').write([waiting]);
  const adopt = vi.fn();
  adoptBoxes(shelf(storage), 1, new Box(storage, 1, 'now'), undefined, adopt);
  expect(adopt).toHaveBeenCalledWith([waiting]);
  expect(otherBoxes(storage, 1)).toEqual([]);
});

test('messages of another person are left alone', () => {
  const storage = new FakeStorage();
  new Box(storage, 12, 'before').write([waiting]);
  const adopt = vi.fn();
  adoptBoxes(shelf(storage), 1, new Box(storage, 1, 'now'), undefined, adopt);
  expect(adopt).not.toHaveBeenCalled();
});

test('messages of a tab that still lives are taken over when it closes', async () => {
  const storage = new FakeStorage();
  const locks = new FakeLocks() as unknown as Locks;
  const first = new Box(storage, 1, 'first');
  const closeFirst = adoptBoxes(shelf(storage), 1, first, locks, vi.fn());
  first.write([waiting]);
  const adopt = vi.fn();
  adoptBoxes(shelf(storage), 1, new Box(storage, 1, 'second'), locks, adopt);
  await new Promise((done) => setTimeout(done));
  expect(adopt).not.toHaveBeenCalled();
  closeFirst();
  await new Promise((done) => setTimeout(done));
  expect(adopt).toHaveBeenCalledWith([waiting]);
});

test('messages of a tab that began to wait only later are taken over when it closes, once', async () => {
  const storage = new FakeStorage();
  const locks = new FakeLocks() as unknown as Locks;
  const first = new Box(storage, 1, 'first');
  const closeFirst = adoptBoxes(shelf(storage), 1, first, locks, vi.fn());
  const adopt = vi.fn();
  const second = shelf(storage);
  adoptBoxes(second, 1, new Box(storage, 1, 'second'), locks, adopt);
  first.write([waiting]);
  second.tell(first.name);
  second.tell(first.name);
  second.tell('parley.outbox.12.another');
  closeFirst();
  await new Promise((done) => setTimeout(done));
  expect(adopt).toHaveBeenCalledExactlyOnceWith([waiting]);
});
