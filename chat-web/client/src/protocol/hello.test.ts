import { expect, test } from 'vitest';
import { helloText } from './hello';

test('hello names the version of the frames', () => {
  expect(JSON.parse(helloText(3, { resume: { '7': 40 }, client: 'tab1', idle: true }))).toEqual({
    t: 'hello',
    id: 3,
    version: 1,
    client: 'tab1',
    idle: true,
    resume: { '7': 40 },
  });
});

test('the same hello has the same text, whatever the order of its parts', () => {
  expect(helloText(1, { client: 'tab1', resume: {} })).toBe(
    helloText(1, { resume: {}, idle: undefined, client: 'tab1' }),
  );
});
