// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { growsUpwards, readingLine } from './useVirtualRows';

const row = document.createElement('li');
row.append(document.createElement('button'));
document.body.append(row);

/** A list of 600 pixels that is scrolled to 1000. */
const list = {
  scrollOffset: 1_000,
  scrollRect: { width: 800, height: 600 },
  range: { startIndex: 5, endIndex: 20 },
  elementsCache: new Map([['used', row]]),
};
const grows = (start: number, end: number, { key = 'row', delta = 46, ...more } = {}) =>
  growsUpwards({ key, start, end }, delta, { ...list, ...more });

test('what changes above the reader changes the scroll position', () => {
  expect(grows(500, 700)).toBe(true);
  expect(grows(900, 1_100)).toBe(true);
});

test('the pill with the day covers the beginning of the first row inside the list', () => {
  expect(readingLine(list)).toBe(1_043);
  expect(grows(1_020, 1_100)).toBe(true);
  expect(grows(1_044, 1_100)).toBe(false);
});

test('without the pill, the first row inside the list does not move', () => {
  const range = { startIndex: 0, endIndex: 20 };
  expect(growsUpwards({ key: 'row', start: 8, end: 60 }, 46, { ...list, scrollOffset: 0, range })).toBe(false);
});

test('the text of a row that fills the list does not move', () => {
  expect(grows(400, 1_700)).toBe(false);
  expect(grows(400, 1_500)).toBe(true);
});

test('a row that the reader expands grows downwards, and shrinks to where its button is', () => {
  row.querySelector('button')?.focus();
  expect(grows(900, 1_200, { key: 'used' })).toBe(false);
  expect(grows(900, 1_200, { key: 'used', delta: -46 })).toBe(true);
  expect(grows(900, 1_200)).toBe(true);
});
