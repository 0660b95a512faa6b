import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SETTLE_MS } from '../outbox/outboxAdoption';
import { chatFixture, down, aMessage, settle, aConversation } from '../testing/chatFixture';

const msg = (pos: number, prev?: number, more = {}) => ({ t: 'msg', ...aMessage(pos, more), prev });

/** A chat with conversation 7 open, which has the messages 10 and 20. */
async function openConversation(options = {}) {
  const all = chatFixture(options);
  all.api.messages.mockResolvedValue({ items: [aMessage(10), aMessage(20)] });
  all.chat.start();
  all.network.latest.welcomes();
  all.chat.open(7);
  await settle();
  return all;
}

describe('the chat', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('resumes from the position up to which it holds everything', async () => {
    const { network, positions } = await openConversation();
    network.latest.delivers(msg(25, 20));
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    expect(network.latest.only('hello').resume).toEqual({ '7': 25 });
    network.latest.delivers(msg(31, 25));
    expect(positions()).toEqual([10, 20, 25, 31]);
  });

  test('does not resume beyond a gap, and loads the conversation again', async () => {
    const { network, api, positions, chat } = await openConversation();
    api.messages.mockResolvedValue({ items: [aMessage(20), aMessage(28), aMessage(30)], next: 20 });
    network.latest.delivers(msg(30, 28));
    expect(positions()).toEqual([10, 20, 30]);
    expect(chat.history.timeline(7).held).toBe(20);
    await settle();
    expect(api.messages).toHaveBeenCalledTimes(2);
    expect(positions()).toEqual([20, 28, 30]);
    expect(chat.history.timeline(7).held).toBe(30);
  });

  test('messages that arrive while a page is loading are merged into it', async () => {
    const { network, api, positions, chat } = await openConversation();
    let answer: (page: { items: ReturnType<typeof aMessage>[] }) => void = () => undefined;
    api.messages.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    chat.history.reload(7);
    network.latest.delivers(msg(30, 20));
    answer({ items: [aMessage(10), aMessage(20)] });
    await settle();
    expect(positions()).toEqual([10, 20, 30]);
    expect(chat.history.timeline(7).held).toBe(30);
  });

  test('the conversation of the URL is loaded before it is opened, with what arrives meanwhile', async () => {
    const { chat, api, network, positions } = chatFixture({ opening: 7 });
    api.messages.mockResolvedValue({ items: [aMessage(1), aMessage(2)] });
    chat.start();
    network.latest.welcomes();
    network.latest.delivers({ t: 'msg', ...aMessage(3), prev: 2 });
    await settle();
    chat.open(7);
    await settle();
    expect(positions()).toEqual([1, 2, 3]);
    expect(api.messages).toHaveBeenCalledOnce();
  });

  test('a page that is not fresh removes no message, and is loaded again', async () => {
    const { network, api, positions, chat } = await openConversation();
    chat.outbox.add(7, 'hello');
    const { id, cid } = network.latest.only('send');
    network.latest.delivers({ t: 'ok', id, cid, conv: 7, pos: 25, prev: 20, ts: '2026-01-01T12:00:00Z' });
    api.messages.mockResolvedValueOnce({ items: [aMessage(10), aMessage(20)], fresh: false });
    api.messages.mockResolvedValue({
      items: [aMessage(20), aMessage(25, { from: 1, cid: String(cid), body: 'hello' })],
    });
    chat.history.reload(7);
    await settle();
    expect(positions()).toEqual([10, 20, 25]);
    expect(chat.history.timeline(7).held).toBe(20);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(positions()).toEqual([20, 25]);
    expect(chat.history.timeline(7)).toMatchObject({ held: 25, fresh: true });
  });

  test('a conversation that was not recovered is shown until it is loaded again', async () => {
    const { network, api, positions } = await openConversation();
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    api.messages.mockResolvedValue({ items: [aMessage(900)], next: 900 });
    network.latest.welcomes({ recovered: { '7': false } });
    expect(positions()).toEqual([10, 20]);
    await settle();
    expect(positions()).toEqual([900]);
  });

  test('a conversation that was loading when the connection was lost is loaded again', async () => {
    const { chat, network, api } = chatFixture();
    chat.start();
    network.latest.welcomes();
    api.messages.mockReturnValue(new Promise(() => undefined));
    chat.open(7);
    await settle();
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    expect(network.latest.only('hello').resume).toEqual({});
    expect(api.messages).toHaveBeenCalledTimes(2);
  });

  test('unavailable history is loaded again after retryAfterMs', async () => {
    const { chat, network, api, positions } = chatFixture();
    chat.start();
    network.latest.welcomes();
    api.messages.mockRejectedValueOnce(down());
    api.messages.mockResolvedValue({ items: [aMessage(10)] });
    chat.open(7);
    await settle();
    expect(chat.history.timeline(7).failure?.error.code).toBe('unavailable');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(positions()).toEqual([10]);
    expect(chat.history.timeline(7).failure).toBeUndefined();
  });

  test('an older page includes the changes that arrive while it is loading', async () => {
    const { chat, network, api, positions } = chatFixture();
    api.messages.mockResolvedValue({ items: [aMessage(30)], next: 30 });
    chat.start();
    network.latest.welcomes();
    chat.open(7);
    await settle();
    let answer: (page: { items: ReturnType<typeof aMessage>[] }) => void = () => undefined;
    api.messages.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    chat.history.older(7);
    expect(api.messages).toHaveBeenLastCalledWith(7, { before: 30 }, 200);
    network.latest.delivers({ t: 'upd', conv: 7, pos: 10, at: 35, prev: 30, kind: 'revoked', by: 2, ts: 'x' });
    answer({ items: [aMessage(10), aMessage(20)] });
    await settle();
    expect(positions()).toEqual([10, 20, 30]);
    expect(chat.history.timeline(7).items[0]?.revoked).toBe(true);
    chat.history.older(7);
    expect(api.messages).toHaveBeenCalledTimes(2);
  });

  test('a send that is repeated after a lost answer shows one message', async () => {
    const { chat, network, positions, state } = await openConversation();
    chat.outbox.add(7, 'hello');
    const { cid } = network.latest.only('send');
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    expect(network.latest.only('send').cid).toBe(cid);
    network.latest.delivers(msg(25, 20, { from: 1, cid, body: 'hello' }));
    network.latest.delivers({ t: 'ok', id: network.latest.only('send').id, cid, conv: 7, pos: 25, ts: 'x', dup: true });
    expect(positions()).toEqual([10, 20, 25]);
    expect(state().outgoing).toEqual([]);
  });

  test('an own message in the history is no longer pending', async () => {
    const { chat, network, api, positions, state } = await openConversation();
    chat.outbox.add(7, 'hello');
    const { cid } = network.latest.only('send');
    network.latest.closes();
    api.messages.mockResolvedValue({
      items: [aMessage(20), aMessage(25, { from: 1, cid: String(cid), body: 'hello' })],
    });
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes({ recovered: { '7': false } });
    await settle();
    expect(positions()).toEqual([20, 25]);
    expect(state().outgoing).toEqual([]);
  });

  test('an ok shows the message and advances the resume position', async () => {
    const { chat, network, positions } = await openConversation();
    chat.outbox.add(7, 'hello');
    const { id, cid } = network.latest.only('send');
    network.latest.delivers({ t: 'ok', id, cid, conv: 7, pos: 25, prev: 20, ts: '2026-01-01T12:00:00Z', dup: false });
    expect(positions()).toEqual([10, 20, 25]);
    expect(chat.history.timeline(7).items.at(-1)).toMatchObject({ body: 'hello', from: 1 });
    expect(chat.history.timeline(7).held).toBe(25);
  });

  test('an ok for a discarded message loads the message from the history', async () => {
    const { chat, network, api, positions, state } = await openConversation();
    chat.outbox.add(7, 'hello');
    const { id, cid } = network.latest.only('send');
    chat.outbox.discard(state().outgoing[0]?.key ?? '');
    api.messages.mockResolvedValue({ items: [aMessage(10), aMessage(20), aMessage(25, { from: 1, body: 'hello' })] });
    network.latest.delivers({ t: 'ok', id, cid, conv: 7, pos: 25, prev: 20, ts: 'x', dup: false });
    await settle();
    expect(positions()).toEqual([10, 20, 25]);
  });

  test('pending messages survive a reload of the page', async () => {
    const { chat, storage } = await openConversation();
    chat.network(false);
    chat.outbox.add(7, 'kept');
    chat.stop();
    const later = await openConversation({ storage });
    await vi.advanceTimersByTimeAsync(SETTLE_MS);
    expect(later.network.latest.only('send')).toMatchObject({ conv: 7, body: 'kept' });
  });

  test('err clock gets the time from a new connection and sends with a new cid', async () => {
    const { chat, network } = await openConversation();
    chat.outbox.add(7, 'hello');
    const { id, cid } = network.latest.only('send');
    network.latest.delivers({ t: 'err', id, code: 'clock', message: '', retry: false });
    expect(network.sockets).toHaveLength(2);
    network.latest.welcomes({ serverTime: '2020-01-01T00:00:00Z' });
    await vi.advanceTimersByTimeAsync(1_000);
    const again = network.latest.only('send');
    expect(again.cid).not.toBe(cid);
    const ms = parseInt(String(again.cid).replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(ms - Date.parse('2020-01-01T00:00:00Z'))).toBeLessThan(5_000);
  });

  test('counts each unread message of other users once', async () => {
    const { chat, network, summary } = chatFixture();
    chat.start();
    network.latest.welcomes();
    await settle();
    network.latest.delivers(msg(30));
    network.latest.delivers(msg(31, 30));
    network.latest.delivers(msg(31, 30));
    network.latest.delivers(msg(32, 31, { from: 2, kind: 'member', user: 3, cid: undefined }));
    expect(summary()?.unread).toBe(2);
    network.latest.delivers(msg(33, 32, { from: 1 }));
    expect(summary()?.unread).toBe(0);
  });

  test('messages that arrive while the list is loading are counted', async () => {
    const { chat, network, api, summary } = chatFixture();
    let answer: (page: { items: ReturnType<typeof aConversation>[] }) => void = () => undefined;
    api.conversations.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    api.conversation.mockReturnValue(new Promise(() => undefined));
    chat.start();
    network.latest.welcomes();
    network.latest.delivers(msg(30));
    network.latest.delivers(msg(31, 30));
    answer({ items: [aConversation({ unread: 3, last: aMessage(30) })] });
    await settle();
    expect(summary()).toMatchObject({ unread: 4, last: { pos: 31 } });
  });

  test('a message of an unknown conversation loads the conversation', async () => {
    const { chat, network, api, summary } = chatFixture();
    api.conversations.mockResolvedValue({ items: [] });
    api.conversation.mockResolvedValue(aConversation({ unread: 1, last: aMessage(30) }));
    chat.start();
    network.latest.welcomes();
    await settle();
    network.latest.delivers(msg(30));
    await settle();
    expect(api.conversation).toHaveBeenCalledWith(7);
    expect(summary()).toMatchObject({ unread: 1, last: { body: 'message 30' } });
  });

  test('reading clears the unread count and tells the server at most once a second', async () => {
    const { chat, network, summary } = await openConversation();
    for (const pos of [30, 31, 32]) {
      network.latest.delivers(msg(pos, pos === 30 ? 20 : pos - 1));
      chat.read(7, pos);
    }
    expect(summary()?.unread).toBe(0);
    expect(network.latest.of('read')).toEqual([{ t: 'read', conv: 7, pos: 30 }]);
    vi.advanceTimersByTime(1_000);
    expect(network.latest.of('read').at(-1)).toEqual({ t: 'read', conv: 7, pos: 32 });
  });

  test('a receipt sent shortly before the connection was lost is sent again', async () => {
    const { chat, network } = await openConversation();
    network.latest.delivers(msg(30, 20));
    chat.read(7, 30);
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(2_000);
    network.latest.welcomes();
    expect(network.latest.of('read')).toEqual([{ t: 'read', conv: 7, pos: 30 }]);
  });

  test('reading elsewhere clears the unread count', async () => {
    const { network, summary } = await openConversation();
    network.latest.delivers(msg(30, 20));
    expect(summary()?.unread).toBe(1);
    network.latest.delivers({ t: 'receipt', conv: 7, user: 1, read: 30 });
    expect(summary()?.unread).toBe(0);
    network.latest.delivers({ t: 'receipt', conv: 7, user: 2, read: 30 });
    expect(summary()?.members?.[1]?.read).toBe(30);
  });

  test('typing is sent at most every three seconds, and not to a server that does not support it', async () => {
    const { chat, network } = await openConversation();
    chat.signals.typing(7);
    chat.signals.typing(7);
    expect(network.latest.of('typing')).toHaveLength(1);
    const { id } = network.latest.only('typing');
    network.latest.delivers({ t: 'err', id, code: 'bad_frame', message: '', retry: false });
    vi.advanceTimersByTime(5_000);
    chat.signals.typing(7);
    expect(network.latest.of('typing')).toHaveLength(1);
  });

  test('presence is watched for the visible users, again on each connection', async () => {
    const { chat, network, state } = await openConversation();
    chat.signals.watch('conversations', [2, 3]);
    chat.signals.watch('people', [3, 4]);
    await vi.advanceTimersByTimeAsync(300);
    expect(network.latest.only('watch').users).toEqual([2, 3, 4]);
    network.latest.delivers({ t: 'presence', users: [{ id: 2, online: true }] });
    expect(state().presence.get(2)?.online).toBe(true);
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    expect(network.latest.only('watch').users).toEqual([2, 3, 4]);
  });

  test('the presence of people who are not watched any more is forgotten', async () => {
    const { chat, network, state } = await openConversation();
    chat.signals.watch('conversations', [2]);
    chat.signals.watch('profile', [5]);
    await vi.advanceTimersByTimeAsync(300);
    const users = [2, 5].map((id) => ({ id, online: true, state: 'away' }));
    network.latest.delivers({ t: 'presence', users });
    chat.signals.watch('profile', []);
    await vi.advanceTimersByTimeAsync(300);
    expect([...state().presence.keys()]).toEqual([2]);
  });

  test('a typing indicator ends with a message or after a timeout', async () => {
    const { network, state } = await openConversation();
    network.latest.delivers({ t: 'typing', conv: 7, user: 2 });
    expect(state().typing.get(7)).toEqual([2]);
    network.latest.delivers(msg(30, 20));
    expect(state().typing.get(7)).toBeUndefined();
    network.latest.delivers({ t: 'typing', conv: 7, user: 2 });
    vi.advanceTimersByTime(6_000);
    expect(state().typing.get(7)).toBeUndefined();
  });

  test('a conversation that the user left is removed', async () => {
    const { network, summary, state } = await openConversation();
    network.latest.delivers({ t: 'conv', id: 7, gone: true });
    expect(summary()).toBeUndefined();
    expect(state().timelines.has(7)).toBe(false);
  });

  test('sends nothing as another user who signed in meanwhile', async () => {
    const { chat, network, onEnded } = await openConversation();
    network.latest.closes();
    chat.outbox.add(7, 'mine');
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes({ user: { id: 2, username: 'kim', displayName: 'Kim' } });
    expect(onEnded).toHaveBeenCalledWith('unknown');
    expect(network.latest.of('send')).toEqual([]);
  });

  test('a failed handshake reveals that the session is over', async () => {
    const { network, api, onEnded } = await openConversation();
    const { ApiError } = await import('../connection/http');
    api.whoAmI.mockRejectedValue(new ApiError(401, 'unauthorized'));
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.closes();
    await settle();
    expect(onEnded).toHaveBeenCalledWith('unknown');
  });

  test('shows the store state until it changes or a welcome resets it', async () => {
    const { network, state } = await openConversation();
    network.latest.delivers({ t: 'store', state: 'behind', seconds: 40 });
    expect(state().store).toEqual({ state: 'behind', seconds: 40 });
    network.latest.delivers({ t: 'store', state: 'ok' });
    expect(state().store.state).toBe('ok');
    network.latest.delivers({ t: 'store', state: 'down' });
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state().store.state).toBe('down');
    network.latest.welcomes();
    expect(state().store.state).toBe('ok');
  });

  test('loads the list again when the database is back, because counts were not exact without it', async () => {
    const { network, api, state } = await openConversation();
    network.latest.delivers({ t: 'store', state: 'behind', seconds: 40 });
    network.latest.delivers({ t: 'store', state: 'ok' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(api.conversations).toHaveBeenCalledTimes(1);
    network.latest.delivers({ t: 'store', state: 'down', seconds: 40 });
    api.conversations.mockResolvedValue({ items: [aConversation({ unread: 3 })] });
    network.latest.delivers({ t: 'store', state: 'behind', seconds: 50 });
    network.latest.delivers({ t: 'store', state: 'ok' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(api.conversations).toHaveBeenCalledTimes(2);
    expect(state().summaries.get(7)?.unread).toBe(3);
  });

  test('earlier messages that failed to load can be loaded again when the store is ok', async () => {
    const { chat, network, api } = chatFixture();
    api.messages.mockResolvedValue({ items: [aMessage(30)], next: 30 });
    chat.start();
    network.latest.welcomes();
    chat.open(7);
    await settle();
    api.messages.mockRejectedValueOnce(down());
    chat.history.older(7);
    await settle();
    expect(chat.history.timeline(7).failure).toMatchObject({ what: 'older', error: { status: 503 } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.messages).toHaveBeenCalledTimes(2);
    network.latest.delivers({ t: 'store', state: 'ok' });
    expect(chat.history.timeline(7).failure).toBeUndefined();
  });

  test('reconnects and synchronizes the clock after an hour of sleep', async () => {
    const { chat, network, state } = await openConversation();
    chat.outbox.add(7, 'before the sleep');
    const before = network.latest.only('send');
    chat.wake(3_600_000);
    expect(network.sockets).toHaveLength(2);
    expect(state().connection).toMatchObject({ phase: 'connecting', attempt: 1 });
    chat.outbox.add(7, 'after the sleep');
    expect(state().outgoing.at(-1)?.cid).toBeUndefined();
    network.latest.welcomes({ serverTime: '2031-01-01T11:00:00Z' });
    expect(network.latest.only('send').cid).toBe(before.cid);
    network.latest.delivers({
      t: 'ok',
      id: network.latest.only('send').id,
      cid: before.cid,
      conv: 7,
      pos: 25,
      prev: 20,
      ts: 'x',
    });
    const ms = parseInt(String(network.latest.last('send').cid).replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(ms - Date.parse('2031-01-01T11:00:00Z'))).toBeLessThan(5_000);
  });

  test('pings after a short sleep', async () => {
    const { chat, network } = await openConversation();
    chat.wake(40_000);
    expect(network.sockets).toHaveLength(1);
    expect(network.latest.of('ping')).toHaveLength(1);
  });

  test('the list and the open conversation are loaded once at the start', async () => {
    const { chat, network, api } = chatFixture();
    chat.start();
    chat.open(7);
    network.latest.welcomes();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(api.conversations).toHaveBeenCalledTimes(1);
    expect(api.messages).toHaveBeenCalledTimes(1);
    expect(api.conversation).not.toHaveBeenCalled();
  });

  test('the first requests do not wait long for a socket that does not open', async () => {
    const { chat, api } = chatFixture();
    chat.start();
    chat.open(7);
    expect(api.messages).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(600);
    expect(api.conversations).toHaveBeenCalledTimes(1);
    expect(api.messages).toHaveBeenCalledTimes(1);
  });

  test('mentions are counted with the unread messages', async () => {
    const { chat, network, summary } = await openConversation();
    network.latest.delivers(msg(30, 20, { mentions: { users: [1] } }));
    network.latest.delivers(msg(31, 30, { mentions: { users: [2] } }));
    network.latest.delivers(msg(32, 31, { mentions: { users: [], everyone: 'channel' } }));
    expect(summary()).toMatchObject({ unread: 3, mentions: 2 });
    chat.read(7, 32);
    expect(summary()).toMatchObject({ unread: 0, mentions: undefined });
  });

  test('a message that was marked as unread stays so until the conversation is opened again', async () => {
    const { chat, network, api, summary } = await openConversation();
    network.latest.delivers(msg(30, 20));
    chat.read(7, 30);
    api.conversation.mockResolvedValue(aConversation({ unread: 1, last: aMessage(30), read: 29 }));
    chat.markUnread(7, 30);
    expect(network.latest.only('unread')).toMatchObject({ conv: 7, pos: 30 });
    await settle();
    chat.read(7, 30);
    expect(summary()).toMatchObject({ unread: 1, read: 29 });
    chat.open(7);
    chat.read(7, 30);
    expect(summary()?.unread).toBe(0);
  });

  test('a conversation is marked as read, also after a message of it was marked as unread', async () => {
    const { chat, network, summary } = await openConversation();
    network.latest.delivers(msg(30, 20));
    chat.markUnread(7, 30);
    chat.readConversation(7);
    expect(summary()).toMatchObject({ unread: 0, read: 30 });
  });

  test('all conversations are marked as read, also those that the list has not loaded', async () => {
    const { chat, api, network, summary } = await openConversation();
    network.latest.delivers(msg(30, 20));
    const later = (id: number) => aConversation({ id, unread: 2, last: aMessage(50, { conv: id }) });
    api.conversations
      .mockResolvedValueOnce({ items: [later(8)], next: 2 })
      .mockResolvedValueOnce({ items: [later(9)] });
    chat.store.setState({ list: { loaded: true, loading: false, next: 1 } });
    await chat.readAll();
    expect([7, 8, 9].map((conv) => summary(conv)?.unread)).toEqual([0, 0, 0]);
  });

  test('what was read just before the page is left is reported', async () => {
    const { chat, network } = await openConversation();
    network.latest.delivers(msg(30, 20));
    network.latest.delivers(msg(31, 30));
    chat.read(7, 30);
    chat.read(7, 31);
    const socket = network.latest;
    chat.stop();
    expect(socket.last('read')).toMatchObject({ conv: 7, pos: 31 });
  });

  test('marking all as read ends where the list cannot be loaded', async () => {
    const { chat, api, state } = await openConversation();
    api.conversations.mockRejectedValue(down());
    chat.store.setState({ list: { loaded: true, loading: false, next: 1 } });
    await chat.readAll();
    expect(state().list.failure).toBeDefined();
  });

  test('reading a part leaves the rest unread, without asking the server', async () => {
    const { chat, network, api, summary } = await openConversation();
    network.latest.delivers(msg(30, 20, { mentions: { users: [1] } }));
    network.latest.delivers(msg(31, 30));
    network.latest.delivers(msg(32, 31, { mentions: { users: [1] } }));
    chat.read(7, 30);
    expect(summary()).toMatchObject({ unread: 2, mentions: 1 });
    expect(api.conversation).not.toHaveBeenCalled();
  });

  test('a revoked message is no longer unread, and an edited one can mention the user', async () => {
    const { chat, network, summary } = await openConversation();
    chat.read(7, 20);
    network.latest.delivers(msg(30, 20));
    network.latest.delivers(msg(31, 30));
    const change = { t: 'upd', conv: 7, by: 2, ts: '2026-01-01T10:01:00Z' };
    network.latest.delivers({ ...change, pos: 30, at: 32, prev: 31, kind: 'revoked' });
    expect(summary()).toMatchObject({ unread: 1, mentions: undefined });
    const edited = { kind: 'edited', body: '@ada', mentions: { users: [1] } };
    network.latest.delivers({ ...change, pos: 31, at: 33, prev: 32, ...edited });
    expect(summary()).toMatchObject({ unread: 1, mentions: 1 });
  });

  describe('a place that was set back on another device', () => {
    const back = (read: number, back: number) => ({ t: 'receipt', conv: 7, user: 1, read, back });

    test('makes messages unread again, although they are on screen', async () => {
      const { chat, network, summary } = await openConversation();
      network.latest.delivers(msg(30, 20));
      network.latest.delivers(msg(31, 30));
      chat.read(7, 31);
      network.latest.delivers(back(29, 31));
      expect(summary()).toMatchObject({ unread: 2, read: 29 });
      chat.read(7, 31);
      expect(summary()).toMatchObject({ unread: 2, read: 29 });
      network.latest.delivers({ t: 'receipt', conv: 7, user: 1, read: 31 });
      expect(summary()).toMatchObject({ unread: 0, read: 31 });
    });

    test('is not moved by own messages from before', async () => {
      const { network, summary } = await openConversation();
      network.latest.delivers(msg(30, 20));
      network.latest.delivers(back(29, 40));
      network.latest.delivers(msg(31, 30, { from: 1, cid: 'mine' }));
      expect(summary()).toMatchObject({ unread: 1, read: 29 });
      network.latest.delivers(msg(41, 31, { from: 1, cid: 'mine too' }));
      expect(summary()).toMatchObject({ unread: 0, read: 41 });
    });

    test('was moved again by what the user has sent since', async () => {
      const { network, summary } = await openConversation();
      network.latest.delivers(msg(30, 20, { from: 1, cid: 'mine' }));
      network.latest.delivers(msg(31, 30));
      network.latest.delivers(back(20, 29));
      expect(summary()).toMatchObject({ unread: 1, read: 30 });
      network.latest.delivers(back(19, 40));
      expect(summary()).toMatchObject({ read: 19 });
    });

    test('was moved again by what the user had sent before the page loaded', async () => {
      const { network, api, chat, summary } = await openConversation();
      api.conversations.mockResolvedValue({
        items: [aConversation({ last: aMessage(31), unread: 1, read: 30, sent: 30 })],
      });
      await chat.list.refresh();
      network.latest.delivers(back(20, 29));
      expect(summary()).toMatchObject({ read: 30 });
    });

    test('is learned from a list that was loaded later', async () => {
      const { chat, network, api, summary } = await openConversation();
      network.latest.delivers(msg(30, 20));
      chat.read(7, 30);
      const last = aMessage(30);
      api.conversations.mockResolvedValue({ items: [aConversation({ last, unread: 1, read: 29, back: 30 })] });
      await chat.list.refresh();
      expect(summary()).toMatchObject({ unread: 1, read: 29 });
      chat.open(7);
      chat.read(7, 30);
      await chat.list.refresh();
      expect(summary()).toMatchObject({ unread: 0, read: 30 });
    });
  });

  test('the open conversation that the user may no longer read is reported', async () => {
    const { network, state } = await openConversation();
    network.latest.delivers({ t: 'conv', id: 7, gone: true });
    expect(state().gone).toEqual({ conv: 7, title: undefined });
  });
});
