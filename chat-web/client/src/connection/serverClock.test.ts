import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerClock } from './serverClock';

const TOLD = '2026-01-01T10:00:00Z';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2001-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function minutesOn(clock: ServerClock) {
  return Math.round((clock.now() - Date.parse(TOLD)) / 60_000);
}

test('goes on through a sleep, in which the monotonic clock stands still', () => {
  const clock = new ServerClock();
  clock.learn(TOLD);
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(minutesOn(clock)).toBe(60);
});

test('does not go back with a wall clock that is put back', () => {
  const clock = new ServerClock();
  clock.learn(TOLD);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(minutesOn(clock)).toBe(0);
});
