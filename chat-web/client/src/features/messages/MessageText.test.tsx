// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadMarkdown } from '../../markdown/useMarkdown';
import { MessageText } from './MessageText';

const show = (body: string, mention?: Parameters<typeof MessageText>[0]['mention']) =>
  render(<MessageText body={body} mention={mention} />).container;

describe('the text of a message', () => {
  beforeAll(loadMarkdown);
  afterEach(cleanup);

  test('is formatted', () => {
    const text = show('**bold** _italic_ ~~gone~~ `code`\n\n> quote\n\n1. one\n2. two');
    expect(text.querySelector('strong')?.textContent).toBe('bold');
    expect(text.querySelector('em')?.textContent).toBe('italic');
    expect(text.querySelector('s')?.textContent).toBe('gone');
    expect(text.querySelector('p code')?.textContent).toBe('code');
    expect(text.querySelector('blockquote')?.textContent).toBe('quote');
    expect([...text.querySelectorAll('ol li')].map((item) => item.textContent)).toEqual(['one', 'two']);
  });

  test('links open in a new tab, without access to this one', () => {
    show('see https://example.org/a_(b)');
    const link = screen.getByRole<HTMLAnchorElement>('link');
    expect(link.href).toBe('https://example.org/a_(b)');
    expect(link.target).toBe('_blank');
    expect(link.rel.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
  });

  test('links to conversations stay in this tab', () => {
    show('[#general](#/c/12)');
    const link = screen.getByRole<HTMLAnchorElement>('link');
    expect(link.getAttribute('href')).toBe('#/c/12');
    expect(link.target).toBe('');
  });

  test('a link that pretends to go elsewhere names its host', () => {
    expect(show('[bank.example](https://evil.example/)').textContent).toBe('bank.example (goes to evil.example)');
  });

  test.each([
    '<script>window.hacked = true</script>',
    '<img src=x onerror="window.hacked = true">',
    '[x](javascript:window.hacked=true)',
    '[<img src=x onerror=alert(1)>](https://example.org)',
    '```html\n<script>window.hacked = true</script>\n```',
    '`<iframe srcdoc="<script>parent.hacked=true</script>">`',
  ])('creates no element from %j', (body) => {
    const text = show(body);
    expect(text.querySelector('script, img, iframe, [onerror]')).toBeNull();
    for (const link of text.querySelectorAll('a')) expect(link.href).toMatch(/^https:/);
    expect(text.innerHTML).not.toMatch(/style=/);
    expect('hacked' in window).toBe(false);
  });

  test('each block, code span and link is isolated from the direction of its surroundings', () => {
    const text = show('\u202Eabc `\u202Edef` [\u202Eghi](https://example.org)\n\n> \u202Ejkl\n\n- \u202Emno');
    const isolates = (element: Element | null) => element?.closest('[dir], bdi') !== null;
    for (const element of text.querySelectorAll('p, blockquote, li, code')) {
      expect(element.getAttribute('dir')).toBe('auto');
    }
    expect(isolates(text.querySelector('a bdi'))).toBe(true);
  });

  test('mentions are marked by what they resolve to', () => {
    const text = show('@Ada and @kim... and @nobody `@ada`', (name) =>
      name === 'ada' ? { label: '@Ada', me: true } : name === 'kim' ? { label: '@Kim' } : undefined,
    );
    const marked = screen.getAllByTestId('mention');
    expect(marked.map((each) => each.textContent)).toEqual(['@Ada', '@Kim']);
    expect(marked.map((each) => each.classList.contains('mention--me'))).toEqual([true, false]);
    expect(text.textContent).toBe('@Ada and @Kim... and @nobody @ada');
  });

  test('a few emoji alone are large', () => {
    const large = (body: string) => {
      const found = show(body).querySelector('.md--emoji') !== null;
      cleanup();
      return found;
    };
    expect(['🙂', '👍🏽 ❤️', '👨‍👩‍👧‍👦'.repeat(8), '🇸🇪\n🎉'].map(large)).toEqual([true, true, true, true]);
    expect(['🙂!', 'a', '1', '🙂'.repeat(9), '', '**🙂**'].map(large)).toEqual(Array(6).fill(false));
  });

  test('a long message is collapsed, and stays expanded when it is rendered again', () => {
    const body = Array.from({ length: 60 }, (_, i) => `line ${i}`).join('\n');
    expect(show(body).textContent).not.toContain('line 59');
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    cleanup();
    expect(show(body).textContent).toContain('line 59');
    fireEvent.click(screen.getByRole('button', { name: 'Show less' }));
    expect(screen.getByRole('button', { name: 'Show more' }).getAttribute('aria-expanded')).toBe('false');
  });

  test('long code is collapsed', () => {
    const code = Array.from({ length: 50 }, (_, i) => `  line ${i}`).join('\n');
    const text = show(`\`\`\`\n${code}\n\`\`\``);
    expect(text.querySelector('pre')?.textContent).toBe(code.split('\n', 16).join('\n'));
    fireEvent.click(screen.getByRole('button', { name: 'Show all 50 lines' }));
    expect(text.querySelector('pre')?.textContent).toBe(code);
  });

  test('code is highlighted, and its spaces are kept', async () => {
    const text = show('```js\n  const a = 1;\n```');
    await waitFor(() => expect(text.querySelector('.hljs-keyword')?.textContent).toBe('const'));
    expect(text.querySelector('pre')?.textContent).toBe('  const a = 1;');
  });

  test('a line of 50,000 characters is shown without formatting', () => {
    const text = show('**x** '.repeat(9_000));
    expect(text.querySelector('strong')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(text.querySelector('p')?.textContent.length).toBe(53_999);
    expect(text.querySelectorAll('*').length).toBeLessThan(10);
  });
});
