import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../connection/http';
import type { OwnDraft } from '../protocol/ownState';
import { chatFixture, down, settle } from '../testing/chatFixture';
import { FakeStorage } from '../testing/fakeStorage';

const notSupported = () => new ApiError(404, 'not_found');

async function opened({ drafts = [] as OwnDraft[], storage = new FakeStorage() } = {}) {
  const fixture = chatFixture({ storage });
  fixture.api.drafts.mockResolvedValue(drafts);
  fixture.chat.start();
  fixture.network.latest.welcomes();
  await settle();
  let version = 0;
  const own = (value: unknown, conv = 7) =>
    fixture.network.latest.delivers({ t: 'own', what: 'draft', conv, version: ++version, value });
  return { ...fixture, own, wait: (ms = 1_000) => vi.advanceTimersByTimeAsync(ms) };
}

describe('drafts on the server', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('a draft is sent a second after the last change', async () => {
    const { chat, api, wait } = await opened();
    chat.writeDraft(7, 'he');
    await wait(900);
    chat.writeDraft(7, 'hello');
    await wait(900);
    expect(api.putDraft).not.toHaveBeenCalled();
    await wait(100);
    expect(api.putDraft).toHaveBeenCalledExactlyOnceWith(7, { body: 'hello', updatedAt: expect.any(String) as string });
  });

  test('the reply belongs to the draft', async () => {
    const { chat, api, wait } = await opened();
    chat.writeDraft(7, 'hello');
    chat.reply(7, 20);
    await wait();
    expect(api.putDraft).toHaveBeenCalledExactlyOnceWith(7, expect.objectContaining({ body: 'hello', replyTo: 20 }));
  });

  test('a draft that is sent as a message is removed', async () => {
    const { chat, api, wait } = await opened();
    chat.writeDraft(7, 'hello');
    await wait();
    chat.writeDraft(7, '');
    await wait();
    expect(api.deleteDraft).toHaveBeenCalledExactlyOnceWith(7);
  });

  test('a message that is written within a second makes no call', async () => {
    const { chat, api, wait } = await opened();
    chat.writeDraft(7, 'hello');
    chat.writeDraft(7, '');
    await wait(5_000);
    expect(api.putDraft).not.toHaveBeenCalled();
    expect(api.deleteDraft).not.toHaveBeenCalled();
  });

  test('what is written during a call is sent after it', async () => {
    const { chat, api, wait } = await opened();
    let answer: (() => void) | undefined;
    api.putDraft.mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve(undefined))));
    chat.writeDraft(7, 'one');
    await wait();
    chat.writeDraft(7, 'two');
    await wait(5_000);
    expect(api.putDraft).toHaveBeenCalledTimes(1);
    answer?.();
    await wait();
    expect(api.putDraft).toHaveBeenLastCalledWith(7, expect.objectContaining({ body: 'two' }));
  });

  test('a draft of another device is shown', async () => {
    const { chat, own, state } = await opened();
    own({ body: 'from the phone', replyTo: 20 });
    expect(chat.drafts.read(7)).toBe('from the phone');
    expect(state().replying.get(7)).toBe(20);
    expect(state().replacedDrafts.get(7)).toBe(1);
    own(null);
    expect(chat.drafts.read(7)).toBe('');
    expect(state().replacedDrafts.get(7)).toBe(2);
  });

  test('a draft that is not sent yet is not replaced', async () => {
    const { chat, api, own, wait } = await opened();
    chat.writeDraft(7, 'here');
    own({ body: 'there' });
    expect(chat.drafts.read(7)).toBe('here');
    await wait();
    expect(api.putDraft).toHaveBeenCalledWith(7, expect.objectContaining({ body: 'here' }));
  });

  test('a draft of another tab shows in a tab that has written none', async () => {
    const { storage, own, state } = await opened();
    storage.setItem('parley.draft.1.7', 'of another tab');
    own({ body: 'of another tab' });
    expect(state().replacedDrafts.get(7)).toBe(1);
    storage.removeItem('parley.draft.1.7');
    own(null);
    expect(state().replacedDrafts.get(7)).toBe(2);
  });

  test('a draft that this tab has written is not shown again', async () => {
    const { chat, own, state, wait } = await opened();
    chat.writeDraft(7, 'mine');
    await wait(20_000);
    own({ body: 'mine' });
    expect(state().replacedDrafts.get(7)).toBeUndefined();
  });

  test('a draft of another tab does not replace the one of this tab', async () => {
    const { chat, storage, own, wait } = await opened();
    chat.writeDraft(7, 'of this tab');
    await wait();
    storage.setItem('parley.draft.1.7', 'of another tab');
    own({ body: 'of another tab' });
    expect(chat.drafts.read(7)).toBe('of this tab');
  });

  test('the repetition of an older text of this device changes nothing', async () => {
    const { chat, own, wait } = await opened();
    chat.writeDraft(7, 'one');
    await wait();
    chat.writeDraft(7, 'two');
    await wait();
    own({ body: 'one' });
    own({ body: 'two' });
    expect(chat.drafts.read(7)).toBe('two');
    own({ body: 'one' });
    expect(chat.drafts.read(7)).toBe('one');
  });

  test('a part without a value is loaded', async () => {
    const { chat, api, own } = await opened();
    api.drafts.mockResolvedValue([{ conv: 7, body: 'loaded', replyTo: undefined }]);
    own(undefined);
    await settle();
    expect(chat.drafts.read(7)).toBe('loaded');
  });

  test('a later draft on the server wins over the one that was sent', async () => {
    const { chat, api, wait } = await opened();
    api.putDraft.mockResolvedValueOnce({ version: 1, draft: { conv: 7, body: 'later' } });
    chat.writeDraft(7, 'earlier');
    await wait();
    expect(chat.drafts.read(7)).toBe('later');
  });

  test('after welcome the drafts of the server are shown', async () => {
    const { chat, state } = await opened({ drafts: [{ conv: 8, body: 'stored', replyTo: 3 }] });
    expect(chat.drafts.read(8)).toBe('stored');
    expect(state().replying.get(8)).toBe(3);
  });

  test('after welcome a draft that was removed elsewhere is removed', async () => {
    const { chat, api, network, wait } = await opened();
    chat.writeDraft(7, 'hello');
    await wait();
    api.drafts.mockResolvedValue([]);
    network.latest.closes();
    await wait(60_000);
    network.latest.welcomes();
    await settle();
    expect(chat.drafts.read(7)).toBe('');
  });

  /** Reconnects; the returned function gives the answer to the drafts that the page loads then. */
  async function reopened({ api, network, wait }: Awaited<ReturnType<typeof opened>>) {
    let answer: ((drafts: OwnDraft[]) => void) | undefined;
    network.latest.closes();
    await wait(60_000);
    api.drafts.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    network.latest.welcomes();
    await settle();
    return async (drafts: OwnDraft[]) => {
      answer?.(drafts);
      await settle();
    };
  }

  test('a draft that was stored while all were loading is not replaced', async () => {
    const fixture = await opened();
    const { chat, api, wait } = fixture;
    const answer = await reopened(fixture);
    chat.writeDraft(7, 'half a sentence');
    await wait();
    expect(api.putDraft).toHaveBeenCalledOnce();
    await answer([]);
    expect(chat.drafts.read(7)).toBe('half a sentence');
  });

  test('a draft that was removed while all were loading is not shown again', async () => {
    const fixture = await opened();
    const { chat, api, wait } = fixture;
    chat.writeDraft(7, 'hello');
    await wait();
    const answer = await reopened(fixture);
    chat.writeDraft(7, '');
    await wait();
    expect(api.deleteDraft).toHaveBeenCalledOnce();
    await answer([{ conv: 7, body: 'hello' }]);
    expect(chat.drafts.read(7)).toBe('');
  });

  test('drafts of a node that is behind do not replace what was stored', async () => {
    const fixture = await opened();
    const { chat, api, wait } = fixture;
    api.putDraft.mockResolvedValueOnce({ version: 5 });
    chat.writeDraft(7, 'hello');
    await wait();
    const answer = await reopened(fixture);
    await answer([]);
    expect(chat.drafts.read(7)).toBe('hello');
  });

  test('a late repetition of an older text of this device changes nothing', async () => {
    const { chat, api, network, wait } = await opened();
    for (const [version, text] of ['one', 'two'].entries()) {
      api.putDraft.mockResolvedValueOnce({ version });
      chat.writeDraft(7, text);
      await wait(20_000);
    }
    network.latest.delivers({ t: 'own', what: 'draft', conv: 7, version: 0, value: { body: 'one' } });
    expect(chat.drafts.read(7)).toBe('two');
  });

  test('a draft that was written offline is sent after welcome', async () => {
    const storage = new FakeStorage();
    const offline = chatFixture({ storage });
    offline.chat.writeDraft(7, 'offline');
    const { chat, api, wait } = await opened({ storage, drafts: [{ conv: 7, body: 'older', replyTo: undefined }] });
    await wait(0);
    expect(chat.drafts.read(7)).toBe('offline');
    expect(api.putDraft).toHaveBeenCalledWith(7, expect.objectContaining({ body: 'offline' }));
  });

  test('a draft of a page that knew no drafts on the server is sent', async () => {
    const storage = new FakeStorage();
    storage.setItem('parley.draft.1.7', 'old');
    const { api, wait } = await opened({ storage });
    await wait(0);
    expect(api.putDraft).toHaveBeenCalledWith(7, expect.objectContaining({ body: 'old' }));
  });

  test('a failed call is repeated, and the draft stays', async () => {
    const { chat, api, wait } = await opened();
    api.putDraft.mockRejectedValueOnce(down());
    chat.writeDraft(7, 'hello');
    await wait();
    expect(chat.drafts.read(7)).toBe('hello');
    await wait(3_000);
    expect(api.putDraft).toHaveBeenCalledTimes(2);
  });

  test('a refused draft stays in the browser and is not repeated', async () => {
    const { chat, api, wait } = await opened();
    api.putDraft.mockRejectedValue(new ApiError(409, 'conflict'));
    chat.writeDraft(7, 'hello');
    await wait(600_000);
    expect(api.putDraft).toHaveBeenCalledTimes(1);
    expect(chat.drafts.read(7)).toBe('hello');
  });

  test('a server without drafts is not asked again until the next welcome', async () => {
    const fixture = chatFixture();
    fixture.api.drafts.mockRejectedValue(notSupported());
    fixture.chat.start();
    fixture.network.latest.welcomes();
    await settle();
    fixture.chat.writeDraft(7, 'hello');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(fixture.api.putDraft).not.toHaveBeenCalled();
    expect(fixture.api.drafts).toHaveBeenCalledTimes(1);
    expect(fixture.chat.drafts.read(7)).toBe('hello');
  });

  test('while the drafts cannot be loaded, none is replaced; later they are loaded', async () => {
    const fixture = chatFixture();
    fixture.api.drafts.mockRejectedValueOnce(down());
    fixture.chat.start();
    fixture.network.latest.welcomes();
    await settle();
    fixture.chat.writeDraft(7, 'hello');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(fixture.api.putDraft).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(fixture.api.putDraft).toHaveBeenCalledTimes(1);
  });

  test('signing out keeps the drafts on the server', async () => {
    const { chat, api, storage, wait } = await opened();
    chat.writeDraft(7, 'hello');
    await wait();
    chat.clearStorage();
    await wait(10_000);
    expect(api.deleteDraft).not.toHaveBeenCalled();
    expect(storage.getItem('parley.drafts.1')).toBeNull();
  });
});
