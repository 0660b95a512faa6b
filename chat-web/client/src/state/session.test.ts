import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Api } from '../connection/api';
import { ApiError } from '../connection/http';
import { chatFixture, down, me, settle } from '../testing/chatFixture';
import { FakeNetwork } from '../testing/fakeSocket';
import { FakeStorage } from '../testing/fakeStorage';
import { Session } from './session';

function session() {
  const whoAmI = vi.fn<() => Promise<typeof me>>().mockResolvedValue(me);
  const signIn = vi.fn().mockResolvedValue(me);
  const signOut = vi.fn().mockResolvedValue(undefined);
  const conversations = vi.fn().mockResolvedValue({ items: [] });
  const api = { whoAmI, signIn, signOut, conversations } as unknown as Api;
  const network = new FakeNetwork();
  const storage = new FakeStorage();
  const made = new Session({
    api,
    openSocket: network.open,
    storage,
    watch: () => () => undefined,
    tabStorage: new FakeStorage(),
    onLine: () => true,
  });
  return { session: made, now: () => made.store.getState().now, whoAmI, signIn, signOut, network, storage };
}

describe('the session', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('begins with the chat for whom the cookie stands for', async () => {
    const { session: one, now } = session();
    await one.check();
    expect(now().phase).toBe('in');
  });

  test('begins with the way in for nobody', async () => {
    const { session: one, now, whoAmI } = session();
    whoAmI.mockRejectedValue(new ApiError(401, 'unauthorized'));
    await one.check();
    expect(now()).toEqual({ phase: 'out' });
  });

  test('asks again while the server cannot be reached', async () => {
    const { session: one, now, whoAmI } = session();
    whoAmI.mockRejectedValueOnce(down());
    await one.check();
    expect(now()).toMatchObject({ phase: 'checking', failure: { code: 'unavailable' } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(now().phase).toBe('in');
  });

  test('tells why it ended', async () => {
    const { session: one, now, network } = session();
    await one.check();
    network.latest.welcomes();
    network.latest.closes(1008, 'token expired');
    expect(now()).toEqual({ phase: 'out', ended: 'token expired', unsent: 0 });
  });

  test('signing out leaves nothing behind in the browser', async () => {
    const { session: one, now, storage } = session();
    await one.check();
    const state = now();
    if (state.phase !== 'in') throw new Error('not in');
    state.chat.outbox.add(7, 'never sent');
    state.chat.drafts.write(7, 'never finished');
    expect(storage.length).toBe(2);
    await one.signOut();
    expect(now()).toEqual({ phase: 'out' });
    expect(storage.length).toBe(0);
  });

  test('a session that ends by itself keeps what waits for the same person', () => {
    const first = chatFixture();
    first.chat.start();
    first.chat.outbox.add(7, 'kept');
    first.chat.stop();
    expect(first.storage.length).toBe(1);
  });

  test('a page that is left hands over what waits, and takes it again when the person comes back', async () => {
    const { session: one, now } = session();
    await one.check();
    const before = now();
    if (before.phase !== 'in') throw new Error('not in');
    before.chat.outbox.add(7, 'kept');
    one.suspend();
    expect(now().phase).toBe('checking');
    await one.check();
    const after = now();
    if (after.phase !== 'in') throw new Error('not in');
    expect(after.chat.store.getState().outgoing).toMatchObject([{ body: 'kept' }]);
  });

  test('two answers about who is signed in make one chat', async () => {
    const { session: one, network } = session();
    await Promise.all([one.check(), one.signIn('ada', 'secret')]);
    expect(network.sockets.filter((socket) => !socket.closed)).toHaveLength(1);
  });

  test('signing out that does not work changes nothing', async () => {
    const { session: one, now, signOut } = session();
    await one.check();
    signOut.mockRejectedValue(down());
    await expect(one.signOut()).rejects.toThrow();
    expect(now().phase).toBe('in');
    await settle();
  });
});
