import { expect, test } from 'vitest';
import { isWorking } from './workingHours';

const office = { zone: 'Europe/Stockholm', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:30' };
const night = { ...office, days: [7], from: '22:00', to: '06:00' };
/** 2 March 2026 is a Monday; Stockholm is one hour ahead. */
const at = (hours: typeof office, time: string) => isWorking(hours, new Date(`2026-03-${time}:00Z`));

test('they are in the zone of the user, and exclude their end', () => {
  expect(at(office, '02T07:59')).toBe(false);
  expect(at(office, '02T08:00')).toBe(true);
  expect(at(office, '02T16:29')).toBe(true);
  expect(at(office, '02T16:30')).toBe(false);
  expect(at(office, '07T10:00')).toBe(false);
});

test('those of a night belong to the day on which they begin', () => {
  expect(at(night, '01T20:59')).toBe(false);
  expect(at(night, '01T21:00')).toBe(true);
  expect(at(night, '02T04:59')).toBe(true);
  expect(at(night, '02T05:00')).toBe(false);
  expect(at(night, '02T21:00')).toBe(false);
});

test('with a zone that the browser does not know, the user works', () => {
  expect(at({ ...office, zone: 'Nowhere/Else' }, '07T10:00')).toBe(true);
});
