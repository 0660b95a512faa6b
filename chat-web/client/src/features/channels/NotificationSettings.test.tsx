// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chatFixture } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import { NotificationSettings } from './NotificationSettings';

afterEach(cleanup);

function show({ ownLoaded = true } = {}) {
  const fixture = chatFixture();
  fixture.chat.store.setState({ ownLoaded });
  render(
    <ChatContext value={fixture.chat}>
      <NotificationSettings conv={7} kind="group" />
    </ChatContext>,
  );
  const choose = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  return { ...fixture, choose };
}

test('the level is chosen for one conversation, or is the default', () => {
  const { choose, api, state } = show();
  choose('Notify me about', 'mentions');
  expect(api.putConversationAlerts).toHaveBeenLastCalledWith(7, { level: 'mentions', mutedUntil: undefined });
  expect(screen.getByLabelText<HTMLSelectElement>('Notify me about').value).toBe('mentions');
  choose('Notify me about', '');
  expect(state().own.conversations.size).toBe(0);
});

test('a conversation is muted for a time, keeps its level, and can be unmuted', async () => {
  const { choose, state, chat } = show();
  choose('Notify me about', 'all');
  choose('Mute', 'hour');
  expect(state().own.conversations.get(7)).toEqual({ level: 'all', mutedUntil: expect.any(String) as string });
  expect(screen.getByText(/Muted until/)).toBeTruthy();
  await act(() => Promise.resolve(fireEvent.click(screen.getByRole('button', { name: 'Unmute' }))));
  expect(state().own.conversations.get(7)).toEqual({ level: 'all', mutedUntil: undefined });
  chat.stop();
});

test('a server without settings shows none', () => {
  show({ ownLoaded: false });
  expect(screen.queryByRole('heading')).toBeNull();
});
