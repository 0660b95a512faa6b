// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../connection/http';
import type { Conversation } from '../../protocol/resources';
import { aConversation, aMessage, chatFixture, down } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import ReadersDialog from './ReadersDialog';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const large = { members: undefined, memberCount: 120 };

async function show(
  conversation: Partial<Conversation>,
  prepare: (api: ReturnType<typeof chatFixture>['api']) => void,
) {
  const all = chatFixture();
  const onClose = vi.fn();
  prepare(all.api);
  all.api.conversations.mockResolvedValue({ items: [aConversation({ kind: 'group', ...conversation })] });
  all.chat.start();
  all.network.latest.welcomes();
  await waitFor(() => expect(all.state().list.loaded).toBe(true));
  render(
    <ChatContext value={all.chat}>
      <ReadersDialog message={aMessage(20, { from: 1 })} onClose={onClose} />
    </ChatContext>,
  );
  return { ...all, onClose };
}

test('the readers follow the receipts where the page knows the members, also without the database', async () => {
  const { network, api } = await show({}, (calls) => calls.readers.mockRejectedValue(down()));
  expect(screen.getByText('Nobody has read it yet.')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Not yet read (1)' }).textContent).toContain('Kim');
  act(() => network.latest.delivers({ t: 'receipt', conv: 7, user: 2, read: 20 }));
  expect(screen.getByRole('region', { name: 'Read (1)' }).textContent).toContain('Kim');
  expect(screen.queryByRole('region', { name: /Not yet read/ })).toBeNull();
  expect(api.readers).not.toHaveBeenCalled();
});

test('a reader opens their profile, and what the profile leads to closes the dialog', async () => {
  const { network, api, onClose } = await show({}, () => undefined);
  act(() => network.latest.delivers({ t: 'receipt', conv: 7, user: 2, read: 20 }));
  fireEvent.click(screen.getByRole('button', { name: 'Kim' }));
  expect((await screen.findByTestId('profile')).dataset.user).toBe('2');
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Message' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(api.direct).toHaveBeenCalledWith(2);
});

test('the readers are loaded where the channel does not contain its members', async () => {
  const bjorn = { user: 3, role: 'member', read: 20, username: 'bjorn', displayName: 'Björn' };
  const { api } = await show(large, (calls) => calls.readers.mockResolvedValue([bjorn]));
  expect((await screen.findByTestId('reader')).textContent).toContain('Björn');
  expect(api.readers).toHaveBeenCalledExactlyOnceWith(7, 20);
});

test.each([
  [down(), 'temporarily unavailable'],
  [new ApiError(409, 'conflict'), '200'],
])('%s is explained', async (error, text) => {
  await show(large, (calls) => calls.readers.mockRejectedValue(error));
  expect((await screen.findByRole('alert')).textContent).toContain(text);
});
