// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Conversation } from '../../protocol/resources';
import { aConversation, aMessage, chatFixture, kim, me } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { resetShell, shell } from '../shared/shell';
import { ConversationItem } from './ConversationItem';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  resetShell();
  vi.unstubAllGlobals();
});

async function openMenu(more: Partial<Conversation>) {
  const fixture = chatFixture();
  const { chat, summary } = fixture;
  chat.list.addPeople([me, kim]);
  chat.list.upsert(aConversation({ last: aMessage(20), ...more }), [], 0);
  const shown = summary();
  if (!shown) throw new Error('the conversation is not listed');
  render(
    <ChatContext value={chat}>
      <ConversationItem summary={shown} open={false} />
    </ChatContext>,
  );
  fireEvent.contextMenu(screen.getByTestId('conversation'));
  await screen.findByRole('menu', { name: 'Actions for Kim' });
  return fixture;
}

test('a conversation is marked as read without being opened', async () => {
  const { summary } = await openMenu({ unread: 3 });
  fireEvent.click(screen.getByRole('menuitem', { name: 'Mark as read' }));
  await waitFor(() => expect(summary()).toMatchObject({ unread: 0, read: 20 }));
});

test('what has been read is not offered as unread', async () => {
  const { state } = await openMenu({ unread: 0 });
  expect(screen.queryByRole('menuitem', { name: 'Mark as read' })).toBeNull();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Add to favourites' }));
  await waitFor(() => expect(state().favourites.has(7)).toBe(true));
});

test('its details are opened', async () => {
  await openMenu({});
  fireEvent.click(screen.getByRole('menuitem', { name: 'Details' }));
  await waitFor(() => expect(shell.getState().details).toBe(true));
  expect(location.hash).toBe('#/c/7');
});
