import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../connection/http';
import type { OwnStateAnswer } from '../protocol/ownState';
import { chatFixture, down, settle } from '../testing/chatFixture';
import { defaultParts, isMuted } from './ownParts';
import { shownTotals } from './unreadTotals';

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

async function opened(answer: Partial<OwnStateAnswer> = {}) {
  const fixture = chatFixture();
  fixture.api.ownState.mockResolvedValue({ version: 10, drafts: [], ...answer });
  fixture.chat.start();
  fixture.network.latest.welcomes();
  await settle();
  const own = (what: string, version: number, value?: unknown, conv?: number) =>
    fixture.network.latest.delivers({ t: 'own', what, conv, version, value });
  return { ...fixture, own, parts: () => fixture.state().own };
}

describe('the own state', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('is loaded once after welcome, together with the drafts', async () => {
    const { api, parts, state } = await opened({
      sidebar: { favourites: [7], folders: [] },
      conversations: [{ conv: 7, level: 'mentions' }],
    });
    expect(api.ownState).toHaveBeenCalledOnce();
    expect(parts().conversations.get(7)).toEqual({ level: 'mentions' });
    expect([...state().favourites]).toEqual([7]);
  });

  test('keeps what an answer without the database does not contain', async () => {
    const { api, chat, parts, network } = await opened({
      status: { text: 'Lunch' },
      sidebar: { favourites: [7], folders: [] },
    });
    api.ownState.mockResolvedValue({ version: 10, fresh: false, dnd: { until: inMinutes(10) } });
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    await settle();
    expect(parts()).toMatchObject({ status: { text: 'Lunch' }, sidebar: { favourites: [7] } });
    expect(parts().dnd).toBeDefined();
    api.ownState.mockResolvedValue({ version: 11 });
    await chat.own.opened();
    expect(parts()).toMatchObject({ status: undefined, dnd: undefined });
  });

  test('shows what another device changes, unless something newer is shown', async () => {
    const { own, parts } = await opened();
    own('status', 12, { text: 'new' });
    own('status', 11, { text: 'old' });
    expect(parts().status).toEqual({ text: 'new' });
    own('status', 13, null);
    expect(parts().status).toBeUndefined();
    own('conversation', 9, { level: 'nothing' }, 7);
    expect(parts().conversations.size).toBe(0);
    own('conversation', 14, { level: 'nothing' }, 7);
    expect(parts().conversations.get(7)).toEqual({ level: 'nothing' });
    own('a part of a later version', 15, {});
  });

  test('a part without its value is loaded', async () => {
    const { own, parts, api } = await opened();
    api.ownState.mockResolvedValue({ version: 20, status: { text: 'loaded' } });
    own('status', 20);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(parts().status).toEqual({ text: 'loaded' });
  });

  test('a change is shown at once and repeated until the server has it', async () => {
    const { chat, api, parts, own } = await opened();
    api.putOwn.mockRejectedValueOnce(down()).mockResolvedValue(30);
    const done = vi.fn();
    void chat.own.set('status', { text: 'here' }).then(done);
    expect(parts().status).toEqual({ text: 'here' });
    await settle();
    own('status', 25, { text: 'there' });
    expect(parts().status).toEqual({ text: 'here' });
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(api.putOwn).toHaveBeenCalledTimes(2);
    expect(done).toHaveBeenCalledOnce();
    own('status', 29, { text: 'there' });
    expect(parts().status).toEqual({ text: 'here' });
    own('status', 31, { text: 'there' });
    expect(parts().status).toEqual({ text: 'there' });
  });

  test('only the last of several changes is sent after the one on its way', async () => {
    const { chat, api } = await opened();
    let answer: ((version: number) => void) | undefined;
    api.putOwn.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const all = ['one', 'two', 'three'].map((text) => chat.own.set('status', { text }));
    answer?.(11);
    await Promise.all(all);
    expect(api.putOwn.mock.calls).toEqual([
      ['status', { text: 'one' }],
      ['status', { text: 'three' }],
    ]);
  });

  test('what the server refuses is replaced by what it has', async () => {
    const { chat, api, parts } = await opened({ status: { text: 'before' } });
    api.putOwn.mockRejectedValue(new ApiError(400, 'invalid'));
    await expect(chat.own.set('status', { text: 'x'.repeat(101) })).rejects.toMatchObject({ code: 'invalid' });
    await settle();
    expect(parts().status).toEqual({ text: 'before' });
  });

  test('ends at its time', async () => {
    const { chat, parts } = await opened({
      status: { text: 'Lunch', until: inMinutes(30) },
      conversations: [
        { conv: 7, mutedUntil: inMinutes(10) },
        { conv: 8, level: 'all', mutedUntil: inMinutes(10) },
      ],
    });
    expect(isMuted(parts(), 7)).toBe(true);
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    expect([...parts().conversations]).toEqual([[8, { level: 'all' }]]);
    expect(parts().status).toBeDefined();
    await vi.advanceTimersByTimeAsync(20 * 60_000);
    expect(parts().status).toBeUndefined();
    chat.stop();
  });

  test('a server without it leaves the defaults', async () => {
    const { chat, network, api, state } = chatFixture();
    api.ownState.mockRejectedValue(new ApiError(404, 'not_found'));
    chat.start();
    network.latest.welcomes();
    await settle();
    expect(state()).toMatchObject({ own: defaultParts, ownLoaded: false });
    chat.favourites.toggle(7);
    expect([...state().favourites]).toEqual([7]);
    expect(api.putOwn).not.toHaveBeenCalled();
  });

  test('favourites are kept by the server, with what else the sidebar contains', async () => {
    const { chat, api } = await opened({ sidebar: { favourites: [8], folders: [], later: 'x' } });
    chat.favourites.toggle(7);
    await settle();
    expect(api.putOwn).toHaveBeenCalledExactlyOnceWith('sidebar', { favourites: [8, 7], folders: [], later: 'x' });
  });

  test('muted conversations are not part of the totals', async () => {
    const { chat, network, state, api } = await opened();
    network.latest.delivers({ t: 'msg', conv: 7, pos: 30, from: 2, cid: 'c', ts: inMinutes(0), body: 'hello' });
    expect(shownTotals(state()).unread).toBe(1);
    void chat.own.setAlerts(7, { mutedUntil: inMinutes(60) });
    expect(api.putConversationAlerts).toHaveBeenCalledWith(7, { mutedUntil: expect.any(String) as string });
    expect(shownTotals(state()).unread).toBe(0);
    chat.stop();
  });
});
