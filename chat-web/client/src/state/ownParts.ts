import type {
  AlertSettings,
  ConversationAlerts,
  DoNotDisturb,
  OwnStateAnswer,
  Preferences,
  SidebarSettings,
  Status,
  WorkingHours,
} from '../protocol/ownState';
import type { ConversationId, User } from '../protocol/resources';

/** What only this user sees, as far as the page shows it. */
export interface OwnParts {
  settings: AlertSettings;
  /** Only the conversations with settings of their own. */
  conversations: ReadonlyMap<ConversationId, ConversationAlerts>;
  sidebar: SidebarSettings;
  status?: Status;
  dnd?: DoNotDisturb;
  hours?: WorkingHours;
  preferences: Preferences;
  blocks: readonly User[];
}

/** In effect until the server has answered, and with a server that does not keep it. */
export const defaultParts: OwnParts = {
  settings: {
    direct: true,
    mentions: true,
    channel: true,
    sound: true,
    desktop: true,
    everything: false,
    keywords: [],
  },
  conversations: new Map(),
  sidebar: { favourites: [], folders: [] },
  preferences: { theme: 'system', density: 'compact', enterSends: true, hideLastSeen: false },
  blocks: [],
};

/** The parts of the answer. What an answer that is not fresh does not contain is not known, and left out. */
export function partsOf(answer: OwnStateAnswer): Partial<OwnParts> {
  const { fresh, settings, conversations, sidebar, status, dnd, hours, preferences, blocks } = answer;
  const parts = {
    settings,
    conversations: conversations && new Map(conversations.map(({ conv, ...alerts }) => [conv, alerts])),
    sidebar,
    preferences,
    blocks,
  };
  const known = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
  if (fresh !== false) return { ...known, status, dnd, hours };
  return { ...known, ...(status && { status }), ...(dnd && { dnd }), ...(hours && { hours }) };
}

/** Without what has ended by now. The same object if nothing has. */
export function withoutEnded(parts: OwnParts, now: number): OwnParts {
  const ended = (until: string | undefined) => until !== undefined && Date.parse(until) <= now;
  const unmuted = [...parts.conversations].filter(([, { mutedUntil }]) => ended(mutedUntil));
  if (!unmuted.length && !ended(parts.status?.until) && !ended(parts.dnd?.until)) return parts;
  const conversations = new Map(parts.conversations);
  for (const [conv, { level }] of unmuted) {
    if (level) conversations.set(conv, { level });
    else conversations.delete(conv);
  }
  return {
    ...parts,
    conversations,
    status: ended(parts.status?.until) ? undefined : parts.status,
    dnd: ended(parts.dnd?.until) ? undefined : parts.dnd,
  };
}

/** When the next part ends; undefined if none does. */
export function nextEnd({ conversations, status, dnd }: OwnParts): number | undefined {
  const ends = [...[...conversations.values()].map(({ mutedUntil }) => mutedUntil), status?.until, dnd?.until]
    .filter((until) => until !== undefined)
    .map((until) => Date.parse(until))
    .filter(Number.isFinite);
  return ends.length ? Math.min(...ends) : undefined;
}

export const isMuted = ({ conversations }: OwnParts, conv: ConversationId) =>
  conversations.get(conv)?.mutedUntil !== undefined;
