import type { Message, UserId } from '../protocol/resources';
import type { OwnParts } from './ownParts';
import type { Summary } from './summary';
import { isWorking } from './workingHours';

/** Whether a message that is not on screen alerts the user. The table is in docs/protocol.md. */
export function isAlerting(message: Message, summary: Summary, own: OwnParts, me: UserId, now = new Date()): boolean {
  if (message.from === me || message.kind !== undefined || message.revoked) return false;
  const { level, mutedUntil } = own.conversations.get(summary.id) ?? {};
  if (own.dnd || (own.hours && !isWorking(own.hours, now))) return false;
  if (mutedUntil && !isMentioned(message, me)) return false;
  const { settings } = own;
  switch (level) {
    case 'all':
      return true;
    case 'nothing':
      return false;
    case 'mentions':
      return concerns(message, own, me);
    case undefined:
      if (summary.kind === 'direct') return settings.direct;
      return settings.everything || (settings.mentions && concerns(message, own, me));
  }
}

/** It mentions the user, or has a word that the user has asked for. */
function concerns(message: Message, { settings }: OwnParts, me: UserId): boolean {
  const { body = '', mentions } = message;
  if (isMentioned(message, me)) return true;
  if (mentions?.everyone && settings.channel) return true;
  return settings.keywords.some((keyword) => hasKeyword(body, keyword));
}

/** By name, not as one of everyone. */
const isMentioned = ({ mentions }: Message, me: UserId) => mentions?.users.includes(me) ?? false;

/** Whether the text contains the keyword, not as a part of a longer word. Case is ignored. */
export function hasKeyword(text: string, keyword: string): boolean {
  const plain = keyword.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return plain !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
