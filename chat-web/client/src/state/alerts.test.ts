import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Locks } from '../outbox/outboxAdoption';
import { aConversation, aMessage, chatFixture, settle } from '../testing/chatFixture';
import type { Alert } from './alerts';
import { Alerts } from './alerts';
import { defaultParts } from './ownParts';

/** Grants a lock to one holder at a time. */
function oneLock(): Locks {
  let queue = Promise.resolve();
  const request = (_name: string, { signal }: LockOptions, held: () => Promise<void>) => {
    const granted = queue.then(() => (signal?.aborted ? undefined : held()));
    queue = granted.catch(() => undefined);
    return granted;
  };
  return { request } as unknown as Locks;
}

async function tab(locks: Locks | undefined = oneLock(), { conversation = {} } = {}) {
  const fixture = chatFixture();
  fixture.api.conversations.mockResolvedValue({ items: [aConversation({ last: aMessage(20), ...conversation })] });
  const shown: Alert[] = [];
  const closed: number[] = [];
  const sound = vi.fn();
  const show = (alert: Alert) => {
    shown.push(alert);
    return () => void closed.push(alert.message.pos);
  };
  const alerts = new Alerts(fixture.chat.store, { show, sound }, locks);
  fixture.chat.onMessage((message) => alerts.arrived(message));
  fixture.chat.start();
  fixture.network.latest.welcomes();
  await settle();
  const deliver = (pos: number, more = {}) =>
    fixture.network.latest.delivers({ t: 'msg', ...aMessage(pos, more), prev: pos - 1 });
  const later = () => vi.advanceTimersByTimeAsync(1_000);
  const positions = () => shown.map(({ message, count }) => (count > 1 ? `${count} to ${message.pos}` : message.pos));
  return { ...fixture, alerts, deliver, later, shown, positions, closed, sound };
}

describe('alerts', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('a message that nobody has read is alerted, with a sound', async () => {
    const { deliver, later, positions, sound, alerts } = await tab();
    deliver(21);
    expect(positions()).toEqual([]);
    await later();
    expect(positions()).toEqual([21]);
    expect(sound).toHaveBeenCalledOnce();
    alerts.stop();
  });

  test('the name of an unknown author is loaded before the alert is shown', async () => {
    const { api, chat, deliver, later, shown } = await tab();
    api.named.mockResolvedValue([{ id: 9, username: 'grace', displayName: 'Grace' }]);
    deliver(21, { from: 9 });
    await vi.advanceTimersByTimeAsync(100);
    expect(chat.store.getState().people.get(9)?.displayName).toBe('Grace');
    expect(shown).toEqual([]);
    await later();
    expect(shown).toHaveLength(1);
  });

  test('a message that arrives before the tab has the lock is alerted by whichever tab has it in the end', async () => {
    const locks = oneLock();
    const waits = new AbortController();
    let release = () => {};
    void locks.request('held', { signal: waits.signal }, () => new Promise<void>((done) => (release = done)));
    const { deliver, later, positions } = await tab(locks);
    deliver(21);
    release();
    await later();
    expect(positions()).toEqual([21]);
  });

  test('a message that is on screen here or on another device is not alerted', async () => {
    const { chat, network, deliver, later, positions, sound } = await tab();
    deliver(21);
    chat.read(7, 21);
    deliver(22);
    network.latest.delivers({ t: 'receipt', conv: 7, user: 1, read: 22 });
    await later();
    expect(positions()).toEqual([]);
    expect(sound).not.toHaveBeenCalled();
  });

  test('a message that arrives while notifications are paused is not alerted after they are resumed', async () => {
    const { chat, deliver, later, positions } = await tab();
    const { own } = chat.store.getState();
    chat.store.setState({ own: { ...own, dnd: { until: '2027-01-01T00:00:00Z' } } });
    deliver(21);
    chat.store.setState({ own });
    deliver(22);
    await later();
    expect(positions()).toEqual([22]);
  });

  test('reading on another device removes the alerts up to that position', async () => {
    const { network, deliver, later, positions, closed } = await tab();
    deliver(21);
    deliver(22);
    await later();
    expect(positions()).toEqual([21, 22]);
    network.latest.delivers({ t: 'receipt', conv: 7, user: 1, read: 21 });
    expect(closed).toEqual([21]);
    network.latest.delivers({ t: 'receipt', conv: 7, user: 1, read: 22 });
    expect(closed).toEqual([21, 22]);
  });

  test('only one tab alerts, and another one follows when it is closed', async () => {
    const locks = oneLock();
    const [one, two] = [await tab(locks), await tab(locks)];
    for (const each of [one, two]) each.deliver(21);
    await one.later();
    expect([one.positions(), two.positions()]).toEqual([[21], []]);
    one.alerts.stop();
    expect(one.closed).toEqual([21]);
    await settle();
    two.deliver(22);
    await two.later();
    expect(two.positions()).toEqual([22]);
  });

  test('many messages at once are one alert', async () => {
    const { deliver, later, positions } = await tab();
    for (let pos = 21; pos <= 26; pos++) deliver(pos);
    await later();
    expect(positions()).toEqual(['6 to 26']);
  });

  test('a message in a channel is alerted only if it concerns the user, and own ones never', async () => {
    const { deliver, later, positions } = await tab(undefined, { conversation: { kind: 'group' } });
    deliver(21);
    deliver(22, { mentions: { users: [1] } });
    await later();
    expect(positions()).toEqual([22]);
    deliver(23, { from: 1, cid: 'mine', mentions: { users: [1] } });
    await later();
    expect(positions()).toEqual([22]);
  });

  test('desktop and sound are switched separately', async () => {
    const { chat, deliver, later, positions, sound } = await tab();
    const set = (settings: object) =>
      chat.store.setState({ own: { ...defaultParts, settings: { ...defaultParts.settings, ...settings } } });
    set({ desktop: false });
    deliver(21);
    await later();
    expect([positions(), sound.mock.calls.length]).toEqual([[], 1]);
    set({ sound: false });
    deliver(22);
    await later();
    expect([positions(), sound.mock.calls.length]).toEqual([[22], 1]);
  });
});
