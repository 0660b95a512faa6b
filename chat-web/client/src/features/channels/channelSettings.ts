import type { ChannelSettings } from '../../state/channels';
import type { Summary } from '../../state/summary';
import * as rules from '../../text/rules';

/** The settings that the forms edit, all with a value. */
export type Draft = Required<Pick<ChannelSettings, 'title' | 'topic' | 'visibility' | 'posting' | 'history'>>;

export const newChannel = draftOf({});

export function draftOf({ title, topic, visibility, posting, history }: Partial<Summary>): Draft {
  return {
    title: title ?? '',
    topic: topic ?? '',
    visibility: visibility ?? 'private',
    posting: posting ?? 'all',
    history: history ?? 'all',
  };
}

/** The draft as it is stored, without fields that are not valid. */
export function valid(draft: Draft): { [K in keyof Draft]: Draft[K] | undefined } {
  return { ...draft, title: rules.title(draft.title), topic: rules.topic(draft.topic) };
}

/** What differs between two valid drafts. */
export function changesOf(before: Draft, after: Draft): ChannelSettings {
  const keys = (Object.keys(after) as (keyof Draft)[]).filter((key) => after[key] !== before[key]);
  return Object.fromEntries(keys.map((key) => [key, after[key]]));
}
