import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeStorage } from '../testing/fakeStorage';
import { aConversation, aMessage, chatFixture, down, settle } from '../testing/chatFixture';
import { SavedPlaces } from './savedPlaces';
import { shownPart } from './shownPart';

const page = (from: number, to: number, more = {}) => ({
  items: Array.from({ length: (to - from) / 10 + 1 }, (_, i) => aMessage(from + 10 * i)),
  ...more,
});

/** A conversation whose newest page has the messages 1000 to 1490. */
async function open(options: { unread?: number; read?: number; target?: object; tabStorage?: FakeStorage } = {}) {
  const all = chatFixture({ tabStorage: options.tabStorage });
  const { unread = 0, read = 1_490 } = options;
  const members = [{ user: 1, role: 'member', read }];
  all.api.conversations.mockResolvedValue({ items: [aConversation({ unread, members, last: aMessage(1_490) })] });
  all.api.messages.mockImplementation((_conv, start) => {
    if (start.around !== undefined) {
      const middle = Math.round(start.around / 10) * 10;
      return Promise.resolve(page(middle - 50, middle + 50, { prev: middle - 50, next: middle + 50 }));
    }
    if (start.date !== undefined) return Promise.resolve(page(300, 390, { prev: 300, next: 390 }));
    if (start.after !== undefined)
      return Promise.resolve(
        page(Number(start.after) + 10, Number(start.after) + 100, { next: Number(start.after) + 100 }),
      );
    if (start.before !== undefined)
      return Promise.resolve(
        page(Number(start.before) - 100, Number(start.before) - 10, { next: Number(start.before) - 100 }),
      );
    return Promise.resolve(page(1_000, 1_490, { next: 1_000 }));
  });
  all.chat.start();
  all.chat.open(7, options.target);
  all.network.latest.welcomes();
  await settle();
  const part = () => shownPart(all.state(), 7);
  const span = () => [part().items[0]?.pos, part().items.at(-1)?.pos];
  return { ...all, part, span };
}

