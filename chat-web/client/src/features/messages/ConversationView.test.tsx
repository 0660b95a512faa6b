// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Conversation } from '../../protocol/resources';
import { aConversation, chatFixture } from '../../testing/chatFixture';
import { fakeCss, fakeLayout } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import { ConversationView } from './ConversationView';

beforeEach(() => {
  fakeCss();
  fakeLayout();
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function show(more: Partial<Conversation>) {
  const fixture = chatFixture();
  fixture.chat.list.upsert(aConversation({ kind: 'group', title: 'General', members: undefined, ...more }), [], 0);
  render(
    <ChatContext value={fixture.chat}>
      <ConversationView conv={7} />
    </ChatContext>,
  );
  return fixture;
}

test('a public channel is read before it is joined', async () => {
  const { api } = show({ visibility: 'public' });
  expect(screen.queryByTestId('composer')).toBeNull();
  api.conversation.mockResolvedValue(aConversation({ kind: 'group', visibility: 'public', role: 'member' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Join channel' }));
  expect(await screen.findByTestId('composer')).toBeTruthy();
  expect(api.join).toHaveBeenCalledExactlyOnceWith(7);
});

test('members without the right to write see why', async () => {
  show({ role: 'member', posting: 'moderators' });
  expect(screen.queryByTestId('composer')).toBeNull();
  expect((await screen.findByTestId('closed')).textContent).toContain('Only owners and moderators');
});
