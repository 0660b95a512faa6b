import { expect, test } from 'vitest';
import { endTime, timeOfDay } from './time';

const now = new Date(2026, 2, 6, 14, 30);
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();

test('an end names the day unless it is today', () => {
  expect(endTime(at(6, 18), now)).toBe(timeOfDay(at(6, 18)));
  expect(endTime(at(7, 9), now)).toBe(`Saturday ${timeOfDay(at(7, 9))}`);
  expect(endTime(at(12, 9), now)).toBe(`Thursday ${timeOfDay(at(12, 9))}`);
});

test('an end that is a week away or longer has its date', () => {
  expect(endTime(at(13, 9), now)).toMatch(/13/);
  expect(endTime(at(13, 9), now)).not.toMatch(/Friday/);
});