describe('opening a conversation', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('without unread messages shows the end', async () => {
    const { state, span, api } = await open();
    expect(state().place).toMatchObject({ conv: 7, at: 'end' });
    expect(span()).toEqual([1_000, 1_490]);
    expect(api.messages).toHaveBeenCalledTimes(1);
  });

  test('shows the first unread message, which is in the newest page', async () => {
    const { state, api } = await open({ unread: 20, read: 1_290 });
    expect(state().place).toMatchObject({ at: 'unread', after: 1_290 });
    expect(api.messages).toHaveBeenCalledTimes(1);
  });

  test('loads what is around the first unread message if it is older', async () => {
    const { state, span, part } = await open({ unread: 120, read: 500 });
    expect(state().place).toMatchObject({ at: 'unread', after: 500 });
    expect(span()).toEqual([450, 550]);
    expect(part()).toMatchObject({ hasOlder: true, hasNewer: true });
  });

  test('decides when the unread state arrives after the history', async () => {
    const { chat, api, network, state } = chatFixture();
    let answer: (list: { items: ReturnType<typeof aConversation>[] }) => void = () => undefined;
    api.conversations.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    api.messages.mockResolvedValue({ items: [aMessage(10), aMessage(20)] });
    chat.start();
    chat.open(7);
    network.latest.welcomes();
    await settle();
    expect(state().place).toBeUndefined();
    answer({ items: [aConversation({ unread: 1, last: aMessage(20) })] });
    await settle();
    expect(state().place).toMatchObject({ at: 'unread', after: 0 });
  });

  test('shows where the reader left it, also after a reload', async () => {
    const tabStorage = new FakeStorage();
    new SavedPlaces(tabStorage, 1).write(7, { pos: 500, offset: 12 });
    const { state, span, chat } = await open({ tabStorage });
    expect(state().place).toMatchObject({ at: 'saved', place: { pos: 500, offset: 12 } });
    expect(span()).toEqual([450, 550]);
    chat.reader.left(7, undefined);
    expect(new SavedPlaces(tabStorage, 1).read(7)).toBeUndefined();
  });

  test('shows the message of a permalink, from where both directions can be reached', async () => {
    const { chat, span, part, state } = await open({ target: { pos: 500 } });
    expect(state().place).toMatchObject({ at: 'message', pos: 500 });
    expect(span()).toEqual([450, 550]);
    chat.reader.newer(7);
    await settle();
    expect(span()).toEqual([450, 650]);
    chat.reader.older(7);
    await settle();
    expect(span()).toEqual([350, 650]);
    for (let i = 0; i < 4; i++) {
      chat.reader.newer(7);
      await settle();
    }
    // The window has met the newest part: they are one again, and hold everything.
    expect(state().windows.size).toBe(0);
    expect(span()).toEqual([350, 1_490]);
    expect(part().hasNewer).toBe(false);
    expect(chat.history.timeline(7).held).toBe(1_490);
  });

  test('a jump within the same conversation keeps what is shown until the message is loaded', async () => {
    const { chat, api, state, span } = await open();
    let answer: (page: { items: ReturnType<typeof aMessage>[] }) => void = () => undefined;
    api.messages.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    chat.open(7, { pos: 300 });
    await settle();
    expect(state().place).toMatchObject({ at: 'end' });
    expect(span()).toEqual([1_000, 1_490]);
    answer(page(250, 350, { prev: 250, next: 350 }));
    await settle();
    expect(state().place).toMatchObject({ at: 'message', pos: 300 });
    expect(span()).toEqual([250, 350]);
    chat.reader.toEnd(7);
    expect(span()).toEqual([1_000, 1_490]);
    expect(state().place).toMatchObject({ at: 'end' });
  });

  test('a jump to a loaded message loads nothing', async () => {
    const { chat, api, state } = await open();
    chat.open(7, { pos: 1_200 });
    await settle();
    expect(state().place).toMatchObject({ at: 'message', pos: 1_200 });
    expect(api.messages).toHaveBeenCalledTimes(1);
  });

  test('a date shows its first messages', async () => {
    const { state, span, api } = await open({ target: { date: '2026-03-01' } });
    expect(api.messages.mock.lastCall?.[1]).toMatchObject({ date: '2026-03-01' });
    expect(span()).toEqual([300, 390]);
    expect(state().place).toMatchObject({ at: 'start' });
  });

  test('a jump that fails is reported and can be repeated', async () => {
    const { chat, api, state, span } = await open();
    api.messages.mockRejectedValueOnce(down());
    chat.open(7, { pos: 300 });
    await settle();
    expect(state().jumpFailed).toBe(7);
    expect(span()).toEqual([1_000, 1_490]);
    chat.reader.again();
    await settle();
    expect(state().jumpFailed).toBeUndefined();
    expect(state().place).toMatchObject({ at: 'message', pos: 300 });
  });

  test('changes reach the shown window, and those that arrive while it is loading', async () => {
    const { chat, network, part } = await open({ target: { pos: 500 } });
    const upd = (pos: number, at: number, prev: number) =>
      network.latest.delivers({ t: 'upd', conv: 7, pos, at, prev, kind: 'edited', by: 2, ts: 'x', body: `at ${at}` });
    upd(500, 1_500, 1_490);
    expect(part().items.find(({ pos }) => pos === 500)?.body).toBe('at 1500');
    chat.reader.newer(7);
    upd(600, 1_510, 1_500);
    await settle();
    expect(part().items.find(({ pos }) => pos === 600)?.body).toBe('at 1510');
  });

  test('the window is loaded again after a reconnect that did not recover the conversation', async () => {
    const { network, api, span } = await open({ target: { pos: 500 } });
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes({ recovered: { '7': false } });
    await settle();
    expect(api.messages.mock.calls.at(-1)?.[1]).toEqual({ around: 500 });
    expect(span()).toEqual([450, 550]);
  });

  test('reading far up holds a limited number of messages, and leaves the newest part as it was', async () => {
    const { chat, part, span, state } = await open();
    for (let i = 0; i < 110; i++) {
      chat.reader.older(7);
      await settle();
    }
    expect(part().items.length).toBeLessThanOrEqual(1_000);
    expect(part().hasNewer).toBe(true);
    expect(span()[0]).toBe(1_000 - 110 * 100);
    expect(chat.history.timeline(7).held).toBe(1_490);
    expect(state().timelines.get(7)?.items.length).toBeLessThanOrEqual(200);
  });
});
