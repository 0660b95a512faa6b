// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ApiError } from '../../connection/http';
import { aConversation, aMessage, chatFixture, down } from '../../testing/chatFixture';
import { ChatContext } from '../shared/chatContext';
import MentionsView from './MentionsView';

afterEach(cleanup);

const mention = (pos: number, more = {}) =>
  aMessage(pos, { body: `**@ada** ${pos}`, mentions: { users: [1] }, ...more });
const shown = () => screen.queryAllByTestId('mention').map((each) => each.getAttribute('href'));

/** A channel that is read up to 20. */
async function show(fixture = chatFixture()) {
  const channel = aConversation({ kind: 'group', title: 'General', unread: 1, last: mention(30) });
  const members = channel.members?.map((member) => ({ ...member, read: 20 }));
  fixture.api.conversations.mockResolvedValue({ items: [{ ...channel, members }] });
  fixture.api.conversation.mockResolvedValue({ ...channel, members });
  fixture.chat.start();
  fixture.network.latest.welcomes();
  await waitFor(() => expect(fixture.state().list.loaded).toBe(true));
  render(
    <ChatContext value={fixture.chat}>
      <MentionsView />
    </ChatContext>,
  );
  await waitFor(() => expect(screen.queryByText('Loading…')).toBeNull());
  return fixture;
}

const more = () => fireEvent.click(screen.getByRole('button', { name: 'Show more mentions' }));

test('mentions lead to their messages, and further pages follow', async () => {
  const fixture = chatFixture();
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(30), mention(20)], next: 'more' });
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(10)] });
  await show(fixture);
  expect(shown()).toEqual(['#/c/7/m/30', '#/c/7/m/20']);
  more();
  await screen.findByRole('link', { name: /10/ });
  expect(fixture.api.mentions).toHaveBeenLastCalledWith('more', 50);
  expect(fixture.api.mentions).toHaveBeenCalledTimes(2);
});

test('names the author and the channel, and marks what is unread', async () => {
  const fixture = chatFixture();
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(30), mention(20)] });
  await show(fixture);
  const [unread, read] = screen.getAllByTestId('mention');
  expect(screen.getAllByRole('link', { name: /^Kim General/ })).toHaveLength(2);
  expect(unread?.textContent).toContain('@Ada');
  const [author] = screen.getAllByRole('button', { name: 'Kim' });
  expect(author?.getAttribute('aria-haspopup')).toBe('dialog');
  expect([unread?.dataset.unread, read?.dataset.unread]).toEqual(['true', 'false']);
});

test('a new mention is added at the top, without asking the server', async () => {
  const fixture = chatFixture();
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(30)], next: 'more' });
  const { network, api } = await show(fixture);
  act(() => network.latest.delivers({ t: 'msg', ...mention(40), prev: 30 }));
  expect(shown()).toEqual(['#/c/7/m/40', '#/c/7/m/30']);
  act(() => network.latest.delivers({ t: 'msg', ...mention(50, { mentions: undefined }), prev: 40 }));
  expect(shown()).toHaveLength(2);
  expect(api.mentions).toHaveBeenCalledOnce();
});

test('what is loaded stays when a page fails, and can be tried again', async () => {
  const fixture = chatFixture();
  fixture.api.mentions
    .mockResolvedValueOnce({ items: [mention(30)], next: 'more' })
    .mockRejectedValueOnce(down())
    .mockResolvedValueOnce({ items: [mention(10)] });
  await show(fixture);
  more();
  expect((await screen.findByRole('alert')).textContent).toContain('temporarily unavailable');
  expect(shown()).toEqual(['#/c/7/m/30']);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(shown()).toEqual(['#/c/7/m/30', '#/c/7/m/10']));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a mention in a conversation that is not loaded loads it', async () => {
  const fixture = chatFixture();
  fixture.api.mentions.mockResolvedValueOnce({ items: [mention(30, { conv: 12 })] });
  await show(fixture);
  expect(fixture.api.conversation).toHaveBeenCalledWith(12);
});

test('a server without mentions is reported', async () => {
  const fixture = chatFixture();
  fixture.api.mentions.mockRejectedValue(new ApiError(404, 'not_found'));
  await show(fixture);
  expect(screen.getByText('This server does not list mentions.')).toBeTruthy();
});
