// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../connection/http';
import type { HitPage } from '../../connection/searchApi';
import type { Hit } from '../../protocol/search';
import { aMessage, chatFixture } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import SearchView from './SearchView';

beforeEach(() => {
  window.location.hash = '';
});
afterEach(cleanup);

const hit = (pos: number, body: string, highlights: Hit['highlights'] = []): Hit => ({
  msg: aMessage(pos, { body }),
  conversation: { id: 7, kind: 'group', title: 'General', user: undefined },
  highlights,
  files: [],
  excerpts: [],
});

function show(q: string, search: (q: string, zone: string, after: unknown) => Promise<HitPage> | undefined) {
  const fixture = chatFixture();
  const calls = {
    search: vi.fn((query: string, zone: string, after: unknown) => search(query, zone, after) ?? found()),
  };
  const view = (query: string) => (
    <ChatContext value={fixture.chat}>
      <SearchView q={query} api={calls} />
    </ChatContext>
  );
  const { rerender } = render(view(q));
  return { calls, visit: (query: string) => rerender(view(query)) };
}

const found = (...items: Hit[]) => Promise.resolve({ items, total: items.length });
const links = () => screen.queryAllByTestId('hit').map((each) => each.getAttribute('href'));
const field = () => screen.getByRole('searchbox', { name: 'Search messages' });

test('hits are in context with their matches marked, and lead to their messages', async () => {
  const { calls } = show('lunch', () =>
    found(
      hit(30, 'Lunch at 12, lunch!', [
        { start: 0, end: 5 },
        { start: 13, end: 18 },
      ]),
    ),
  );
  const link = await screen.findByTestId('hit');
  expect([...link.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Lunch', 'lunch']);
  expect(link.textContent).toBe('Lunch at 12, lunch!');
  expect(links()).toEqual(['#/c/7/m/30']);
  expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain('1 message');
  expect(screen.getByRole('link', { name: /General.*Lunch at 12/ })).toBe(link);
  expect(calls.search.mock.calls[0]?.[0]).toBe('lunch');
});

test('the files of a hit are named, and those that match', async () => {
  const file = (id: number, name: string) => ({ id, name, size: 9, type: 'application/pdf' });
  const inFile: Hit = {
    ...hit(30, ''),
    msg: aMessage(30, { body: '', files: [file(4, 'plan.pdf'), file(5, 'menu.pdf')] }),
    files: [5],
    excerpts: [{ file: 5, text: 'soup for lunch', highlights: [{ start: 9, end: 14 }] }],
  };
  show('lunch', () => found(inFile));
  const link = await screen.findByTestId('hit');
  const names = [...link.querySelectorAll('.search__file')].map((each) => each.textContent);
  expect(names).toEqual(['plan.pdf', 'menu.pdf found in the document']);
  expect(link.querySelector('.search__excerpt')?.textContent).toBe('soup for lunch');
  expect(link.querySelector('.search__excerpt mark')?.textContent).toBe('lunch');
});

test('a hit of a direct conversation names each person once', async () => {
  const kim = { id: 2, username: 'kim', displayName: 'Kim Novak' };
  const direct = (pos: number, from: number): Hit => ({
    msg: aMessage(pos, { body: 'lunch', from }),
    conversation: { id: 7, kind: 'direct', title: undefined, user: kim },
    highlights: [],
    files: [],
    excerpts: [],
  });
  show('lunch', () => found(direct(1, 2), direct(2, 1)));
  await screen.findAllByTestId('hit');
  const [byKim, byMe] = [...document.querySelectorAll('.view__meta')].map((meta) => meta.textContent);
  expect(byKim?.match(/to /g)).toBeNull();
  expect(byMe).toContain('to Kim Novak');
});

test('a long text begins near its first match', async () => {
  const text = `${'word '.repeat(40)}target end`;
  show('target', () => found(hit(1, text, [{ start: 200, end: 206 }])));
  const link = await screen.findByTestId('hit');
  expect(link.textContent).toMatch(/^… (word )+target end$/);
  expect(link.textContent.length).toBeLessThan(90);
});

test('the query of the URL is searched, and a new one becomes a URL', async () => {
  const { calls, visit } = show('', () => found());
  expect(calls.search).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field());
  fireEvent.change(field(), { target: { value: ' from:ada 100% ' } });
  fireEvent.submit(field());
  expect(window.location.hash).toBe('#/search?q=from%3Aada%20100%25');
  visit('from:ada 100%');
  await waitFor(() => expect(calls.search).toHaveBeenCalledOnce());
  expect(await screen.findByText('Nothing found')).toBeTruthy();
});

test('operators are offered for what is being typed', () => {
  show('', () => found());
  expect(screen.getAllByRole('listitem')).toHaveLength(9);
  fireEvent.change(field(), { target: { value: 'lunch fr' } });
  fireEvent.click(screen.getByRole('button', { name: /^from:/ }));
  expect(field()).toHaveProperty('value', 'lunch from:');
  expect(document.activeElement).toBe(field());
});

test('further pages follow, and what is loaded stays when one fails', async () => {
  const pages = [
    () => Promise.resolve<HitPage>({ items: [hit(30, 'x')], next: 'a' }),
    () => Promise.reject(new ApiError(503, 'unavailable')),
    () => Promise.resolve<HitPage>({ items: [hit(20, 'x')] }),
  ];
  const { calls } = show('x', () => pages.shift()?.());
  fireEvent.click(await screen.findByRole('button', { name: 'Show more messages' }));
  expect((await screen.findByRole('alert')).textContent).toContain('You can go on chatting.');
  expect(links()).toEqual(['#/c/7/m/30']);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(links()).toEqual(['#/c/7/m/30', '#/c/7/m/20']));
  expect(calls.search.mock.calls.map((call) => call[2])).toEqual([undefined, 'a', 'a']);
});

test('what is wrong with a query is said', async () => {
  const problem = { field: 'q', message: 'q: before: needs a date such as 2026-03-01' };
  show('before:x', () => Promise.reject(new ApiError(400, 'bad_request', [problem])));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('That query doesn’t work: before: needs a date such as 2026-03-01.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('the answer to an earlier query is not shown', async () => {
  const answers = new Map<string, (page: HitPage) => void>();
  const { visit } = show('old', (q) => new Promise((resolve) => answers.set(q, resolve)));
  visit('new');
  await waitFor(() => expect(answers.size).toBe(2));
  answers.get('new')?.({ items: [hit(2, 'new')] });
  await waitFor(() => expect(links()).toEqual(['#/c/7/m/2']));
  answers.get('old')?.({ items: [hit(1, 'old')] });
  await new Promise((settled) => setTimeout(settled));
  expect(links()).toEqual(['#/c/7/m/2']);
});
