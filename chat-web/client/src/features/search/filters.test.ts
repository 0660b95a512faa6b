import { expect, test } from 'vitest';
import { daysOf, hasFilters, hasKind, withDays, withKind, withoutFilters } from './filters';

test('days are read from the query and written to it', () => {
  expect(daysOf('x after:2026-03-01 -on:2026-04-01 before:soon')).toEqual({ after: '2026-03-01' });
  expect(withDays('x before:soon after:2026-03-01', { after: '2026-03-02' })).toBe('x after:2026-03-02');
});

test('kinds are added and taken away one by one', () => {
  expect(withKind('x has:link', 'file')).toBe('x has:link has:file');
  expect(withKind('x has:LINK has:file', 'link')).toBe('x has:file');
  expect(hasKind('-has:link', 'link')).toBe(false);
});

test('filters go, words and what excludes stay', () => {
  const query = 'lunch from:ada in:"Engine room" on:2026-03-01 has:link -from:kim mentions:me';
  expect(hasFilters(query)).toBe(true);
  expect(withoutFilters(query)).toBe('lunch -from:kim mentions:me');
  expect(hasFilters('lunch -from:kim')).toBe(false);
});
