import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SETTLE_MS } from '../connection/outboxAdoption';
import { chatFixture, down, aMessage, settle, aConversation } from '../testing/chatFixture';

const msg = (pos: number, prev?: number, more = {}) => ({ t: 'msg', ...aMessage(pos, more), prev });

/** A desk with conversation 7 open and messages 10 and 20 in it. */
async function reading(options = {}) {
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

  test('resumes from the place up to which it holds everything', async () => {
    const { network, poses } = await reading();
    network.latest.says(msg(25, 20));
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    expect(network.latest.only('hello').resume).toEqual({ '7': 25 });
    network.latest.says(msg(31, 25));
    expect(poses()).toEqual([10, 20, 25, 31]);
  });

  test('does not resume beyond a gap, and loads the conversation afresh', async () => {
    const { network, api, poses, chat } = await reading();
    api.messages.mockResolvedValue({ items: [aMessage(20), aMessage(28), aMessage(30)], next: 20 });
    network.latest.says(msg(30, 28));
    expect(poses()).toEqual([10, 20, 30]);
    expect(chat.history.timeline(7).held).toBe(20);
    await settle();
    expect(api.messages).toHaveBeenCalledTimes(2);
    expect(poses()).toEqual([20, 28, 30]);
    expect(chat.history.timeline(7).held).toBe(30);
  });

  test('what comes while a page is under way is joined to it', async () => {
    const { network, api, poses, chat } = await reading();
    let answer: (page: { items: ReturnType<typeof aMessage>[] }) => void = () => undefined;
    api.messages.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    chat.history.reload(7);
    network.latest.says(msg(30, 20));
    answer({ items: [aMessage(10), aMessage(20)] });
    await settle();
    expect(poses()).toEqual([10, 20, 30]);
    expect(chat.history.timeline(7).held).toBe(30);
  });

  test('a page that is not fresh takes no message away, and is loaded again', async () => {
    const { network, api, poses, chat } = await reading();
    chat.outbox.add(7, 'hello');
    const { id, cid } = network.latest.only('send');
    network.latest.says({ t: 'ok', id, cid, conv: 7, pos: 25, prev: 20, ts: '2026-01-01T12:00:00Z' });
    api.messages.mockResolvedValueOnce({ items: [aMessage(10), aMessage(20)], fresh: false });
    api.messages.mockResolvedValue({
      items: [aMessage(20), aMessage(25, { from: 1, cid: String(cid), body: 'hello' })],
    });
    chat.history.reload(7);
    await settle();
    expect(poses()).toEqual([10, 20, 25]);
    expect(chat.history.timeline(7).held).toBe(20);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(poses()).toEqual([20, 25]);
    expect(chat.history.timeline(7)).toMatchObject({ held: 25, fresh: true });
  });

  test('what the server did not recover is loaded afresh and only then discarded', async () => {
    const { network, api, poses } = await reading();
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    api.messages.mockResolvedValue({ items: [aMessage(900)], next: 900 });
    network.latest.welcomes({ recovered: { '7': false } });
    expect(poses()).toEqual([10, 20]);
    await settle();
    expect(poses()).toEqual([900]);
  });

  test('a conversation that was still loading when the connection broke is loaded again', async () => {
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

  test('history that is down is asked for again after the time told', async () => {
    const { chat, network, api, poses } = chatFixture();
    chat.start();
    network.latest.welcomes();
    api.messages.mockRejectedValueOnce(down());
    api.messages.mockResolvedValue({ items: [aMessage(10)] });
    chat.open(7);
    await settle();
    expect(chat.history.timeline(7).failure?.error.code).toBe('unavailable');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(poses()).toEqual([10]);
    expect(chat.history.timeline(7).failure).toBeUndefined();
  });

  test('scrolling back loads the page before, and changes that come meanwhile are not lost', async () => {
    const { chat, network, api, poses } = chatFixture();
    api.messages.mockResolvedValue({ items: [aMessage(30)], next: 30 });
    chat.start();
    network.latest.welcomes();
    chat.open(7);
    await settle();
    let answer: (page: { items: ReturnType<typeof aMessage>[] }) => void = () => undefined;
    api.messages.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    chat.history.older(7);
    expect(api.messages).toHaveBeenLastCalledWith(7, 30, 50);
    network.latest.says({ t: 'upd', conv: 7, pos: 10, at: 35, prev: 30, kind: 'revoked', by: 2, ts: 'x' });
    answer({ items: [aMessage(10), aMessage(20)] });
    await settle();
    expect(poses()).toEqual([10, 20, 30]);
    expect(chat.history.timeline(7).items[0]?.revoked).toBe(true);
    chat.history.older(7);
    expect(api.messages).toHaveBeenCalledTimes(2);
  });

  test('a repeated send after a lost answer shows one message', async () => {
    const { chat, network, poses, state } = await reading();
    chat.outbox.add(7, 'hello');
    const { cid } = network.latest.only('send');
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    expect(network.latest.only('send').cid).toBe(cid);
    network.latest.says(msg(25, 20, { from: 1, cid, body: 'hello' }));
    network.latest.says({ t: 'ok', id: network.latest.only('send').id, cid, conv: 7, pos: 25, ts: 'x', dup: true });
    expect(poses()).toEqual([10, 20, 25]);
    expect(state().outgoing).toEqual([]);
  });

  test('what the history shows of mine does not wait any longer', async () => {
    const { chat, network, api, poses, state } = await reading();
    chat.outbox.add(7, 'hello');
    const { cid } = network.latest.only('send');
    network.latest.closes();
    api.messages.mockResolvedValue({
      items: [aMessage(20), aMessage(25, { from: 1, cid: String(cid), body: 'hello' })],
    });
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes({ recovered: { '7': false } });
    await settle();
    expect(poses()).toEqual([20, 25]);
    expect(state().outgoing).toEqual([]);
  });

  test('an ok takes the place of the message and moves the resume along', async () => {
    const { chat, network, poses } = await reading();
    chat.outbox.add(7, 'hello');
    const { id, cid } = network.latest.only('send');
    network.latest.says({ t: 'ok', id, cid, conv: 7, pos: 25, prev: 20, ts: '2026-01-01T12:00:00Z', dup: false });
    expect(poses()).toEqual([10, 20, 25]);
    expect(chat.history.timeline(7).items.at(-1)).toMatchObject({ body: 'hello', from: 1 });
    expect(chat.history.timeline(7).held).toBe(25);
  });

  test('an ok for a message that was discarded meanwhile brings its words from the history', async () => {
    const { chat, network, api, poses, state } = await reading();
    chat.outbox.add(7, 'hello');
    const { id, cid } = network.latest.only('send');
    chat.outbox.discard(state().outgoing[0]?.key ?? '');
    api.messages.mockResolvedValue({ items: [aMessage(10), aMessage(20), aMessage(25, { from: 1, body: 'hello' })] });
    network.latest.says({ t: 'ok', id, cid, conv: 7, pos: 25, prev: 20, ts: 'x', dup: false });
    await settle();
    expect(poses()).toEqual([10, 20, 25]);
  });

  test('what waits survives a reload of the page', async () => {
    const { chat, storage } = await reading();
    chat.network(false);
    chat.outbox.add(7, 'kept');
    chat.stop();
    const later = await reading({ storage });
    await vi.advanceTimersByTimeAsync(SETTLE_MS);
    expect(later.network.latest.only('send')).toMatchObject({ conv: 7, body: 'kept' });
  });

  test('err clock asks for the time on a new connection and sends under a new cid', async () => {
    const { chat, network } = await reading();
    chat.outbox.add(7, 'hello');
    const { id, cid } = network.latest.only('send');
    network.latest.says({ t: 'err', id, code: 'clock', message: '', retry: false });
    expect(network.sockets).toHaveLength(2);
    network.latest.welcomes({ serverTime: '2020-01-01T00:00:00Z' });
    await vi.advanceTimersByTimeAsync(1_000);
    const again = network.latest.only('send');
    expect(again.cid).not.toBe(cid);
    const ms = parseInt(String(again.cid).replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(ms - Date.parse('2020-01-01T00:00:00Z'))).toBeLessThan(5_000);
  });

  test('counts each unread message of others once', async () => {
    const { chat, network, summary } = chatFixture();
    chat.start();
    network.latest.welcomes();
    await settle();
    network.latest.says(msg(30));
    network.latest.says(msg(31, 30));
    network.latest.says(msg(31, 30));
    network.latest.says(msg(32, 31, { from: 2, kind: 'member', user: 3, cid: undefined }));
    expect(summary()?.unread).toBe(2);
    network.latest.says(msg(33, 32, { from: 1 }));
    expect(summary()?.unread).toBe(0);
  });

  test('messages that come while the list is under way are counted on top of it', async () => {
    const { chat, network, api, summary } = chatFixture();
    let answer: (page: { items: ReturnType<typeof aConversation>[] }) => void = () => undefined;
    api.conversations.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    api.conversation.mockReturnValue(new Promise(() => undefined));
    chat.start();
    network.latest.welcomes();
    network.latest.says(msg(30));
    network.latest.says(msg(31, 30));
    answer({ items: [aConversation({ unread: 3, last: aMessage(30) })] });
    await settle();
    expect(summary()).toMatchObject({ unread: 4, last: { pos: 31 } });
  });

  test('a message of an unknown conversation brings the conversation', async () => {
    const { chat, network, api, summary } = chatFixture();
    api.conversations.mockResolvedValue({ items: [] });
    api.conversation.mockResolvedValue(aConversation({ unread: 1, last: aMessage(30) }));
    chat.start();
    network.latest.welcomes();
    await settle();
    network.latest.says(msg(30));
    await settle();
    expect(api.conversation).toHaveBeenCalledWith(7);
    expect(summary()).toMatchObject({ unread: 1, last: { body: 'message 30' } });
  });

  test('reading clears the unread and tells the server, at most every second', async () => {
    const { chat, network, summary } = await reading();
    for (const pos of [30, 31, 32]) {
      network.latest.says(msg(pos, pos === 30 ? 20 : pos - 1));
      chat.read(7, pos);
    }
    expect(summary()?.unread).toBe(0);
    expect(network.latest.of('read')).toEqual([{ t: 'read', conv: 7, pos: 30 }]);
    vi.advanceTimersByTime(1_000);
    expect(network.latest.of('read').at(-1)).toEqual({ t: 'read', conv: 7, pos: 32 });
  });

  test('what was read shortly before the connection broke is told again', async () => {
    const { chat, network } = await reading();
    network.latest.says(msg(30, 20));
    chat.read(7, 30);
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(2_000);
    network.latest.welcomes();
    expect(network.latest.of('read')).toEqual([{ t: 'read', conv: 7, pos: 30 }]);
  });

  test('reading on another page of mine clears the unread here, too', async () => {
    const { network, summary } = await reading();
    network.latest.says(msg(30, 20));
    expect(summary()?.unread).toBe(1);
    network.latest.says({ t: 'receipt', conv: 7, user: 1, read: 30 });
    expect(summary()?.unread).toBe(0);
    network.latest.says({ t: 'receipt', conv: 7, user: 2, read: 30 });
    expect(summary()?.members?.[1]?.read).toBe(30);
  });

  test('typing is told every three seconds at most, and not at all to a server that does not know it', async () => {
    const { chat, network } = await reading();
    chat.signals.typing(7);
    chat.signals.typing(7);
    expect(network.latest.of('typing')).toHaveLength(1);
    const { id } = network.latest.only('typing');
    network.latest.says({ t: 'err', id, code: 'bad_frame', message: '', retry: false });
    vi.advanceTimersByTime(5_000);
    chat.signals.typing(7);
    expect(network.latest.of('typing')).toHaveLength(1);
  });

  test('presence is asked for the people in view, again on each connection', async () => {
    const { chat, network, state } = await reading();
    chat.signals.watch('conversations', [2, 3]);
    chat.signals.watch('people', [3, 4]);
    await vi.advanceTimersByTimeAsync(300);
    expect(network.latest.only('watch').users).toEqual([2, 3, 4]);
    network.latest.says({ t: 'presence', users: [{ id: 2, online: true }] });
    expect(state().presence.get(2)?.online).toBe(true);
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    expect(network.latest.only('watch').users).toEqual([2, 3, 4]);
  });

  test('typing of others shows until they send or fall silent', async () => {
    const { network, state } = await reading();
    network.latest.says({ t: 'typing', conv: 7, user: 2 });
    expect(state().typing.get(7)).toEqual([2]);
    network.latest.says(msg(30, 20));
    expect(state().typing.get(7)).toBeUndefined();
    network.latest.says({ t: 'typing', conv: 7, user: 2 });
    vi.advanceTimersByTime(6_000);
    expect(state().typing.get(7)).toBeUndefined();
  });

  test('a conversation I am no member of any more goes away', async () => {
    const { network, summary, state } = await reading();
    network.latest.says({ t: 'conv', id: 7, gone: true });
    expect(summary()).toBeUndefined();
    expect(state().timelines.has(7)).toBe(false);
  });

  test('sends nothing in the name of another who has signed in meanwhile', async () => {
    const { chat, network, over } = await reading();
    network.latest.closes();
    chat.outbox.add(7, 'mine');
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes({ user: { id: 2, username: 'kim', displayName: 'Kim' } });
    expect(over).toHaveBeenCalledWith('unknown');
    expect(network.latest.of('send')).toEqual([]);
  });

  test('a session that is over is found out when the door is closed', async () => {
    const { network, api, over } = await reading();
    const { ApiError } = await import('../connection/http');
    api.whoAmI.mockRejectedValue(new ApiError(401, 'unauthorized'));
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.closes();
    await settle();
    expect(over).toHaveBeenCalledWith('unknown');
  });

  test('tells what the store says, until it says otherwise or a welcome no longer does', async () => {
    const { network, state } = await reading();
    network.latest.says({ t: 'store', state: 'behind', seconds: 40 });
    expect(state().store).toEqual({ state: 'behind', seconds: 40 });
    network.latest.says({ t: 'store', state: 'ok' });
    expect(state().store.state).toBe('ok');
    network.latest.says({ t: 'store', state: 'down' });
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state().store.state).toBe('down');
    network.latest.welcomes();
    expect(state().store.state).toBe('ok');
  });

  test('earlier messages that could not be had may be asked for again when the store is well', async () => {
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
    network.latest.says({ t: 'store', state: 'ok' });
    expect(chat.history.timeline(7).failure).toBeUndefined();
  });

  test('does not trust a socket after an hour of sleep, nor its own idea of the time', async () => {
    const { chat, network, state } = await reading();
    chat.outbox.add(7, 'as the lid was closed');
    const before = network.latest.only('send');
    chat.wake(3_600_000);
    expect(network.sockets).toHaveLength(2);
    expect(state().connection).toMatchObject({ phase: 'connecting', attempt: 1 });
    chat.outbox.add(7, 'after it was opened');
    expect(state().outgoing.at(-1)?.cid).toBeUndefined();
    network.latest.welcomes({ serverTime: '2031-01-01T11:00:00Z' });
    expect(network.latest.only('send').cid).toBe(before.cid);
    network.latest.says({
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

  test('after a nap only asks whether the socket still lives', async () => {
    const { chat, network } = await reading();
    chat.wake(40_000);
    expect(network.sockets).toHaveLength(1);
    expect(network.latest.of('ping')).toHaveLength(1);
  });
});
