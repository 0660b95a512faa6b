import { expect, test } from 'vitest';
import { folded, matchRank, wordsRank } from './search';

test('case and accents are folded', () => {
  expect(['Björn', 'MÜLLER', 'Łukasz', 'Straße', 'Zoë', 'ﬁ', 'כהן'].map(folded)).toEqual([
    'bjorn',
    'muller',
    'lukasz',
    'strasse',
    'zoe',
    'fi',
    'כהן',
  ]);
});

test('whole names come before the start of a name, of a word, and the inside of a word', () => {
  expect(matchRank(['Ada'], 'ada')).toBe(0);
  expect(matchRank(['Ada Lovelace'], 'ada')).toBe(1);
  expect(matchRank(['Ada Lovelace'], 'love')).toBe(2);
  expect(matchRank(['Ada Lovelace'], 'lace')).toBe(3);
  expect(matchRank(['Ada Lovelace', 'lace'], 'lace')).toBe(0);
  expect(matchRank(['Canada, Ada'], 'ada')).toBe(2);
  expect(matchRank(['Ada'], 'kim')).toBeUndefined();
});

test('the words of a query match in any order, without case and accents', () => {
  for (const query of ['bjorn', 'BJÖRN', 'müller bjö', 'mull', ''])
    expect(wordsRank('Björn Müller', query)).toBeDefined();
  expect(wordsRank('Grace Hopper', 'hopper grace')).toBeDefined();
  expect(wordsRank('משה כהן', 'כהן')).toBeDefined();
  expect(wordsRank('Grace Hopper', 'grace kelly')).toBeUndefined();
  expect(['ada', 'ada lovelace', 'king ada', 'canada'].map((name) => wordsRank(name, 'Ada'))).toEqual([0, 1, 2, 3]);
});
