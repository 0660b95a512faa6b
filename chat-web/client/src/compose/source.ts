import type { TriggerKind } from './trigger';

/** Someone who can be mentioned. */
export interface Mentionable {
  id: number;
  username: string;
  displayName: string;
  /** A member of the conversation. */
  member: boolean;
}

export interface ChannelName {
  id: number;
  title: string;
}

/** What can complete a word. */
export interface CompletionSource {
  people: () => readonly Mentionable[];
  /** Whether all members can be mentioned at once. */
  everyone: boolean;
  channels: () => readonly ChannelName[];
  /** Called when the word changes, to load what is not known yet. */
  search?: (kind: TriggerKind, query: string) => void;
}
