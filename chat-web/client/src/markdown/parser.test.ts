import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, MAX_PARSED, parse } from './parser';
import type { Block, Inline } from './tree';
import { hasSyntax, inlineText, plain, textOf } from './tree';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });

function inline(body: string): Inline[] {
  const [block, ...rest] = parse(body);
  expect(rest).toEqual([]);
  if (block?.kind !== 'paragraph') throw new Error(`not a paragraph: ${JSON.stringify(block)}`);
  return block.children;
}

function links(blocks: readonly Block[]): string[] {
  const inInline = (each: Inline): string[] =>
    each.kind === 'link' ? [each.href] : 'children' in each ? each.children.flatMap(inInline) : [];
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.children.flatMap(inInline);
    if (block.kind === 'quote') return links(block.children);
    return block.kind === 'list' ? links(block.items.flat()) : [];
  });
}

describe('formatting', () => {
  test('bold, italic, strike and code', () => {
    expect(inline('**b** *i* _i_ ~~s~~ `c`')).toEqual([
      { kind: 'bold', children: [text('b')] },
      text(' '),
      { kind: 'italic', children: [text('i')] },
      text(' '),
      { kind: 'italic', children: [text('i')] },
      text(' '),
      { kind: 'strike', children: [text('s')] },
      text(' '),
      { kind: 'code', text: 'c' },
    ]);
  });

  test('line breaks and the spaces around them are kept', () => {
    expect(inline('one\n  two  \nthree')).toEqual([text('one\n  two  \nthree')]);
  });

  test('leading spaces in code are kept', () => {
    expect(parse('```py\n  def f():\n\tpass\n\n  # end\n```')).toEqual([
      { kind: 'code', language: 'py', text: '  def f():\n\tpass\n\n  # end' },
    ]);
    expect(inline('`` two  spaces ``')).toEqual([{ kind: 'code', text: 'two  spaces' }]);
  });

  test('a fence without an end extends to the end', () => {
    expect(parse('```\n**a**')).toEqual([{ kind: 'code', language: undefined, text: '**a**' }]);
  });

  test('a quote ends at the first line without a marker', () => {
    expect(parse('> a\n> b\nc')).toEqual([
      { kind: 'quote', children: [paragraph(text('a\nb'))] },
      paragraph(text('c')),
    ]);
  });

  test('a list ends at the first line that is not indented', () => {
    expect(parse('- a\n  more\n- b\nc')).toEqual([
      { kind: 'list', items: [[paragraph(text('a\nmore'))], [paragraph(text('b'))]] },
      paragraph(text('c')),
    ]);
  });

  test('a numbered list keeps its first number', () => {
    expect(parse('3. a\n4. b')).toEqual([
      { kind: 'list', start: 3, items: [[paragraph(text('a'))], [paragraph(text('b'))]] },
    ]);
  });

  test.each(['# heading', 'heading\n---', '---', '| a | b |\n|---|---|', '    indented', '&lt;b&gt; &amp;'])(
    'is not applied to %j',
    (body) => {
      expect(textOf(parse(body))).toBe(body.replace(/\s+/g, ' ').trim());
      expect(parse(body).every((block) => block.kind === 'paragraph')).toBe(true);
    },
  );

  test.each(['hello', 'a\nb', 'a\n\nb', '  a\n  b  ', 'a\n \nb', 'one, two; (three)!', '5 > 3', 'x # y'])(
    'text without syntax is shown the same with and without the parser: %j',
    (body) => {
      expect(hasSyntax(body)).toBe(false);
      expect(parse(body)).toEqual(plain(body));
    },
  );
});

describe('links', () => {
  test.each([
    ['https://en.wikipedia.org/wiki/Foo_(bar)', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
    ['(see https://example.org/a).', 'https://example.org/a'],
    ['www.example.org', 'https://www.example.org/'],
    ['http://www.example.org', 'http://www.example.org/'],
    ['example.org/path', 'https://example.org/path'],
    ['ada@example.org', 'mailto:ada@example.org'],
    ['<https://example.org/?a=1>', 'https://example.org/?a=1'],
    ['[text](https://example.org "title")', 'https://example.org/'],
    ['[#general](#/c/12)', '#/c/12'],
    ['https://medium.com/@ada', 'https://medium.com/@ada'],
    ['**https://example.org**', 'https://example.org/'],
  ])('%s', (body, href) => {
    expect(links(parse(body))).toEqual([href]);
  });

  test.each(['main.rs', 'README.md', 'deploy.sh', 'e.g.this', 'done.It works', '1.2', 'ada@localhost', 'a.b'])(
    'not %s',
    (body) => {
      expect(links(parse(body))).toEqual([]);
      expect(textOf(parse(body))).toBe(body);
    },
  );

  test('the text of an address is shown as typed', () => {
    const lookalike = 'https://аррӏе.com/';
    expect(inlineText(inline(lookalike))).toBe(lookalike);
    expect(links(parse(lookalike))).toEqual(['https://xn--80ak6aa92e.com/']);
    expect(inlineText(inline('https://xn--80ak6aa92e.com/'))).toBe('https://xn--80ak6aa92e.com/');
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](&#x6A;avascript&#58;alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](<java\nscript:alert(1)>)',
    '[x](\u0001javascript:alert(1))',
    '[x](\u00a0javascript:alert(1))',
    '[x](%6Aavascript:alert(1))',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](data:image/svg+xml;base64,PHN2Zz4=)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://example.org/1)',
    '[x](//evil.example)',
    '[x](/api/session)',
    '[x](#onclick)',
    '[x](#/../"onmouseover=")',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
    'javascript:alert(1)',
    'view-source:https:x',
    '![x](javascript:alert(1))',
    '[a]: javascript:alert(1)\n\n[a]',
  ])('never %j', (body) => {
    for (const href of links(parse(body))) expect(href).toMatch(/^(https?|mailto):/);
    expect(links(parse(body)).join()).not.toMatch(/script|data:|blob:/i);
  });

  test('no picture is loaded', () => {
    expect(inline('![alt](https://example.org/a.png)')).toEqual([
      text('!'),
      { kind: 'link', href: 'https://example.org/a.png', children: [text('alt')] },
    ]);
  });
});

