// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aConversation, aMessage, chatFixture } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { ReadBy } from './ReadBy';

afterEach(cleanup);

async function show(read: readonly number[]) {
  const all = chatFixture();
  const members = [1, ...read.map((_, i) => i + 2)].map((user) => ({
    user,
    role: 'member',
    read: user === 1 ? 20 : (read[user - 2] ?? 0),
    username: `user${user}`,
    displayName: `User ${user}`,
  }));
  all.api.conversations.mockResolvedValue({ items: [aConversation({ kind: 'group', members })] });
  all.chat.start();
  all.network.latest.welcomes();
  await waitFor(() => expect(all.state().list.loaded).toBe(true));
  const onOpen = vi.fn();
  render(
    <ChatContext value={all.chat}>
      <ReadBy message={aMessage(20, { from: 1 })} onOpen={onOpen} />
    </ChatContext>,
  );
  return { ...all, onOpen };
}

test('names those who have read the message, as they read it', async () => {
  const { network, onOpen } = await show([19, 20]);
  const button = screen.getByRole('button', { name: 'Read by User 3' });
  act(() => network.latest.delivers({ t: 'receipt', conv: 7, user: 2, read: 20 }));
  fireEvent.click(screen.getByRole('button', { name: 'Read by User 2, User 3' }));
  expect(button.isConnected).toBe(true);
  expect(onOpen).toHaveBeenCalledOnce();
});

test('counts the readers that are not shown', async () => {
  await show([20, 20, 20, 20, 20, 20]);
  expect(screen.getByTestId('read-by').textContent).toContain('+2');
  expect(screen.getByRole('button', { name: /and 2 more$/ })).toBeTruthy();
});

test('is absent while nobody has read it', async () => {
  await show([19]);
  expect(screen.queryByTestId('read-by')).toBeNull();
});
