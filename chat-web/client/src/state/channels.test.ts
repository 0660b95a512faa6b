import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../connection/http';
import type { Conversation } from '../protocol/resources';
import { aMessage, chatFixture, settle } from '../testing/chatFixture';
import { aChannel, aMember } from '../testing/groupFixture';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function started(channel = aChannel('owner')) {
  const fixture = chatFixture();
  fixture.api.conversations.mockResolvedValue({ items: [channel] });
  fixture.api.conversation.mockResolvedValue(channel);
  fixture.chat.start();
  fixture.network.latest.welcomes();
  await settle();
  return { ...fixture, channels: fixture.chat.channels };
}

const forbidden = new ApiError(403, 'forbidden');

describe('adding people', () => {
  test('returns those who could not be added, and adds the others', async () => {
    const { channels, api } = await started();
    api.putMember.mockImplementation((_conv: number, user: number) =>
      user === 5 ? Promise.reject(forbidden) : Promise.resolve(aChannel('owner', { memberCount: user })),
    );
    expect(await channels.addAll(7, [4, 5, 6])).toEqual([{ user: 5, error: forbidden }]);
    expect(api.putMember.mock.calls.map(([, user]) => user as number)).toEqual([4, 5, 6]);
  });

  test('shows the answer of the server', async () => {
    const { channels, api, summary } = await started();
    api.putMember.mockResolvedValue(aChannel('owner', { memberCount: 3 }));
    await channels.add(7, 4);
    expect(summary()?.memberCount).toBe(3);
    expect(api.conversation).not.toHaveBeenCalled();
  });

  test('loads the channel if the server does not answer with it', async () => {
    const { channels, api } = await started();
    await channels.add(7, 4);
    expect(api.conversation).toHaveBeenCalledWith(7);
  });
});

describe('leaving', () => {
  test('removes the channel and says that this user left it', async () => {
    const { channels, chat, api, state, summary } = await started();
    chat.open(7);
    await channels.leave(7, 1);
    expect(api.removeMember).toHaveBeenCalledWith(7, 1);
    expect(summary()).toBeUndefined();
    expect(state().gone).toEqual({ conv: 7, title: 'Engine room', left: true });
  });

  test('is not undone by an answer with the channel that was on its way', async () => {
    const { channels, api, network, summary } = await started();
    let answer: ((channel: Conversation) => void) | undefined;
    api.conversation.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    network.latest.delivers({ t: 'msg', ...aMessage(30, { kind: 'member', user: 2, role: 'owner' }) });
    await channels.leave(7, 1);
    answer?.(aChannel('owner'));
    await settle();
    expect(api.conversation).toHaveBeenCalledOnce();
    expect(summary()).toBeUndefined();
  });

  test('is not undone by a list that was on its way', async () => {
    const { channels, api, chat, summary } = await started();
    let answer: ((list: { items: Conversation[] }) => void) | undefined;
    api.conversations.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const refreshed = chat.list.refresh();
    await channels.leave(7, 1);
    answer?.({ items: [aChannel('owner')] });
    await refreshed;
    expect(summary()).toBeUndefined();
  });

  test('says so also if the frame was faster than the answer', async () => {
    const { channels, chat, api, network, state } = await started();
    chat.open(7);
    api.removeMember.mockImplementation(() => {
      network.latest.delivers({ t: 'msg', ...aMessage(9, { kind: 'member', user: 1, by: 1, gone: true }) });
      expect(state().gone?.left).toBeUndefined();
      chat.open(undefined);
      return Promise.resolve();
    });
    await channels.leave(7, 1);
    expect(state().gone).toEqual({ conv: 7, title: 'Engine room', left: true });
  });

  test('the last owner makes another member one first', async () => {
    const { channels, api } = await started();
    await channels.leave(7, 1, 2);
    expect(api.putMember).toHaveBeenCalledWith(7, 2, 'owner');
    expect(api.putMember.mock.invocationCallOrder[0]).toBeLessThan(api.removeMember.mock.invocationCallOrder[0] ?? 0);
  });

  test('a public channel that was left does not come back', async () => {
    const { channels, chat, api, summary } = await started(aChannel('member', { visibility: 'public' }));
    await channels.leave(7, 1);
    api.conversation.mockResolvedValue(aChannel(undefined, { visibility: 'public' }));
    await chat.list.fetch(7);
    expect(summary()).toBeUndefined();
    chat.open(7);
    await chat.list.fetch(7);
    expect(summary()?.role).toBeUndefined();
    expect(summary()?.title).toBe('Engine room');
  });
});

test('handing ownership on makes the other an owner before this user gives it up', async () => {
  const { channels, api } = await started();
  await channels.handOver(7, 2, 1);
  expect(api.putMember.mock.calls).toEqual([
    [7, 2, 'owner'],
    [7, 1, 'moderator'],
  ]);
});

test('all members are loaded page by page', async () => {
  const { channels, api } = await started();
  api.members
    .mockResolvedValueOnce({ items: [aMember(1)], next: 1 })
    .mockResolvedValueOnce({ items: [aMember(2)], next: 2 })
    .mockResolvedValueOnce({ items: [aMember(3)] });
  expect((await channels.allMembers(7)).map(({ user }) => user)).toEqual([1, 2, 3]);
  expect(api.members.mock.calls.map((call) => call[2] as number | undefined)).toEqual([undefined, 1, 2]);
});

test('a change of the settings is shown before the channel is loaded again', async () => {
  const { api, network, summary } = await started(aChannel('member'));
  api.conversation.mockReturnValue(new Promise(() => undefined));
  const changed = { kind: 'changed' as const, by: 2, title: 'Boiler room', archived: true, body: undefined };
  network.latest.delivers({ t: 'msg', ...aMessage(3, changed) });
  expect(summary()).toMatchObject({ title: 'Boiler room', archived: true, posting: 'all' });
});
