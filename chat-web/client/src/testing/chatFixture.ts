import { vi } from 'vitest';
import type { Locks } from '../outbox/outboxAdoption';
import type { Api, PageStart } from '../connection/api';
import { ApiError } from '../connection/http';
import type { DraftAnswer, OwnDraft, OwnStateAnswer } from '../protocol/ownState';
import type { Channel, Conversation, Cursor, Member, Message, Page, Report, Totals, User } from '../protocol/resources';
import { Chat } from '../state/chat';
import { FakeNetwork } from './fakeSocket';
import { FakeStorage } from './fakeStorage';

export const me = { id: 1, username: 'ada', displayName: 'Ada' };
export const kim = { id: 2, username: 'kim', displayName: 'Kim' };

export function aMessage(pos: number, more: Partial<Message> = {}): Message {
  return { conv: 7, pos, from: 2, cid: `c${pos}`, ts: '2026-01-01T10:00:00Z', body: `message ${pos}`, ...more };
}

export function aConversation(more: Partial<Conversation> = {}): Conversation {
  const members = [
    { user: 1, role: 'member', read: 0, username: 'ada', displayName: 'Ada' },
    { user: 2, role: 'member', read: 0, username: 'kim', displayName: 'Kim' },
  ];
  return { id: 7, kind: 'direct', memberCount: 2, members, unread: 0, ...more };
}

/** Locks that are granted immediately. */
const locks = {
  request: (_name: string, ...rest: unknown[]) => Promise.resolve((rest.at(-1) as () => unknown)()),
} as unknown as Locks;

interface FixtureOptions {
  storage?: FakeStorage;
  tabStorage?: FakeStorage;
  onLine?: boolean;
  /** The conversation of the URL. */
  opening?: number;
}

/** A chat whose environment the test controls. */
export function chatFixture(options: FixtureOptions = {}) {
  const { storage = new FakeStorage(), tabStorage = new FakeStorage(), onLine = true, opening } = options;
  const network = new FakeNetwork();
  const messages = vi.fn<(conv: number, start: PageStart, limit: number) => Promise<Page<Message>>>();
  messages.mockResolvedValue({ items: [] });
  const conversations = vi.fn<() => Promise<Page<Conversation>>>().mockResolvedValue({ items: [aConversation()] });
  const conversation = vi.fn<(id: number) => Promise<Conversation>>().mockResolvedValue(aConversation());
  const whoAmI = vi.fn<() => Promise<typeof me>>().mockResolvedValue(me);
  const direct = vi.fn<() => Promise<Conversation>>().mockResolvedValue(aConversation());
  const people = vi.fn().mockResolvedValue({ items: [kim] });
  const named = vi.fn<(ids: readonly number[]) => Promise<User[]>>().mockResolvedValue([]);
  const members = vi
    .fn<(conv: number, limit: number, after?: Cursor) => Promise<Page<Member>>>()
    .mockResolvedValue({ items: [] });
  const unreadTotals = vi.fn<() => Promise<Totals>>().mockRejectedValue(new ApiError(404, 'not_found'));
  const putMember = vi.fn().mockResolvedValue(undefined);
  const removeMember = vi.fn().mockResolvedValue(undefined);
  const report = vi.fn().mockResolvedValue(undefined);
  const reports = vi.fn<() => Promise<Page<Report>>>().mockResolvedValue({ items: [] });
  const resolveReport = vi.fn<() => Promise<Report>>();
  const readers = vi.fn<(conv: number, pos: number) => Promise<Member[]>>().mockResolvedValue([]);
  const join = vi.fn().mockResolvedValue(undefined);
  const changeChannel = vi.fn().mockResolvedValue(aConversation({ kind: 'group', title: 'Changed' }));
  const createChannel = vi.fn().mockResolvedValue(aConversation({ id: 9, kind: 'group', title: 'New' }));
  /** Each change of the own state has a version of its own, as on the server. */
  const versions = { last: 0 };
  const ownDrafts = {
    drafts: vi.fn<() => Promise<OwnDraft[]>>().mockResolvedValue([]),
    putDraft: vi
      .fn<(conv: number, draft: { body: string; replyTo?: number; updatedAt?: string }) => Promise<DraftAnswer>>()
      .mockImplementation((conv, { body, replyTo }) =>
        Promise.resolve({ version: ++versions.last, draft: body ? { conv, body, replyTo } : undefined }),
      ),
    deleteDraft: vi.fn().mockResolvedValue(undefined),
  };
  const own = {
    ownState: vi.fn<() => Promise<OwnStateAnswer>>().mockImplementation(async () => {
      const version = versions.last;
      return { version, drafts: await ownDrafts.drafts() };
    }),
    putOwn: vi.fn<() => Promise<number>>().mockResolvedValue(1),
    rename: vi
      .fn<(name: string) => Promise<User>>()
      .mockImplementation((displayName) => Promise.resolve({ ...me, displayName })),
    changePassword: vi.fn().mockResolvedValue(undefined),
    channels: vi
      .fn<(q: string, after: Cursor | undefined, limit: number) => Promise<Page<Channel>>>()
      .mockResolvedValue({ items: [] }),
    mentions: vi.fn<() => Promise<Page<Message>>>().mockResolvedValue({ items: [] }),
    block: vi.fn().mockResolvedValue(undefined),
    unblock: vi.fn().mockResolvedValue(undefined),
    putConversationAlerts: vi.fn<() => Promise<number>>().mockResolvedValue(1),
  };
  const api = {
    ...own,
    ...{ messages, conversations, conversation, whoAmI, direct, people, named, members },
    ...{ unreadTotals, putMember, removeMember, createChannel, changeChannel, readers, join },
    ...{ report, reports, resolveReport },
    ...ownDrafts,
  } as unknown as Api;
  const onEnded = vi.fn();
  const environment = {
    api,
    openSocket: network.open,
    storage,
    watch: () => () => undefined,
    tabStorage,
    locks,
    onLine: () => onLine,
    client: 'tab1',
    opening: () => opening,
    random: () => 0.5,
  };
  const chat = new Chat(me, environment, onEnded);
  return {
    chat,
    network,
    storage,
    tabStorage,
    onEnded,
    versions,
    api: {
      ...own,
      ...{ messages, conversations, conversation, whoAmI, people, named, direct, members },
      ...{ unreadTotals, putMember, removeMember, createChannel, changeChannel, readers, join },
      ...{ report, reports, resolveReport },
      ...ownDrafts,
    },
    state: () => chat.store.getState(),
    positions: (conv = 7) => chat.history.timeline(conv).items.map((item) => item.pos),
    summary: (conv = 7) => chat.store.getState().summaries.get(conv),
  };
}

export const down = () => new ApiError(503, 'unavailable', [], 2_000);

/** Runs the callbacks of promises that are already settled. */
export async function settle() {
  await vi.advanceTimersByTimeAsync(0);
}
