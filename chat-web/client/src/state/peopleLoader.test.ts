import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../connection/http';
import type { User, UserId } from '../protocol/resources';
import { People } from './people';
import { PeopleLoader } from './peopleLoader';

const named = (id: UserId): User => ({ id, username: `user${id}`, displayName: `User no. ${id}` });
const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp() {
  const load = vi
    .fn<(ids: readonly UserId[]) => Promise<User[]>>()
    .mockImplementation((ids) => Promise.resolve(ids.map(named)));
  const failed = vi.fn();
  let people = new People([], (id) => loader.missed(id));
  const loader = new PeopleLoader(
    { has: (id) => people.has(id), add: (users) => (people = people.with(users)), load, failed },
    () => 0,
  );
  const lookUp = (...ids: UserId[]) => ids.map((id) => people.get(id)?.displayName);
  return { loader, load, failed, lookUp, add: (users: User[]) => (people = people.with(users)) };
}

test('unknown users who were looked up are loaded in one request', async () => {
  const { load, lookUp } = setUp();
  expect(lookUp(1, 2, 1)).toEqual([undefined, undefined, undefined]);
  await vi.advanceTimersByTimeAsync(20);
  expect(load.mock.calls).toEqual([[[1, 2]]]);
  expect(lookUp(1, 2)).toEqual(['User no. 1', 'User no. 2']);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a lookup sends no request before rendering has ended', () => {
  const { load, lookUp } = setUp();
  lookUp(1);
  expect(load).not.toHaveBeenCalled();
});

test('more than 100 people are loaded in several requests, one after the other', async () => {
  const { load, lookUp } = setUp();
  const ids = Array.from({ length: 250 }, (_, i) => i + 1);
  lookUp(...ids);
  await vi.advanceTimersByTimeAsync(20);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(40);
  expect(load.mock.calls.map(([asked]) => asked.length)).toEqual([100, 100, 50]);
  expect(lookUp(...ids)).not.toContain(undefined);
});

test('a user who became known in the meantime is not requested', async () => {
  const { load, lookUp, add } = setUp();
  lookUp(1, 2);
  add([named(1)]);
  await vi.advanceTimersByTimeAsync(20);
  expect(load.mock.calls).toEqual([[[2]]]);
});

test('a user whom the server does not know is requested again only after some minutes', async () => {
  const { load, lookUp } = setUp();
  load.mockResolvedValue([]);
  lookUp(1);
  await vi.advanceTimersByTimeAsync(20);
  lookUp(1);
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  lookUp(1);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(load).toHaveBeenCalledTimes(1);
  lookUp(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(load).toHaveBeenCalledTimes(2);
});

test('after a failure the same people are asked for again, later each time, with those missed since', async () => {
  const { load, failed, lookUp } = setUp();
  load
    .mockRejectedValueOnce(new ApiError(0, 'unreachable'))
    .mockRejectedValueOnce(new ApiError(503, 'down', [], 9_000));
  lookUp(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(failed).toHaveBeenCalledTimes(1);
  lookUp(2);
  await vi.advanceTimersByTimeAsync(499);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(8_999);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenLastCalledWith([1, 2]);
  expect(lookUp(1, 2)).toEqual(['User no. 1', 'User no. 2']);
});

test('a refused request is not repeated', async () => {
  const { load, lookUp } = setUp();
  load.mockRejectedValue(new ApiError(400, 'bad_request'));
  lookUp(1);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(load).toHaveBeenCalledTimes(1);
});

test('what is no id of a person is not asked for', async () => {
  const { load, lookUp } = setUp();
  lookUp(0, -1, 1.5, NaN);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(load).not.toHaveBeenCalled();
});

test('while an answer with names is on its way, nobody is asked for', async () => {
  const { loader, load, lookUp, add } = setUp();
  let answered = () => {};
  loader.after(new Promise<void>((done) => (answered = done)));
  lookUp(1, 2);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(load).not.toHaveBeenCalled();
  add([named(1)]);
  answered();
  await vi.advanceTimersByTimeAsync(20);
  expect(load.mock.calls).toEqual([[[2]]]);
});

test('what needs a name waits until it is known', async () => {
  const { loader, lookUp } = setUp();
  const known = loader.known(1).then(() => lookUp(1));
  await vi.advanceTimersByTimeAsync(20);
  expect(await known).toEqual(['User no. 1']);
  await loader.known(1);
});

test('what needs a name does not wait long for one that cannot be loaded', async () => {
  const { loader, load } = setUp();
  load.mockRejectedValue(new ApiError(0, 'unreachable'));
  const waited = vi.fn();
  void loader.known(1).then(waited);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(waited).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(waited).toHaveBeenCalledTimes(1);
});

test('what has been stopped asks for nobody', async () => {
  const { loader, load, lookUp } = setUp();
  lookUp(1);
  loader.stop();
  lookUp(2);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(load).not.toHaveBeenCalled();
});
