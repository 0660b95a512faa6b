import { expect, test } from 'vitest';
import { parse } from './parser';
import { shortened } from './shorten';
import { plain, textOf } from './tree';

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`).join('\n');
const start = (body: string) => textOf(shortened(parse(body)) ?? []);

test('a short message is not shortened', () => {
  expect(shortened(parse(lines(30)))).toBeUndefined();
  expect(shortened(parse('word '.repeat(400)))).toBeUndefined();
  expect(shortened(parse(`\`\`\`\n${lines(500)}\n\`\`\``))).toBeUndefined();
});

test('many lines are cut at a line', () => {
  expect(start(lines(60))).toMatch(/line 19…$/);
});

test('many paragraphs are cut', () => {
  expect(shortened(parse('a\n\n'.repeat(60)))).toHaveLength(20);
});

test('one long line is cut at a word', () => {
  expect(start('word '.repeat(700))).toMatch(/ word…$/);
  expect(start('word '.repeat(700)).length).toBeLessThanOrEqual(1_602);
});

test('a line of 50,000 characters is cut, and not within a character', () => {
  const cut = textOf(shortened(plain('🙂'.repeat(25_000))) ?? []);
  expect(cut.length).toBeLessThanOrEqual(1_602);
  expect(cut).toMatch(/^(🙂)+…$/u);
});

test('formatting is kept', () => {
  const [, quote] = shortened(parse(`**a**\n\n> ${lines(50).replaceAll('\n', '\n> ')}`)) ?? [];
  expect(quote?.kind).toBe('quote');
});

test('a list is cut', () => {
  const [list] =
    shortened(parse(lines(3).replaceAll('line', '- line') + '\n' + '- word '.repeat(1) + 'w '.repeat(1500))) ?? [];
  expect(list?.kind === 'list' && list.items.length).toBeLessThanOrEqual(4);
});
