import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aConversation, aMessage, chatFixture, settle } from '../testing/chatFixture';
import { shownTotals } from './unreadTotals';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function start(totals?: { unread: number; mentions: number }) {
  const all = chatFixture();
  all.api.conversations.mockResolvedValue({
    items: [aConversation({ id: 7, unread: 2, last: aMessage(20) }), aConversation({ id: 8, unread: 1, mentions: 1 })],
    next: 'more',
  });
  if (totals) all.api.unreadTotals.mockResolvedValue(totals);
  all.chat.start();
  all.network.latest.welcomes();
  await settle();
  const deliver = (pos: number) => all.network.latest.delivers({ t: 'msg', ...aMessage(pos), prev: pos - 10 });
  return { ...all, deliver, shown: () => shownTotals(all.state()) };
}

test('a server without totals: the sums over what is loaded', async () => {
  const { shown, api, deliver } = await start();
  expect(shown()).toEqual({ unread: 3, mentions: 1 });
  deliver(30);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(shown().unread).toBe(4);
  expect(api.unreadTotals).toHaveBeenCalledTimes(1);
});

test('the totals of the server include conversations that are not loaded', async () => {
  const { shown, api } = await start({ unread: 126, mentions: 4 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(shown()).toEqual({ unread: 126, mentions: 4 });
  expect(api.unreadTotals.mock.calls.length).toBeLessThanOrEqual(2);
});

test('a change is shown at once, and then what the server answers', async () => {
  const { shown, api, deliver, chat } = await start({ unread: 126, mentions: 4 });
  await vi.advanceTimersByTimeAsync(2_000);
  deliver(30);
  expect(shown().unread).toBe(127);
  api.unreadTotals.mockResolvedValue({ unread: 130, mentions: 4 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown().unread).toBe(130);
  chat.read(7, 30);
  expect(shown().unread).toBe(127);
});
