// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { down } from '../../testing/chatFixture';
import { aChannel, channelFixture } from '../../testing/groupFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import BrowseChannels from './BrowseChannels';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = '';
});

const listed = [
  { id: 8, title: 'Boilers', topic: 'Steam', memberCount: 3, joined: false },
  { id: 9, title: 'Pumps', memberCount: 1, joined: true },
];

async function show(items = listed) {
  const fixture = await channelFixture(aChannel('owner'));
  fixture.api.channels.mockResolvedValue({ items });
  render(
    <ChatContext value={fixture.chat}>
      <BrowseChannels />
    </ChatContext>,
  );
  return fixture;
}

test('lists the public channels, to join or to open', async () => {
  await show();
  expect(await screen.findByRole('button', { name: 'Join Boilers' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Open Pumps' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Join Pumps' })).toBeNull();
  expect(screen.getByText('2 channels')).toBeTruthy();
});

test('searches as one types', async () => {
  const { api } = await show();
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find channels' }), { target: { value: 'boi' } });
  await waitFor(() => expect(api.channels.mock.calls.at(-1)?.[0]).toBe('boi'));
});

test('joins a channel and opens it', async () => {
  const { api, chat } = await show();
  api.join.mockResolvedValue(aChannel('member', { id: 8, title: 'Boilers' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Join Boilers' }));
  await waitFor(() => expect(location.hash).toBe('#/c/8'));
  expect(chat.store.getState().summaries.get(8)?.role).toBe('member');
});

test('a channel can be read without joining it', async () => {
  const { api } = await show();
  fireEvent.click(await screen.findByRole('button', { name: 'Read Boilers without joining' }));
  await waitFor(() => expect(location.hash).toBe('#/c/8'));
  expect(api.join).not.toHaveBeenCalled();
});

test('without channels, offers to create one', async () => {
  await show([]);
  expect(await screen.findByText('No public channels found')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Create a channel' })).toBeTruthy();
});

test('while the database is down, says so, and tries again', async () => {
  const fixture = await channelFixture(aChannel('owner'));
  fixture.network.latest.delivers({ t: 'store', state: 'down' });
  fixture.api.channels.mockRejectedValue(down());
  render(
    <ChatContext value={fixture.chat}>
      <BrowseChannels />
    </ChatContext>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('The database is unavailable');
  fixture.api.channels.mockResolvedValue({ items: listed });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Join Boilers' })).toBeTruthy();
});
