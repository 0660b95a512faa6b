import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Api } from '../connection/api';
import { ApiError } from '../connection/http';
import { chatFixture, down, me, settle } from '../testing/chatFixture';
import { FakeNetwork } from '../testing/fakeSocket';
import { FakeStorage } from '../testing/fakeStorage';
import { Session } from './session';

function sessionFixture() {
  const whoAmI = vi.fn<() => Promise<typeof me>>().mockResolvedValue(me);
  const signIn = vi.fn().mockResolvedValue(me);
  const signOut = vi.fn().mockResolvedValue(undefined);
  const conversations = vi.fn().mockResolvedValue({ items: [] });
  const unreadTotals = vi.fn().mockRejectedValue(new ApiError(404, 'not_found'));
  const ownState = vi.fn().mockResolvedValue({ version: 0 });
  const api = { whoAmI, signIn, signOut, conversations, unreadTotals, ownState } as unknown as Api;
  const network = new FakeNetwork();
  const storage = new FakeStorage();
  const session = new Session({
    api,
    openSocket: network.open,
    storage,
    watch: () => () => undefined,
    tabStorage: new FakeStorage(),
    onLine: () => true,
  });
  return { session, now: () => session.store.getState().now, whoAmI, signIn, signOut, network, storage };
}

describe('the session', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('starts the chat if the cookie is valid', async () => {
    const { session, now } = sessionFixture();
    await session.check();
    expect(now().phase).toBe('in');
  });

  test('shows the sign-in form without a session', async () => {
    const { session, now, whoAmI } = sessionFixture();
    whoAmI.mockRejectedValue(new ApiError(401, 'unauthorized'));
    await session.check();
    expect(now()).toEqual({ phase: 'out' });
  });

  test('checks again while the server is unreachable', async () => {
    const { session, now, whoAmI } = sessionFixture();
    whoAmI.mockRejectedValueOnce(down());
    await session.check();
    expect(now()).toMatchObject({ phase: 'checking', failure: { code: 'unavailable' } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(now().phase).toBe('in');
  });

  test('reports why it ended', async () => {
    const { session, now, network } = sessionFixture();
    await session.check();
    network.latest.welcomes();
    network.latest.closes(1008, 'token expired');
    expect(now()).toEqual({ phase: 'out', ended: 'token expired', unsent: 0 });
  });

  test('signing out clears the storage of the browser', async () => {
    const { session, now, storage } = sessionFixture();
    await session.check();
    const state = now();
    if (state.phase !== 'in') throw new Error('not in');
    state.chat.outbox.add(7, 'never sent');
    state.chat.drafts.write(7, 'never finished');
    expect(storage.length).toBe(2);
    await session.signOut();
    expect(now()).toEqual({ phase: 'out' });
    expect(storage.length).toBe(0);
  });

  test('a session that ends by itself keeps the unsent messages', () => {
    const first = chatFixture();
    first.chat.start();
    first.chat.outbox.add(7, 'kept');
    first.chat.stop();
    expect(first.storage.length).toBe(1);
  });

  test('a suspended page releases its unsent messages and adopts them again when it is restored', async () => {
    const { session, now } = sessionFixture();
    await session.check();
    const before = now();
    if (before.phase !== 'in') throw new Error('not in');
    before.chat.outbox.add(7, 'kept');
    session.suspend();
    expect(now().phase).toBe('checking');
    await session.check();
    const after = now();
    if (after.phase !== 'in') throw new Error('not in');
    expect(after.chat.store.getState().outgoing).toMatchObject([{ body: 'kept' }]);
  });

  test('a concurrent check and sign-in start one chat', async () => {
    const { session, network } = sessionFixture();
    await Promise.all([session.check(), session.signIn('ada', 'secret')]);
    expect(network.sockets.filter((socket) => !socket.closed)).toHaveLength(1);
  });

  test('a failed sign-out changes nothing', async () => {
    const { session, now, signOut } = sessionFixture();
    await session.check();
    signOut.mockRejectedValue(down());
    await expect(session.signOut()).rejects.toThrow();
    expect(now().phase).toBe('in');
    await settle();
  });
});
