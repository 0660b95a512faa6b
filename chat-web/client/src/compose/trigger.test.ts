import { describe, expect, test } from 'vitest';
import { shortcodeAt, triggerAt } from './trigger';

const at = (text: string) => triggerAt(text.replace('|', ''), text.indexOf('|'));

describe('the word that is completed', () => {
  test.each([
    ['@|', { kind: 'mention', from: 0, query: '' }],
    ['hi @ad|', { kind: 'mention', from: 3, query: 'ad' }],
    ['hi @Björ|', { kind: 'mention', from: 3, query: 'Björ' }],
    ['#|', { kind: 'channel', from: 0, query: '' }],
    ['see #gene|ral', { kind: 'channel', from: 4, query: 'gene' }],
    [':sm|', { kind: 'emoji', from: 0, query: 'sm' }],
    ['a\n:sm|', { kind: 'emoji', from: 2, query: 'sm' }],
    ['(:+1|', { kind: 'emoji', from: 1, query: '+1' }],
  ])('%s', (text, trigger) => {
    expect(at(text)).toEqual(trigger);
  });

  test.each([
    'ada@example|',
    '@ada |',
    'a#b|',
    'C#|',
    '12:30|',
    ':s|',
    ':) |',
    'https://a|',
    '`@ad`|',
    '```\n@ad|',
    '```\n:smi|',
    '```js\n#ab|',
    '`a :smi` |',
  ])('none: %s', (text) => {
    expect(at(text)).toBeUndefined();
  });
});

test('a shortcode that a colon would end', () => {
  expect(shortcodeAt('hi :smile', 9)).toEqual({ from: 3, code: 'smile' });
  expect(shortcodeAt(':+1', 3)).toEqual({ from: 0, code: '+1' });
  expect(shortcodeAt('a:smile', 7)).toBeUndefined();
  expect(shortcodeAt('```\n:smile', 10)).toBeUndefined();
  expect(shortcodeAt('12', 2)).toBeUndefined();
});
