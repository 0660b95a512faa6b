import rows from 'virtual:emoji-data';
import { qualifiedEmoji } from '../text/rules';
import { folded, matchRank } from '../text/search';

/** Loaded on demand: all emoji, with their English names. */

export interface Emoji {
  /** Without a skin tone. */
  emoji: string;
  label: string;
  group: number;
  /** Names between colons, without them; the first is the usual one. */
  shortcodes: readonly string[];
  tags: readonly string[];
  /** The five skin tones from light to dark; empty if it has none. */
  tones: readonly string[];
}

const words = (text: string | undefined) => (text ? text.split(' ') : []);

const COMPONENTS = 2;

/** In the order of Unicode, without the components of other emoji. */
const all: readonly Emoji[] = rows
  .filter(([, , group]) => group !== COMPONENTS)
  .map(([emoji, label, group, shortcodes, tags, tones]) => ({
    emoji: qualifiedEmoji(emoji),
    label,
    group,
    shortcodes: words(shortcodes),
    tags: words(tags),
    tones: words(tones).map(qualifiedEmoji),
  }));

/** The groups of Unicode that contain emoji. */
export const groups: readonly number[] = [...new Set(all.map((each) => each.group))];

const byShortcode = new Map(all.flatMap((each) => each.shortcodes.map((code) => [code, each] as const)));
const byEmoji = new Map(all.flatMap((each) => [each.emoji, ...each.tones].map((emoji) => [emoji, each] as const)));

export const inGroup = (group: number) => all.filter((each) => each.group === group);

export const withShortcode = (code: string): Emoji | undefined => byShortcode.get(code);

/** Also finds an emoji with a skin tone. */
export const find = (emoji: string): Emoji | undefined => byEmoji.get(emoji);

/** The emoji whose shortcodes, label or tags contain each word of the query; the best match first. */
export function search(query: string, limit: number): Emoji[] {
  const parts = folded(query)
    .split(/[\s_]+/)
    .filter(Boolean);
  if (!parts.length) return [];
  return all
    .flatMap((each, order) => {
      const ranks = parts.map((part) => rank(each, part));
      return ranks.includes(undefined)
        ? []
        : [{ each, order, rank: ranks.reduce<number>((sum, one) => sum + (one ?? 0), 0) }];
    })
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, limit)
    .map(({ each }) => each);
}

const TAGS_AFTER_NAMES = 1.5;

function rank({ shortcodes, label, tags }: Emoji, part: string): number | undefined {
  const name = matchRank([...shortcodes, label], part);
  const tag = matchRank(tags, part);
  if (name === undefined) return tag === undefined ? undefined : tag + TAGS_AFTER_NAMES;
  return tag === undefined ? name : Math.min(name, tag + TAGS_AFTER_NAMES);
}

/** @param tone 0 for none, 1 (light) to 5 (dark) */
export const toned = ({ emoji, tones }: Emoji, tone: number): string => tones[tone - 1] ?? emoji;
