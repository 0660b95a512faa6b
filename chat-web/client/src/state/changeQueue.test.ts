import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chatFixture, aMessage, settle } from '../testing/chatFixture';

async function openConversation() {
  const all = chatFixture();
  all.api.messages.mockResolvedValue({ items: [aMessage(10), aMessage(20, { from: 1 })] });
  all.chat.start();
  all.network.latest.welcomes();
  all.chat.open(7);
  await settle();
  const item = (pos: number) => all.chat.history.timeline(7).items.find((one) => one.pos === pos);
  return { ...all, item, add: all.chat.changes.add.bind(all.chat.changes) };
}

describe('changes of messages', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('are shown when they are answered', async () => {
    const { network, item, add, state } = await openConversation();
    add(7, 20, { kind: 'edit', body: 'better' });
    const edit = network.latest.only('edit');
    expect(edit).toMatchObject({ conv: 7, pos: 20, body: 'better' });
    expect(item(20)?.body).toBe('message 20');
    expect(state().changing.get('7/20')).toEqual({ kind: 'edit' });
    network.latest.delivers({
      t: 'ok',
      id: edit.id,
      cid: edit.cid,
      conv: 7,
      pos: 25,
      prev: 20,
      ts: '2026-01-01T11:00:00Z',
    });
    expect(item(20)).toMatchObject({ body: 'better', at: 25, editedAt: '2026-01-01T11:00:00Z' });
    expect(state().changing.size).toBe(0);
  });

  test('are repeated with the same cid after a lost answer, and applied once', async () => {
    const { network, item, add } = await openConversation();
    add(7, 10, { kind: 'react', emoji: '👍', on: true });
    const { cid } = network.latest.only('react');
    network.latest.closes();
    await vi.advanceTimersByTimeAsync(1_000);
    network.latest.welcomes();
    network.latest.delivers({
      t: 'upd',
      conv: 7,
      pos: 10,
      at: 25,
      prev: 20,
      kind: 'reaction',
      by: 1,
      ts: 'x',
      emoji: '👍',
      on: true,
    });
    const again = network.latest.only('react');
    expect(again.cid).toBe(cid);
    network.latest.delivers({ t: 'ok', id: again.id, cid, conv: 7, pos: 25, ts: 'x', dup: true });
    expect(item(10)?.reactions).toEqual([{ emoji: '👍', users: [1] }]);
  });

  test('are sent one at a time', async () => {
    const { network, add, item } = await openConversation();
    add(7, 20, { kind: 'edit', body: 'one' });
    add(7, 20, { kind: 'revoke' });
    expect(network.latest.of('revoke')).toEqual([]);
    const edit = network.latest.only('edit');
    network.latest.delivers({ t: 'ok', id: edit.id, cid: edit.cid, conv: 7, pos: 25, prev: 20, ts: 'x' });
    const revoke = network.latest.only('revoke');
    network.latest.delivers({ t: 'ok', id: revoke.id, cid: revoke.cid, conv: 7, pos: 26, prev: 25, ts: 'x' });
    expect(item(20)).toMatchObject({ revoked: true, body: undefined });
  });

  test('that are refused show the error code, and the next is sent', async () => {
    const { network, add, state, chat } = await openConversation();
    add(7, 10, { kind: 'edit', body: 'not mine' });
    add(7, 20, { kind: 'edit', body: 'mine' });
    network.latest.delivers({
      t: 'err',
      id: network.latest.only('edit').id,
      code: 'forbidden',
      message: '',
      retry: false,
    });
    expect(state().changing.get('7/10')).toEqual({ kind: 'edit', failed: 'forbidden' });
    expect(network.latest.last('edit')).toMatchObject({ pos: 20 });
    chat.changes.dismiss(7, 10);
    expect(state().changing.has('7/10')).toBe(false);
  });

  test('wait for retryAfterMs', async () => {
    const { network, add } = await openConversation();
    add(7, 20, { kind: 'revoke' });
    const { id, cid } = network.latest.only('revoke');
    network.latest.delivers({ t: 'err', id, code: 'unavailable', message: '', retry: true, retryAfterMs: 3_000 });
    await vi.advanceTimersByTimeAsync(2_999);
    expect(network.latest.of('revoke')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(network.latest.last('revoke').cid).toBe(cid);
  });

  test('remove a reaction that another client added with an unqualified emoji', async () => {
    const { network, item, add } = await openConversation();
    const at = { conv: 7, pos: 10, ts: 'x' };
    network.latest.delivers({ t: 'upd', ...at, at: 25, prev: 20, kind: 'reaction', by: 1, emoji: '❤', on: true });
    expect(item(10)?.reactions).toEqual([{ emoji: '❤\uFE0F', users: [1] }]);
    add(7, 10, { kind: 'react', emoji: '❤\uFE0F', on: false });
    const { id, cid } = network.latest.only('react');
    network.latest.delivers({ t: 'ok', id, cid, conv: 7, pos: 26, prev: 25, ts: 'x' });
    expect(item(10)?.reactions).toEqual([]);
  });
});
