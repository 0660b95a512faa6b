import * as v from 'valibot';
import { user } from './resources';
import { defaulting, integer, lenient, listOf, read } from './schema';

/* What only the user sees, kept by the server and the same on all devices. */

export const alertLevels = ['all', 'mentions', 'nothing'] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** What alerts the user in one conversation, where it differs from the settings for all. */
export const conversationAlerts = v.object({
  level: lenient(v.picklist(alertLevels)),
  mutedUntil: lenient(v.string()),
});
export type ConversationAlerts = v.InferOutput<typeof conversationAlerts>;

/** What alerts the user in general. */
export const alertSettings = v.object({
  direct: defaulting(v.boolean(), true),
  mentions: defaulting(v.boolean(), true),
  channel: defaulting(v.boolean(), true),
  sound: defaulting(v.boolean(), true),
  desktop: defaulting(v.boolean(), true),
  everything: defaulting(v.boolean(), false),
  keywords: defaulting(listOf(v.string()), []),
});
export type AlertSettings = v.InferOutput<typeof alertSettings>;

/** A section of the list that the user has made. */
const folder = v.looseObject({
  id: v.string(),
  name: v.string(),
  conversations: defaulting(listOf(integer), []),
  collapsed: defaulting(v.boolean(), false),
});
export type Folder = v.InferOutput<typeof folder>;

export const sidebar = v.looseObject({
  favourites: defaulting(listOf(integer), []),
  folders: defaulting(listOf(folder), []),
});
export type SidebarSettings = v.InferOutput<typeof sidebar>;

export const status = v.object({ text: lenient(v.string()), emoji: lenient(v.string()), until: lenient(v.string()) });
export type Status = v.InferOutput<typeof status>;

export const doNotDisturb = v.object({ until: v.string() });
export type DoNotDisturb = v.InferOutput<typeof doNotDisturb>;

/** The days are 1 (Monday) to 7, the times HH:mm. */
export const workingHours = v.object({ zone: v.string(), days: listOf(integer), from: v.string(), to: v.string() });
export type WorkingHours = v.InferOutput<typeof workingHours>;

/** What this page does not know is kept when it changes the rest. */
export const preferences = v.looseObject({
  theme: defaulting(v.string(), 'system'),
  density: defaulting(v.string(), 'compact'),
  enterSends: defaulting(v.boolean(), true),
  hideLastSeen: defaulting(v.boolean(), false),
  /** The language of dates and times; absent: that of the browser. */
  language: lenient(v.string()),
  /** The time zone that others see; absent: they see none. */
  zone: lenient(v.string()),
});
export type Preferences = v.InferOutput<typeof preferences>;

/** A draft on the server. */
export const ownDraft = v.object({ conv: integer, body: v.string(), replyTo: lenient(integer) });
export type OwnDraft = v.InferOutput<typeof ownDraft>;

/** The parts that are replaced as a whole. */
export const ownParts = {
  settings: alertSettings,
  sidebar,
  status,
  dnd: doNotDisturb,
  hours: workingHours,
  preferences,
};
export type OwnPartName = keyof typeof ownParts;
export type OwnPart<Name extends OwnPartName> = v.InferOutput<(typeof ownParts)[Name]>;

/** All of it. While the database is down (`fresh: false`), a part that the server does not know is absent. */
export const ownState = v.object({
  version: defaulting(integer, 0),
  fresh: lenient(v.boolean()),
  profile: lenient(user),
  drafts: lenient(listOf(ownDraft)),
  settings: lenient(alertSettings),
  conversations: lenient(listOf(v.object({ conv: integer, ...conversationAlerts.entries }))),
  sidebar: lenient(sidebar),
  status: lenient(status),
  dnd: lenient(doNotDisturb),
  hours: lenient(workingHours),
  preferences: lenient(preferences),
  blocks: lenient(listOf(user)),
});
export type OwnStateAnswer = v.InferOutput<typeof ownState>;

/** What each part of a frame `own` contains. */
const ownValues: Record<string, v.GenericSchema> = {
  ...ownParts,
  profile: user,
  blocks: listOf(user),
  conversation: conversationAlerts,
  draft: v.omit(ownDraft, ['conv']),
};

export const isKnownPart = (what: string) => what in ownValues;

/** The value of a frame `own`; undefined if it is absent or unreadable, and the part has to be loaded. */
export function readOwnValue(what: string, value: unknown): unknown {
  const schema = ownValues[what];
  return schema && (value === null ? null : read(schema, value));
}

/** What is stored after a change of a draft. */
export const draftAnswer = v.object({ version: defaulting(integer, 0), draft: lenient(ownDraft) });
export type DraftAnswer = v.InferOutput<typeof draftAnswer>;

export const versionAnswer = v.object({ version: defaulting(integer, 0) });
