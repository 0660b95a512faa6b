// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aConversation, aMessage, chatFixture } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import QuickSwitcher from './QuickSwitcher';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

async function show() {
  const all = chatFixture();
  all.api.conversations.mockResolvedValue({
    items: [
      aConversation({ id: 7, last: aMessage(1) }),
      aConversation({ id: 8, kind: 'group', title: 'Kiosk', unread: 2, last: aMessage(1, { conv: 8 }) }),
    ],
  });
  all.api.people.mockResolvedValue({ items: [{ id: 5, username: 'bjorn', displayName: 'Björn Müller' }] });
  all.chat.start();
  all.network.latest.welcomes();
  await waitFor(() => expect(all.state().list.loaded).toBe(true));
  const onClose = vi.fn();
  render(
    <ChatContext value={all.chat}>
      <QuickSwitcher onClose={onClose} />
    </ChatContext>,
  );
  const input = screen.getByTestId<HTMLInputElement>('directory-search');
  return {
    ...all,
    onClose,
    input,
    write: (value: string) => fireEvent.input(input, { target: { value }, inputType: 'insertText' }),
  };
}

const titles = () =>
  screen.queryAllByRole('option').map((option) => option.querySelector('.switcher__title')?.textContent);

test('unread conversations come first', async () => {
  const { write } = await show();
  write('ki');
  await waitFor(() => expect(titles()).toEqual(['Kiosk', 'Kim']));
});

test('people are found without their accents, also those of the directory', async () => {
  const { write } = await show();
  write('mull');
  await waitFor(() => expect(titles()).toEqual(['Björn Müller']));
});

test('Enter opens the first result', async () => {
  const { write, input, onClose } = await show();
  write('kio');
  await waitFor(() => expect(titles()).toEqual(['Kiosk']));
  fireEvent.keyDown(input, { key: 'Enter' });
  fireEvent.keyUp(input, { key: 'Enter' });
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(location.hash).toBe('#/c/8');
});

test('nothing found is reported', async () => {
  const { write, api } = await show();
  api.people.mockResolvedValue({ items: [] });
  write('nobody');
  expect(await screen.findByText('Nothing found')).toBeTruthy();
});

test('Escape closes the dialog at once, also with a query', async () => {
  const { write, input, onClose } = await show();
  write('kio');
  await waitFor(() => expect(titles()).toEqual(['Kiosk']));
  fireEvent.keyDown(input, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});
