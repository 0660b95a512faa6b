import { expect, test } from 'vitest';
import { isWritable, partsOf, valuesOf, withValues } from './queryParts';

test('a query has words, phrases, and operators with values', () => {
  const parts = partsOf('lunch -"a phrase" FROM:ada in:"Engine room" -has:link re:from:x');
  expect(parts.map(({ operator, value, excluded }) => [operator, value, excluded])).toEqual([
    [undefined, '', false],
    [undefined, '', true],
    ['from', 'ada', false],
    ['in', 'Engine room', false],
    ['has', 'link', true],
    [undefined, '', false],
  ]);
});

test('what excludes is no filter', () => {
  expect(valuesOf('from:ada -from:kim from:', 'from')).toEqual(['ada']);
  expect(valuesOf('"from:ada"', 'from')).toEqual([]);
});

test('a filter is put in the place of those of its operator, and the rest stays', () => {
  expect(withValues('from:ada  lunch -from:kim', 'from', ['grace'])).toBe('lunch -from:kim from:grace');
  expect(withValues('lunch', 'in', ['Engine room'])).toBe('lunch in:"Engine room"');
  expect(withValues('has:pin x', 'has', ['pin', 'file'])).toBe('x has:pin has:file');
  expect(withValues('', 'on', ['2026-03-01'])).toBe('on:2026-03-01');
});

test('a filter is removed, and so is an operator without a value', () => {
  expect(withValues('a from:ada from: b', 'from', [])).toBe('a b');
});

test('a quote that is not closed does not take the filter', () => {
  expect(withValues('"a phrase', 'from', ['me'])).toBe('"a phrase" from:me');
});

test('titles that would mean something else are not written', () => {
  expect(['Engine room', 'Lärm'].every(isWritable)).toBe(true);
  expect(['', '42', '#general', '@kim', 'the "best"'].some(isWritable)).toBe(false);
});
