// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aConversation, aMessage, chatFixture } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { SearchForm } from './SearchForm';

beforeEach(() => {
  fakeCss();
  location.hash = '';
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(q = '') {
  const all = chatFixture();
  const group = (id: number, title: string) => aConversation({ id, kind: 'group', title, last: aMessage(1) });
  all.api.conversations.mockResolvedValue({
    items: [aConversation(), group(8, 'Kiosk'), group(9, 'Engine room'), group(10, 'Twins'), group(11, 'twins')],
  });
  all.api.people.mockResolvedValue({ items: [{ id: 5, username: 'bjorn', displayName: 'Björn Müller' }] });
  all.chat.start();
  all.network.latest.welcomes();
  await waitFor(() => expect(all.state().list.loaded).toBe(true));
  const form = (query: string) => (
    <ChatContext value={all.chat}>
      <SearchForm q={query} />
    </ChatContext>
  );
  const { rerender } = render(form(q));
  return {
    ...all,
    /** As the page does when its URL has changed. */
    arrive: () => rerender(form(decodeURIComponent(location.hash.replace('#/search?q=', '')))),
  };
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search messages' });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? field(), { key });
const options = () => screen.queryAllByRole('option').map((option) => option.querySelector('bdi')?.textContent);
const button = (name: string) => screen.getByRole('button', { name });
const searched = () => decodeURIComponent(location.hash);

test('people are offered after from:, and arrow keys and Enter take one', async () => {
  await show();
  type('lunch from:mull');
  await waitFor(() => expect(options()).toEqual(['Björn Müller']));
  expect(field().getAttribute('aria-activedescendant')).toBeNull();
  press('ArrowDown');
  const active = document.getElementById(field().getAttribute('aria-activedescendant') ?? '');
  expect(active?.getAttribute('aria-selected')).toBe('true');
  expect(screen.getByTestId('suggestions-count').textContent).toBe('1 suggestion');
  press('Enter');
  expect(field().value).toBe('lunch from:bjorn ');
  expect(options()).toEqual([]);
  expect(searched()).toBe('');
});

test('I am among the people that are offered', async () => {
  await show();
  type('from:');
  await waitFor(() => expect(options()).toEqual(['Me', 'Kim', 'Björn Müller']));
  type('from:ki');
  await waitFor(() => expect(options()).toEqual(['Kim']));
});

test('conversations are offered after in:, written so that each is found', async () => {
  await show();
  const taken = async (typed: string, name: string) => {
    type(typed);
    await waitFor(() => expect(options()).toContain(name));
    const option = screen.getAllByRole('option').find((each) => each.textContent.includes(name));
    if (option) fireEvent.click(option);
    return field().value;
  };
  expect(await taken('in:engi', 'Engine room')).toBe('in:"Engine room" ');
  expect(await taken('in:kios', 'Kiosk')).toBe('in:Kiosk ');
  expect(await taken('in:@ki', 'Kim')).toBe('in:@kim ');
  expect(await taken('in:twi', 'Twins')).toBe('in:10 ');
});

test('Enter without a choice searches, and Escape closes the list', async () => {
  await show();
  type('from:ki');
  await waitFor(() => expect(options()).toEqual(['Kim']));
  press('Escape');
  expect(options()).toEqual([]);
  expect(field().value).toBe('from:ki');
  type('from:k');
  await waitFor(() => expect(options()).toContain('Kim'));
  fireEvent.submit(field());
  expect(searched()).toBe('#/search?q=from:k');
  expect(options()).toEqual([]);
});

test('a kind is an operator of the query, and its button keeps the focus', async () => {
  const { arrive } = await show('lunch');
  button('Files').focus();
  fireEvent.click(button('Files'));
  expect(searched()).toBe('#/search?q=lunch has:file');
  arrive();
  expect(field().value).toBe('lunch has:file');
  expect(button('Files').getAttribute('aria-pressed')).toBe('true');
  expect(document.activeElement).toBe(button('Files'));
  fireEvent.click(button('Files'));
  expect(searched()).toBe('#/search?q=lunch');
});

test('what is typed is not lost when a filter is chosen', async () => {
  await show('lunch');
  type('dinner');
  fireEvent.click(button('Links'));
  expect(searched()).toBe('#/search?q=dinner has:link');
});

test('the filters show the operators of the query by their names', async () => {
  await show('from:kim in:9 after:2026-03-01 has:reaction');
  expect(button('From Kim')).toBeTruthy();
  expect(button('In Engine room')).toBeTruthy();
  expect(button('Date after 2026-03-01')).toBeTruthy();
  expect(button('Reactions').getAttribute('aria-pressed')).toBe('true');
});

test('a person is chosen with the keyboard, and can be taken back', async () => {
  const { arrive } = await show('lunch');
  fireEvent.click(button('From Anyone'));
  const find = await screen.findByRole('searchbox', { name: 'Find people' });
  fireEvent.input(find, { target: { value: 'mull' }, inputType: 'insertText' });
  await waitFor(() => expect(options()).toEqual(['Björn Müller']));
  fireEvent.keyDown(find, { key: 'Enter' });
  expect(searched()).toBe('#/search?q=lunch from:bjorn');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  arrive();
  fireEvent.click(button('From Björn Müller'));
  await waitFor(() => expect(options()[0]).toBe('Anyone'));
  fireEvent.click(screen.getByRole('option', { name: /Anyone/ }));
  expect(searched()).toBe('#/search?q=lunch');
});

test('Escape closes the choice of a conversation and changes nothing', async () => {
  await show('lunch');
  fireEvent.click(button('In Anywhere'));
  const find = await screen.findByRole('searchbox', { name: 'Find conversations' });
  expect(options()).toContain('Kiosk');
  fireEvent.keyDown(find, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(searched()).toBe('');
});

test('days are applied together', async () => {
  await show('lunch before:2026-01-01');
  fireEvent.click(button('Date before 2026-01-01'));
  fireEvent.change(await screen.findByLabelText('After'), { target: { value: '2026-03-01' } });
  fireEvent.change(screen.getByLabelText('Before'), { target: { value: '' } });
  expect(searched()).toBe('');
  fireEvent.submit(screen.getByLabelText('After'));
  expect(searched()).toBe('#/search?q=lunch after:2026-03-01');
});

test('all filters are cleared at once, and the field gets the focus', async () => {
  await show('lunch from:kim has:link');
  fireEvent.click(button('Clear filters'));
  expect(searched()).toBe('#/search?q=lunch');
  expect(document.activeElement).toBe(field());
  expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
});
