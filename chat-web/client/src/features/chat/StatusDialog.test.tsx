// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Status } from '../../protocol/ownState';
import { chatFixture, down } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import StatusDialog from './StatusDialog';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(status?: Status) {
  const fixture = chatFixture();
  fixture.chat.store.setState({ ownLoaded: true, own: { ...fixture.state().own, status } });
  const onClose = vi.fn();
  render(
    <ChatContext value={fixture.chat}>
      <StatusDialog onClose={onClose} />
    </ChatContext>,
  );
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
  return { ...fixture, onClose, press };
}

test('a suggestion sets emoji, text and the time for which it is usual', async () => {
  const { api, press, onClose, chat } = show();
  press(/In a meeting/);
  press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const [part, status] = api.putOwn.mock.calls[0] as unknown as [string, Status];
  expect(part).toBe('status');
  expect(status).toMatchObject({ emoji: '📅', text: 'In a meeting' });
  expect(Date.parse(status.until ?? '') - Date.now()).toBeGreaterThan(3_500_000);
  chat.stop();
});

test('the end of a status is kept unless another one is chosen', async () => {
  const until = '2099-01-01T10:00:00Z';
  const { api, press, onClose, chat } = show({ text: 'Away', until });
  fireEvent.change(screen.getByLabelText('What’s happening?'), { target: { value: 'Gone' } });
  press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(api.putOwn).toHaveBeenCalledExactlyOnceWith('status', { text: 'Gone', emoji: undefined, until });
  chat.stop();
});

test('a status is removed by its button or by an empty text', async () => {
  const { api, press, onClose } = show({ text: 'Away' });
  press('Remove status');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(api.putOwn).toHaveBeenLastCalledWith('status', undefined);
});

test('a text that is too long cannot be saved', () => {
  show();
  fireEvent.change(screen.getByLabelText('What’s happening?'), { target: { value: 'x'.repeat(101) } });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
});

test('while the server cannot save it, the dialog explains that, and closing it is safe', async () => {
  const { api, press, onClose, chat, state } = show();
  api.putOwn.mockRejectedValue(down());
  press(/At lunch/);
  press('Save');
  expect(await screen.findByText(/Not saved yet/, {}, { timeout: 5_000 })).toBeTruthy();
  expect(state().own.status?.text).toBe('At lunch');
  cleanup();
  api.putOwn.mockResolvedValue(1);
  await waitFor(() => expect(api.putOwn.mock.calls.length).toBeGreaterThan(1), { timeout: 10_000 });
  expect(onClose).not.toHaveBeenCalled();
  chat.stop();
});
