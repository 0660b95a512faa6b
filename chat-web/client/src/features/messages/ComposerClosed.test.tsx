// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ApiError } from '../../connection/http';
import type { Conversation } from '../../protocol/resources';
import { aChannel, channelFixture } from '../../testing/groupFixture';
import { ChatContext } from '../shared/chatContext';
import { usePermissions } from '../shared/usePermissions';
import ComposerClosed from './ComposerClosed';

afterEach(cleanup);

function Shown() {
  const { closed } = usePermissions(7);
  return closed ? <ComposerClosed conv={7} why={closed} /> : <p>The composer</p>;
}

async function show(channel: Conversation) {
  const fixture = await channelFixture(channel);
  fixture.chat.open(7);
  render(
    <ChatContext value={fixture.chat}>
      <Shown />
    </ChatContext>,
  );
  return fixture;
}

test('a member of an archived channel sees that it is archived', async () => {
  await show(aChannel('member', { archived: true }));
  expect(screen.getByRole('status').textContent).toBe('This channel is archived: it can be read, but not written to.');
  expect(screen.queryByRole('button')).toBeNull();
});

test('an owner can restore it', async () => {
  const { api } = await show(aChannel('owner', { archived: true }));
  api.changeChannel.mockResolvedValue(aChannel('owner'));
  fireEvent.click(screen.getByRole('button', { name: 'Restore channel' }));
  expect(await screen.findByText('The composer')).toBeTruthy();
  expect(api.changeChannel).toHaveBeenCalledWith(7, { archived: false });
});

test('where moderators write, members see why', async () => {
  await show(aChannel('member', { posting: 'moderators' }));
  expect(screen.getByRole('status').textContent).toBe('Only owners and moderators can write in this channel.');
});

test('a reader of a public channel can join it', async () => {
  const { api } = await show(aChannel(undefined, { visibility: 'public' }));
  api.join.mockResolvedValue(aChannel('member', { visibility: 'public' }));
  fireEvent.click(screen.getByRole('button', { name: 'Join channel' }));
  expect(await screen.findByText('The composer')).toBeTruthy();
});

test('reports why it could not be joined', async () => {
  const { api } = await show(aChannel(undefined, { visibility: 'public' }));
  api.join.mockRejectedValue(new ApiError(404, 'not_found'));
  fireEvent.click(screen.getByRole('button', { name: 'Join channel' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('no longer public'));
});

test('takes the focus if it was in the composer', async () => {
  await show(aChannel('member', { archived: true }));
  expect(document.activeElement).toBe(screen.getByTestId('closed'));
});
