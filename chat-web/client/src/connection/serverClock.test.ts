import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerClock } from './serverClock';

const SERVER_TIME = '2026-01-01T10:00:00Z';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2001-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function minutesSince(clock: ServerClock) {
  return Math.round((clock.now() - Date.parse(SERVER_TIME)) / 60_000);
}

test('advances during a sleep, in which the monotonic clock stands still', () => {
  const clock = new ServerClock();
  clock.synchronize(SERVER_TIME);
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(minutesSince(clock)).toBe(60);
});

test('does not go back when the wall clock is set back', () => {
  const clock = new ServerClock();
  clock.synchronize(SERVER_TIME);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(minutesSince(clock)).toBe(0);
});
