// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ApiError } from '../../connection/http';
import { aConversation, aMessage, chatFixture } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import MentionsView from './MentionsView';

afterEach(cleanup);

const mention = (pos: number) => aMessage(pos, { body: `**@ada** ${pos}`, mentions: { users: [1] } });
const shown = () => screen.getAllByTestId('mention').map((each) => each.getAttribute('href'));

function show(fixture = chatFixture()) {
  render(
    <ChatContext value={fixture.chat}>
      <MentionsView />
    </ChatContext>,
  );
  return fixture;
}

test('mentions lead to their messages, and further pages follow', async () => {
  const fixture = chatFixture();
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(30), mention(20)], next: 'more' });
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(10)] });
  show(fixture);
  await screen.findAllByTestId('mention');
  expect(shown()).toEqual(['#/c/7/m/30', '#/c/7/m/20']);
  fireEvent.click(screen.getByRole('button', { name: 'Show more mentions' }));
  await screen.findByRole('link', { name: /10/ });
  expect(fixture.api.mentions).toHaveBeenLastCalledWith('more', 50);
});

test('a new mention is added at the top', async () => {
  const fixture = chatFixture();
  fixture.chat.list.upsert(aConversation({ kind: 'group', title: 'General', last: aMessage(30) }), [], 0);
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(30)], next: 'more' });
  show(fixture);
  await screen.findAllByTestId('mention');
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(40), mention(30)], next: 'more' });
  act(() => fixture.chat.list.messageReceived(mention(40)));
  await screen.findByRole('link', { name: /40/ });
  expect(shown()).toEqual(['#/c/7/m/40', '#/c/7/m/30']);
});

test('a server without mentions is reported', async () => {
  const fixture = chatFixture();
  fixture.api.mentions.mockRejectedValue(new ApiError(404, 'not_found'));
  show(fixture);
  expect((await screen.findByRole('status')).textContent).toBe('This server does not list mentions.');
});
