// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aMessage, chatFixture, kim, me } from '../../testing/chatFixture';
import { fakeCss } from '../../testing/layout';
import { ChatContext } from '../shared/chatContext';
import ReactorsDialog from './ReactorsDialog';

beforeEach(fakeCss);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('an unknown user who reacted is named once the name is loaded', async () => {
  const { chat, api } = chatFixture();
  api.named.mockResolvedValue([{ id: 9, username: 'grace', displayName: 'Grace' }]);
  render(
    <ChatContext value={chat}>
      <ReactorsDialog
        message={aMessage(3, { reactions: [{ emoji: '👍', users: [1, 9] }] })}
        onClose={() => undefined}
      />
    </ChatContext>,
  );
  expect(screen.getByText('User 9')).toBeTruthy();
  await screen.findByText('Grace');
  expect(api.named).toHaveBeenCalledExactlyOnceWith([9]);
});

test('it lists the people of each reaction', () => {
  const { chat } = chatFixture();
  chat.list.addPeople([me, kim]);
  const reactions = [
    { emoji: '👍', users: [1, 2] },
    { emoji: '🎉', users: [2] },
  ];
  render(
    <ChatContext value={chat}>
      <ReactorsDialog message={aMessage(3, { reactions })} onClose={() => undefined} />
    </ChatContext>,
  );
  const names = (emoji: string) =>
    within(screen.getByRole('region', { name: `Who reacted with ${emoji}` }))
      .getAllByTestId('reactor')
      .map((each) => each.querySelector('.person__name')?.textContent);
  expect(names('👍')).toEqual(['Ada', 'Kim']);
  expect(names('🎉')).toEqual(['Kim']);
});
