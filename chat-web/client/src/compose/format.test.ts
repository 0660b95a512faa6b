import { describe, expect, test } from 'vitest';
import type { Format, Selection } from './format';
import { format, linkTo } from './format';
import type { Edit } from './insertText';

/** A text whose selection is between brackets: `a «b» c`; one mark is a caret. */
function selection(text: string): Selection {
  const from = text.indexOf('«');
  const to = text.includes('»') ? text.indexOf('»') - 1 : from;
  return { value: text.replace(/[«»]/g, ''), from, to };
}

function applied({ value }: Selection, edit: Edit): string {
  const { from, to, text, select = { from: text.length, to: text.length } } = edit;
  const marked =
    select.from === select.to
      ? `${text.slice(0, select.from)}«${text.slice(select.from)}`
      : `${text.slice(0, select.from)}«${text.slice(select.from, select.to)}»${text.slice(select.to)}`;
  return value.slice(0, from) + marked + value.slice(to);
}

const formatted = (text: string, kind: Format) => applied(selection(text), format(selection(text), kind));

describe('formatting the selection', () => {
  test.each<[Format, string, string]>([
    ['bold', 'a «b» c', 'a **«b»** c'],
    ['bold', 'a **«b»** c', 'a «b» c'],
    ['bold', 'a «**b**» c', 'a «b» c'],
    ['bold', 'a « b » c', 'a  **«b»**  c'],
    ['bold', 'a «', 'a **«**'],
    ['bold', '«a\n\nb»', '«**a**\n\n**b**»'],
    ['bold', '«**a**\n**b**»', '«a\nb»'],
    ['italic', '«b»', '_«b»_'],
    ['italic', '_«b»_', '«b»'],
    ['italic', '**«b»**', '**_«b»_**'],
    ['strike', '«b»', '~~«b»~~'],
    ['code', '«b»', '`«b»`'],
    ['code', '`«b»`', '«b»'],
    ['code', 'x «a\n  b» y', 'x \n```\n«a\n  b»\n```\n y'],
    ['code', '«```\na»', '````\n«```\na»\n````'],
    ['quote', '«a\nb»', '«> a\n> b»'],
    ['quote', '«> a\n> b»', '«a\nb»'],
    ['bullets', 'x\na«', 'x\n- a«'],
    ['numbers', '«a\nb»', '«1. a\n2. b»'],
    ['numbers', '«1. a\n2. b»', '«a\nb»'],
    ['link', '«text»', '[text](«)'],
    ['link', '«https://example.org»', '[«](https://example.org)'],
    ['link', '«', '[«]()'],
  ])('%s: %j', (kind, before, after) => {
    expect(formatted(before, kind)).toBe(after);
  });

  test('applied twice, the text is as before', () => {
    for (const kind of ['bold', 'italic', 'strike', 'code', 'quote', 'bullets', 'numbers'] as const) {
      const before = 'x\n«word»\ny';
      expect(formatted(formatted(before, kind), kind)).toBe(before);
    }
  });
});

test('a link to a pasted address', () => {
  expect(applied(selection('see «this» page'), linkTo(selection('see «this» page'), 'https://a.example/x'))).toBe(
    'see [this](https://a.example/x)« page',
  );
  expect(linkTo(selection('«a»'), 'https://a.example/x_(y)').text).toBe('[a](<https://a.example/x_(y)>)');
});
