import { expect, test } from 'vitest';
import { highlight } from './highlight';

const joined = (code: string, language: string) =>
  highlight(code, language)
    ?.map((piece) => piece.text)
    .join('');

test('keywords and strings have a scope', () => {
  const pieces = highlight('const a = "<b>";', 'ts');
  expect(pieces).toContainEqual({ scope: 'hljs-keyword', text: 'const' });
  expect(pieces).toContainEqual({ scope: 'hljs-string', text: '"<b>"' });
});

test.each([
  ['  if (a < b && c > d) { s = "\'&lt;\'"; }\n\tend', 'java'],
  ['<script>alert("&amp;")</script>', 'html'],
  ['`${`${"}"}`}` // \u202E', 'js'],
  ['</span><span class="x">', 'xml'],
  ['x'.repeat(8_000), 'sql'],
  ['"'.repeat(4_000), 'python'],
])('the text is not changed: %#', (code, language) => {
  expect(joined(code, language)).toBe(code);
});

test('an unknown language is not highlighted', () => {
  expect(highlight('a', 'constructor')).toBeUndefined();
  expect(highlight('a', 'nothing')).toBeUndefined();
});
