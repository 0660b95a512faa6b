import { expect, test } from 'vitest';
import { matchRank } from './fold';

test('accents, case and the order of the words do not matter', () => {
  for (const query of ['bjorn', 'BJÖRN', 'müller bjö', 'mull']) expect(matchRank('Björn Müller', query)).toBeDefined();
  expect(matchRank('Grace Hopper', 'hopper grace')).toBeDefined();
  expect(matchRank('Grace Hopper', 'opper')).toBeDefined();
  expect(matchRank('משה כהן', 'כהן')).toBeDefined();
  expect(matchRank('Grace Hopper', 'grace kelly')).toBeUndefined();
});

test('the whole name is before its beginning, the beginning of a word and the rest', () => {
  const ranks = ['ada', 'ada lovelace', 'king ada', 'canada'].map((name) => matchRank(name, 'Ada'));
  expect(ranks).toEqual([0, 1, 2, 3]);
});