describe('HTML', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b>bold</b>',
    '<!-- comment -->',
    '<a href="javascript:alert(1)">x</a>',
    '<svg/onload=alert(1)>',
    '</p></div>',
  ])('%s is text', (body) => {
    expect(inline(body)).toEqual([text(body)]);
  });
});

describe('mentions', () => {
  const names = (body: string) => inline(body).flatMap((each) => (each.kind === 'mention' ? [each.name] : []));

  test.each([
    ['@ada', ['ada']],
    ['hi @ada, @kim.', ['ada', 'kim.']],
    ['(@ada)', ['ada']],
    ['@ada_lovelace and @ada_l', ['ada_lovelace', 'ada_l']],
    ['@channel', ['channel']],
    ['ada@kim', []],
    ['@@ada', []],
    ['`@ada`', []],
    ['@', []],
  ])('%s', (body, expected) => {
    expect(names(body)).toEqual(expected);
  });

  test('in bold text', () => {
    expect(inline('**@ada**')).toEqual([{ kind: 'bold', children: [{ kind: 'mention', name: 'ada' }] }]);
  });

  test('not in the text of a link', () => {
    expect(inline('[@ada](https://example.org)')).toEqual([
      { kind: 'link', href: 'https://example.org/', children: [text('@ada')] },
    ]);
  });
});

describe('hostile input', () => {
  const depthOf = (value: unknown): number =>
    Array.isArray(value)
      ? Math.max(0, ...value.map(depthOf))
      : typeof value === 'object' && value !== null
        ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
        : 0;

  test('text beyond the limit is not parsed', () => {
    const body = '**a** '.repeat(10_000);
    expect(body.length).toBeGreaterThan(MAX_PARSED);
    expect(parse(body)).toEqual(plain(body));
  });

  test.each([
    ['quotes', '>'.repeat(MAX_PARSED - 1) + 'x'],
    ['spaced quotes', '> '.repeat(3_000) + 'x'],
    ['bullets', '- '.repeat(3_000) + 'x'],
    ['numbers', '1. '.repeat(2_000) + 'x'],
    ['nested lines', Array.from({ length: 100 }, (_, i) => `${' '.repeat(i * 2)}- ${i}`).join('\n')],
    ['emphasis', '*a **a '.repeat(500) + 'x' + '** a* '.repeat(500)],
    ['strike', '~~a '.repeat(1_000) + 'x' + ' b~~'.repeat(900)],
  ])('deep nesting is limited, and its text is kept: %s', (_name, body) => {
    const blocks = parse(body);
    // A list item adds a level of its own.
    expect(depthOf(blocks)).toBeLessThanOrEqual(3 * MAX_DEPTH + 2);
    const kept = textOf(blocks);
    for (const letter of ['x', '99'].filter((each) => body.includes(each))) expect(kept).toContain(letter);
  });

  test.each([
    '['.repeat(MAX_PARSED),
    '[a]('.repeat(MAX_PARSED / 4),
    '*'.repeat(MAX_PARSED),
    '_ '.repeat(MAX_PARSED / 2),
    '*_~`'.repeat(MAX_PARSED / 4),
    '`'.repeat(MAX_PARSED),
    '<'.repeat(MAX_PARSED),
    '![[]]('.repeat(MAX_PARSED / 8),
    '\\'.repeat(MAX_PARSED),
    '@'.repeat(MAX_PARSED),
    '@a '.repeat(MAX_PARSED / 4),
    'www.'.repeat(MAX_PARSED / 4),
    'a@'.repeat(MAX_PARSED / 2),
    'http://'.repeat(1_000),
    '|-'.repeat(MAX_PARSED / 2),
    '>\n'.repeat(MAX_PARSED / 2),
    '-\n'.repeat(MAX_PARSED / 2),
    '```\n'.repeat(MAX_PARSED / 4),
    ' '.repeat(MAX_PARSED - 1) + 'x',
    '\u202E'.repeat(MAX_PARSED),
    'a'.repeat(MAX_PARSED),
  ])('a message full of markers is parsed: %#', (body) => {
    expect(() => parse(body)).not.toThrow();
  });
});

test('the text of a message is without markers', () => {
  expect(textOf(parse('**Hi** [you](https://example.org)\n> quoted\n\n- one\n- `two`\n\n```js\nlet a;\n```'))).toBe(
    'Hi you quoted one two let a;',
  );
});
