import { expect, test } from 'vitest';
import { inserted, offered } from './operators';

test('offers all operators between words, and those that begin like the word at the cursor', () => {
  expect(offered('', 0)).toHaveLength(8);
  expect(offered('lunch ', 6)).toHaveLength(8);
  expect(offered('lunch fr', 8)).toEqual(['from:']);
  expect(offered('lunch -ha', 9)).toEqual(['has:link', 'has:reaction']);
  expect(offered('ha lunch', 2)).toEqual(['has:link', 'has:reaction']);
});

test('offers nothing within other words and values', () => {
  expect(offered('lunch', 5)).toEqual([]);
  expect(offered('from:ada', 8)).toEqual([]);
  expect(offered('from:', 5)).toEqual([]);
});

test('an operator replaces the word at the cursor', () => {
  expect(inserted('lunch fr', 8, 'from:')).toEqual({ query: 'lunch from:', cursor: 11 });
  expect(inserted('', 0, 'has:link')).toEqual({ query: 'has:link ', cursor: 9 });
  expect(inserted('-ha x', 3, 'has:link')).toEqual({ query: '-has:link x', cursor: 9 });
});
