import { expect, test } from 'vitest';
import { untilTime } from './until';

const at = (year: number, month: number, day: number, hour: number) =>
  new Date(year, month - 1, day, hour).toISOString();
const thursday = new Date(2026, 0, 1, 22, 30);

test('minutes and hours are counted from now', () => {
  expect(untilTime('halfHour', thursday)).toBe(new Date(2026, 0, 1, 23, 0).toISOString());
  expect(untilTime('fourHours', thursday)).toBe(new Date(2026, 0, 2, 2, 30).toISOString());
});

test('tomorrow and next week begin in the morning of the local time', () => {
  expect(untilTime('tomorrow', thursday)).toBe(at(2026, 1, 2, 9));
  expect(untilTime('week', thursday)).toBe(at(2026, 1, 5, 9));
  expect(untilTime('week', new Date(2026, 0, 4, 12))).toBe(at(2026, 1, 5, 9));
  expect(untilTime('week', new Date(2026, 0, 5, 8))).toBe(at(2026, 1, 12, 9));
});
