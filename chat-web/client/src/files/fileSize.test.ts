import { expect, test } from 'vitest';
import { fileSize } from './fileSize';

test('sizes have the unit that fits, and one decimal only below ten', () => {
  expect([0, 999, 1_000, 1_500, 47_400, 104_857_600, 3e12].map(fileSize)).toEqual([
    '0 byte',
    '999 byte',
    '1 kB',
    '1.5 kB',
    '47 kB',
    '105 MB',
    '3,000 GB',
  ]);
});
