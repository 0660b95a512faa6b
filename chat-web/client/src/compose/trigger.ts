import { codeRanges, mentionBeingTyped } from '../text/mentions';
import { isInFence } from './fence';

export type TriggerKind = 'mention' | 'channel' | 'emoji';

/** A word that is being typed and can be completed. */
export interface Trigger {
  kind: TriggerKind;
  /** The index of its first character: `@`, `#` or `:`. */
  from: number;
  /** The text between that character and the caret. */
  query: string;
}

/** A shorter query would match too much, and `:` is common in text. */
const SHORTEST_EMOJI = 2;

const kinds: Record<string, TriggerKind> = { '@': 'mention', '#': 'channel', ':': 'emoji' };

/** The word before the caret, if it can be completed. */
export function triggerAt(text: string, caret: number): Trigger | undefined {
  const mention = mentionBeingTyped(text, caret);
  if (mention) return { kind: 'mention', from: mention.start, query: mention.query };
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  // A name may be typed with accents, although a username has none.
  const [, start, query] = /(?:^|[\s(])([@#:])([\p{L}\p{N}\p{M}._+-]{0,40})$/u.exec(line) ?? [];
  if (start === undefined || query === undefined) return undefined;
  const from = caret - query.length - 1;
  if (start === ':' && query.length < SHORTEST_EMOJI) return undefined;
  if (isInFence(text, caret) || codeRanges(text)[from]) return undefined;
  return { kind: kinds[start] ?? 'mention', from, query };
}

/** The shortcode before the caret that a `:` would end, as in `:smile`. */
export function shortcodeAt(text: string, caret: number): { from: number; code: string } | undefined {
  const code = /(?:^|[\s(:])(:)([a-z0-9_+-]{1,40})$/.exec(text.slice(Math.max(0, caret - 43), caret))?.[2];
  if (code === undefined || isInFence(text, caret)) return undefined;
  const from = caret - code.length - 1;
  return codeRanges(text)[from] ? undefined : { from, code };
}
