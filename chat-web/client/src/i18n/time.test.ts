// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { endTime, timeIn, timeOfDay, writeTimesIn } from './time';

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

test('the time in another zone names the day if it is another one', () => {
  const noon = new Date(Date.UTC(2026, 2, 6, 12));
  const here = noon.toLocaleDateString('en-GB', { weekday: 'long' });
  const there = new Date(Date.UTC(2026, 2, 6, 22)).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  expect(here).toBe(there);
  expect(timeIn('Asia/Kolkata', noon)).toMatch(/^(5:30 PM|17:30)$/);
  expect(timeIn('Pacific/Kiritimati', noon)).toMatch(/^Saturday 0?2:00/);
  expect(timeIn('Nowhere/At all', noon)).toBeUndefined();
});

test('times are written in the language that was chosen', () => {
  const afternoon = new Date(2026, 2, 12, 15).toISOString();
  writeTimesIn('de');
  expect(endTime(afternoon, now)).toBe('Donnerstag 15:00');
  writeTimesIn('en-US');
  expect(endTime(afternoon, now)).toMatch(/^Thursday 3:00\sPM$/);
  writeTimesIn('not a language');
  expect(endTime(afternoon, now)).toContain('Thursday');
  writeTimesIn(undefined);
});
