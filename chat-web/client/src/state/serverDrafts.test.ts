import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../connection/http';
import type { OwnDraft } from '../protocol/ownState';
import { chatFixture, down, settle } from '../testing/chatFixture';
import { FakeStorage } from '../testing/fakeStorage';

const notSupported = () => new ApiError(404, 'not_found');

/** The next call is answered when the test says so. */
function answersLater<Answer>(call: { mockImplementationOnce(answer: () => Promise<Answer>): unknown }) {
  let answer: ((value: Answer) => void) | undefined;
  call.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  return (value: Answer) => answer?.(value);
}

async function opened({ drafts = [] as OwnDraft[], storage = new FakeStorage(), tabStorage = new FakeStorage() } = {}) {
  const fixture = chatFixture({ storage, tabStorage });
  fixture.api.drafts.mockResolvedValue(drafts);
  fixture.chat.start();
  fixture.network.latest.welcomes();
  await settle();
  const own = (value: unknown, conv = 7) =>
    fixture.network.latest.delivers({ t: 'own', what: 'draft', conv, version: ++fixture.versions.last, value });
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
    expect(api.putDraft).toHaveBeenLastCalledWith(7, { body: '', updatedAt: expect.any(String) as string });
  });

  test('a draft of a conversation that the user has left is removed', async () => {
    const { chat, api, wait } = await opened({ drafts: [{ conv: 7, body: 'hello' }] });
    api.putDraft.mockRejectedValue(new ApiError(404, 'not_found'));
    chat.writeDraft(7, '');
    await wait(60_000);
    expect(api.deleteDraft).toHaveBeenCalledExactlyOnceWith(7);
  });

  test('a message that is written within a second makes no call', async () => {
    const { chat, api, wait } = await opened();
    chat.writeDraft(7, 'hello');
    chat.writeDraft(7, '');
    await wait(5_000);
    expect(api.putDraft).not.toHaveBeenCalled();
  });

  test('what is written during a call is sent after it', async () => {
    const { chat, api, wait } = await opened();
    const answer = answersLater(api.putDraft);
    chat.writeDraft(7, 'one');
    await wait();
    chat.writeDraft(7, 'two');
    await wait(5_000);
    expect(api.putDraft).toHaveBeenCalledTimes(1);
    answer({ version: 1, draft: { conv: 7, body: 'one' } });
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
    const { chat, own, versions, wait } = await opened();
    chat.writeDraft(7, 'one');
    await wait();
    chat.writeDraft(7, 'two');
    await wait();
    versions.last -= 2;
    own({ body: 'one' });
    own({ body: 'two' });
    expect(chat.drafts.read(7)).toBe('two');
    own({ body: 'one' });
    expect(chat.drafts.read(7)).toBe('one');
  });

  test('a part without a value is loaded', async () => {
    const { chat, api, own, wait } = await opened();
    api.drafts.mockResolvedValue([{ conv: 7, body: 'loaded', replyTo: undefined }]);
    own(undefined);
    await wait();
    expect(chat.drafts.read(7)).toBe('loaded');
  });

  test('a draft is loaded until the database has answered', async () => {
    const { chat, api, own, versions, wait } = await opened();
    api.drafts.mockResolvedValue([{ conv: 7, body: 'of the other tab' }]);
    api.ownState.mockResolvedValueOnce({ version: 0, fresh: false, drafts: [] });
    api.ownState.mockResolvedValueOnce({ version: 0, fresh: false });
    own(undefined);
    await wait(5_000);
    expect(versions.last).toBe(1);
    expect(chat.drafts.read(7)).toBe('of the other tab');
  });

  test('an older discard of this tab does not remove what another tab has written since', async () => {
    const fixture = chatFixture();
    const { chat, api, network, versions } = fixture;
    api.ownState.mockResolvedValueOnce({ version: 0, fresh: false });
    chat.start();
    network.latest.welcomes();
    chat.writeDraft(7, 'Hello');
    const writtenUntil = Date.now();
    chat.writeDraft(7, '');
    await vi.advanceTimersByTimeAsync(700);
    network.latest.delivers({ t: 'own', what: 'draft', conv: 7, version: ++versions.last, value: { body: 'half' } });
    api.putDraft.mockResolvedValueOnce({ version: versions.last, draft: { conv: 7, body: 'half' } });
    api.drafts.mockResolvedValue([{ conv: 7, body: 'half' }]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(api.deleteDraft).not.toHaveBeenCalled();
    const { updatedAt = '' } = api.putDraft.mock.calls[0]?.[1] ?? {};
    expect(Date.parse(updatedAt) - writtenUntil).toBeLessThan(100);
    expect(chat.drafts.read(7)).toBe('half');
  });

  test('a discard keeps its time over a reload', async () => {
    const storage = new FakeStorage();
    const before = await opened({ storage });
    before.chat.writeDraft(7, 'Hello');
    await before.wait();
    const discarded = Date.now();
    before.chat.writeDraft(7, '');
    before.chat.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    const { api, wait } = await opened({ storage, drafts: [{ conv: 7, body: 'Hello' }] });
    await wait(0);
    const { updatedAt = '' } = api.putDraft.mock.calls[0]?.[1] ?? {};
    expect(Date.parse(updatedAt) - discarded).toBeLessThan(1_000);
  });

  test('a draft that another tab has stored later is shown, though it arrives before the answer to the own one', async () => {
    const { chat, api, network, wait } = await opened();
    chat.writeDraft(7, 'of this tab');
    await wait();
    chat.writeDraft(7, '');
    const discarded = answersLater(api.putDraft);
    await wait();
    network.latest.delivers({ t: 'own', what: 'draft', conv: 7, version: 3, value: { body: 'of the other tab' } });
    discarded({ version: 2 });
    await settle();
    expect(chat.drafts.read(7)).toBe('of the other tab');
  });

  test('drafts that came with another part of the own state are shown', async () => {
    const { chat, api, own, network, wait, versions } = await opened();
    own({ body: 'one' });
    api.drafts.mockResolvedValue([{ conv: 7, body: 'two' }]);
    versions.last = 3;
    network.latest.delivers({ t: 'own', what: 'status', version: 2 });
    await wait();
    network.latest.delivers({ t: 'own', what: 'draft', conv: 7, version: 3, value: { body: 'two' } });
    expect(chat.drafts.read(7)).toBe('two');
  });

  test('after a new welcome, an answer to an earlier request is not enough', async () => {
    const { chat, api, network, wait, own, versions } = await opened();
    own(null);
    const answer = answersLater(api.drafts);
    network.latest.closes();
    await wait(60_000);
    network.latest.welcomes();
    await settle();
    network.latest.closes();
    await wait(60_000);
    versions.last++;
    api.drafts.mockResolvedValue([{ conv: 7, body: 'written in between' }]);
    network.latest.welcomes();
    answer([]);
    await settle();
    expect(chat.drafts.read(7)).toBe('written in between');
  });

  test('what is written while a draft is refused is sent', async () => {
    const { chat, api, wait } = await opened();
    let refuse: ((error: ApiError) => void) | undefined;
    api.putDraft.mockImplementationOnce(() => new Promise((_resolve, reject) => (refuse = reject)));
    chat.writeDraft(7, 'too long');
    await wait();
    chat.writeDraft(7, 'short');
    await wait(5_000);
    refuse?.(new ApiError(413, 'too_large'));
    await wait(5_000);
    expect(api.putDraft).toHaveBeenLastCalledWith(7, expect.objectContaining({ body: 'short' }));
  });

  test('a draft that was written knowing the one that is kept instead replaces it: the clock is behind', async () => {
    const { chat, api, own, versions, wait } = await opened();
    own(null);
    chat.writeDraft(7, 'new');
    api.putDraft.mockResolvedValueOnce({ version: versions.last });
    await wait();
    expect(api.putDraft).toHaveBeenLastCalledWith(7, { body: 'new' });
    expect(chat.drafts.read(7)).toBe('new');
  });

  test('a draft that was discarded elsewhere after it was written is removed', async () => {
    const { chat, api, wait } = await opened();
    chat.writeDraft(7, 'sent by the phone');
    api.putDraft.mockResolvedValueOnce({ version: 5 });
    await wait();
    expect(api.putDraft).toHaveBeenCalledOnce();
    expect(chat.drafts.read(7)).toBe('');
  });

  test('another tab does not make a draft of this tab count as sent', async () => {
    const storage = new FakeStorage();
    const tabStorage = new FakeStorage();
    const one = await opened({ storage, tabStorage, drafts: [{ conv: 7, body: 'abc' }] });
    const two = await opened({ storage, drafts: [{ conv: 7, body: 'abc' }] });
    one.chat.writeDraft(7, 'abcdef');
    two.chat.writeDraft(8, 'something else');
    one.chat.stop();
    two.chat.stop();
    const reloaded = await opened({ storage, tabStorage, drafts: [{ conv: 7, body: 'abc' }] });
    expect(reloaded.chat.drafts.read(7)).toBe('abcdef');
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
    expect(api.putDraft).toHaveBeenLastCalledWith(7, expect.objectContaining({ body: '' }));
    await answer([{ conv: 7, body: 'hello' }]);
    expect(chat.drafts.read(7)).toBe('');
  });

  test('drafts of a node that is behind do not replace what was stored', async () => {
    const fixture = await opened();
    const { chat, api, wait } = fixture;
    api.putDraft.mockResolvedValueOnce({ version: 5, draft: { conv: 7, body: 'hello' } });
    chat.writeDraft(7, 'hello');
    await wait();
    const answer = await reopened(fixture);
    await answer([]);
    expect(chat.drafts.read(7)).toBe('hello');
  });

  test('a late repetition of an older text of this device changes nothing', async () => {
    const { chat, api, network, wait } = await opened();
    for (const [version, text] of ['one', 'two'].entries()) {
      api.putDraft.mockResolvedValueOnce({ version, draft: { conv: 7, body: text } });
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
    expect(api.putDraft).toHaveBeenCalledOnce();
    expect(storage.getItem('parley.drafts.1')).toBeNull();
  });
});
