import { folded, matchRank } from '../text/search';
import { composeTexts } from '../i18n/enCompose';
import type { ChannelName, Mentionable } from './source';
import type { Trigger } from './trigger';

/** Something that completes the word that is being typed. */
export interface Suggestion {
  /** Unique within a list of suggestions. */
  key: string;
  /** Replaces the word. */
  text: string;
  label: string;
  detail?: string;
  /** Shown before the label: an emoji, or the character that begins the word. */
  icon: string;
}

export const MAX_SUGGESTIONS = 8;

const all: readonly Suggestion[] = [
  { key: 'channel', text: '@channel', label: 'channel', detail: composeTexts.channel, icon: '@' },
  { key: 'here', text: '@here', label: 'here', detail: composeTexts.here, icon: '@' },
];

/** The people that match, members first. A person matches by username or by any part of the name. */
export function mentionSuggestions(people: readonly Mentionable[], query: string, everyone: boolean) {
  const wanted = folded(query);
  const matching = people
    .flatMap((person) => {
      const rank = matchRank([person.username, person.displayName], wanted);
      return rank === undefined ? [] : [{ person, rank }];
    })
    .sort(
      (a, b) =>
        Number(b.person.member) - Number(a.person.member) ||
        a.rank - b.rank ||
        a.person.displayName.localeCompare(b.person.displayName),
    )
    .map(({ person }) => ({
      key: `@${person.id}`,
      text: `@${person.username}`,
      label: person.displayName,
      detail: `@${person.username}`,
      icon: '@',
    }));
  const members = everyone ? all.filter(({ label }) => label.startsWith(wanted)) : [];
  return [...matching.slice(0, MAX_SUGGESTIONS - members.length), ...members];
}

/** The channels that match. A channel is inserted as a link, so that it is found after it is renamed. */
export function channelSuggestions(channels: readonly ChannelName[], query: string): Suggestion[] {
  const wanted = folded(query);
  return channels
    .flatMap((channel) => {
      const rank = matchRank([channel.title], wanted);
      return rank === undefined ? [] : [{ channel, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.channel.title.localeCompare(b.channel.title))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ channel: { id, title } }) => ({
      key: `#${id}`,
      text: `[#${title.replace(/[[\]\\]/g, '\\$&')}](#/c/${id})`,
      label: title,
      icon: '#',
    }));
}

/** The text with the word replaced by the suggestion, and a space after it. */
export function completed(trigger: Trigger, suggestion: Suggestion, text: string, caret: number) {
  const space = /^\s/.test(text.slice(caret)) ? '' : ' ';
  return { from: trigger.from, to: caret, text: suggestion.text + space };
}
