import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chatFixture } from '../testing/chatFixture';
import { InputActivity } from './inputActivity';

const MINUTE_MS = 60_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('five minutes without input are idle, and the next input ends that', () => {
  const changed = vi.fn();
  const activity = new InputActivity(changed);
  activity.start();
  vi.advanceTimersByTime(4 * MINUTE_MS);
  activity.input();
  vi.advanceTimersByTime(4 * MINUTE_MS);
  expect(changed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE_MS);
  expect(changed).toHaveBeenCalledExactlyOnceWith(true);
  activity.input();
  activity.input();
  expect(changed).toHaveBeenCalledTimes(2);
  expect(changed).toHaveBeenLastCalledWith(false);
  vi.advanceTimersByTime(5 * MINUTE_MS);
  expect(changed).toHaveBeenLastCalledWith(true);
  activity.stop();
});

test('the server learns that the user is away and back, and a new connection says so at once', async () => {
  const { chat, network } = chatFixture();
  chat.start();
  network.latest.welcomes();
  await vi.advanceTimersByTimeAsync(0);
  expect(network.latest.only('hello')).toMatchObject({ client: 'tab1' });
  expect(network.latest.only('hello').idle).toBeUndefined();
  chat.activity.input();
  // The server answers pings, so that the connection stays open.
  for (let i = 0; i < 60; i++) {
    await vi.advanceTimersByTimeAsync(5_000);
    network.latest.delivers({ t: 'pong' });
  }
  expect(network.latest.of('idle')).toHaveLength(1);
  network.latest.closes();
  await vi.advanceTimersByTimeAsync(1_000);
  network.latest.welcomes();
  expect(network.latest.only('hello')).toMatchObject({ idle: true });
  chat.activity.input();
  expect(network.latest.of('active')).toHaveLength(1);
  chat.stop();
});
