// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aConversation, chatFixture, kim, me } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { resetShell, shell } from '../shared/shell';
import { ConversationListView } from './ConversationListView';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  resetShell();
  vi.unstubAllGlobals();
});

function show() {
  const fixture = chatFixture();
  const { chat } = fixture;
  chat.list.addPeople([me, kim]);
  chat.list.upsert(aConversation(), [], 0);
  const folders = [{ id: 'a', name: 'Projects', conversations: [7], collapsed: false }];
  chat.store.setState({ ownLoaded: true, own: { ...fixture.state().own, sidebar: { favourites: [], folders } } });
  render(
    <ChatContext value={chat}>
      <ConversationListView open={undefined} />
    </ChatContext>,
  );
  return fixture;
}

async function choose(name: string) {
  fireEvent.click(screen.getByRole('button', { name: 'Actions for the section Projects' }));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

test('a section of the user is closed and opened by its name', () => {
  show();
  const toggle = screen.getByRole('button', { name: 'Projects' });
  expect(screen.getByRole('region', { name: 'Projects' }).textContent).toContain('Kim');
  fireEvent.click(toggle);
  expect(toggle.getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByTestId('conversation')).toBeNull();
  fireEvent.click(toggle);
  expect(screen.getByTestId('conversation')).toBeTruthy();
});

test('when it is deleted, its conversations return, and the focus is not lost', async () => {
  show();
  await choose('Delete section');
  expect(screen.getByRole('region', { name: 'Direct messages' }).textContent).toContain('Kim');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('All'));
});

test('it is renamed in a dialog', async () => {
  show();
  await choose('Rename section');
  expect(shell.getState()).toMatchObject({ overlay: 'folder', folder: { id: 'a' } });
});
