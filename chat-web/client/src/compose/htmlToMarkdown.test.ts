// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from './htmlToMarkdown';
import { pasteEdits } from './paste';

describe('HTML becomes Markdown', () => {
  test.each([
    ['<p>one <b>two</b> <i>three</i> <s>four</s> <code>five</code></p>', 'one **two** _three_ ~~four~~ `five`'],
    ['<p>one</p><p>two<br>three</p>', 'one\n\ntwo\nthree'],
    ['<b> spaced </b>text', '**spaced** text'],
    ['<strong><b>once</b></strong>', '**once**'],
    ['<h1>Title</h1><p>text</p>', '**Title**\n\ntext'],
    ['<h2><b>Title</b></h2>', '**Title**'],
    ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
    ['<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
    ['<ol start="3"><li>a</li><li><p>b</p></li></ol>', '3. a\n4. b'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n> \n> b'],
    ['<pre><code class="language-js">let a;\n  let b;\n</code></pre>', '```js\nlet a;\n  let b;\n```'],
    ['<pre>```</pre>', '````\n```\n````'],
    ['<a href="https://example.org/">text</a>', '[text](https://example.org/)'],
    ['<a href="https://example.org/a_(b)">text</a>', '[text](<https://example.org/a_(b)>)'],
    ['<a href="https://example.org/">https://example.org/</a>', 'https://example.org/'],
    ['<a href="mailto:ada@example.org">ada@example.org</a>', 'ada@example.org'],
    ['<a href="javascript:alert(1)">text</a>', 'text'],
    ['<img src="x" alt="a picture">', 'a picture'],
    ['<script>alert(1)</script><style>p{}</style>text', 'text'],
    [
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">a</span> b</p></b>',
      '**a** b',
    ],
    ['<span style="font-style:italic">a</span><span style="text-decoration:line-through">b</span>', '_a_~~b~~'],
    ['<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', 'a\tb\n1\t2'],
    ['<p>a\n   b\t c</p>', 'a b c'],
    ['<!--StartFragment--><div>a</div><div>b</div><!--EndFragment-->', 'a\n\nb'],
    ['', ''],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  test('deep nesting is limited, and its text is kept', () => {
    expect(htmlToMarkdown(`${'<div><b>'.repeat(2_000)}x`)).toContain('x');
    expect(htmlToMarkdown(`${'<ul><li>'.repeat(500)}x`)).toContain('x');
    expect(htmlToMarkdown(`${'<i>'.repeat(2_000)}x`)).toContain('x');
  });
});

describe('a paste', () => {
  const edits = (text: string, html: string, value = '', from = 0, to = from, types: string[] = []) =>
    pasteEdits({ text, html, types }, { value, from, to }, htmlToMarkdown);

  test('of formatted text is first plain, so that one undo makes it plain', () => {
    expect(edits('a b', '<p>a <b>b</b></p>', 'x ', 2)).toEqual([
      { from: 2, to: 2, text: 'a b' },
      { from: 2, to: 5, text: 'a **b**' },
    ]);
  });

  test('of text without formatting is left to the browser', () => {
    expect(edits('a b', '<p>a b</p>')).toBeUndefined();
    expect(edits('a b', '')).toBeUndefined();
  });

  test('of a spreadsheet is text', () => {
    expect(edits('a\tb\n1\t2', '<table><tr><td><b>a</b></td><td>b</td></tr></table>')).toBeUndefined();
  });

  test('from a code editor is text', () => {
    expect(edits('let a;', '<div><b>let</b> a;</div>', '', 0, 0, ['vscode-editor-data'])).toBeUndefined();
  });

  test('into code is text', () => {
    expect(edits('b', '<b>b</b>', '```\nx', 5)).toBeUndefined();
    expect(edits('https://example.org', '', '```\nx', 4, 5)).toBeUndefined();
  });

  test('of an address over a selection makes a link', () => {
    expect(edits('https://example.org\n', '<a href="https://example.org">x</a>', 'see this', 4, 8)).toEqual([
      { from: 4, to: 8, text: '[this](https://example.org)' },
    ]);
  });

  test('of an address replaces an address', () => {
    expect(edits('https://example.org', '', 'https://example.com', 0, 19)).toBeUndefined();
  });

  test('is text while the converter is not loaded', () => {
    expect(
      pasteEdits({ text: 'b', html: '<b>b</b>', types: [] }, { value: '', from: 0, to: 0 }, undefined),
    ).toBeUndefined();
  });
});
