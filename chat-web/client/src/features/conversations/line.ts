import { words } from '../../i18n';
import type { Message } from '../../protocol/resources';

/** The last thing said, in one line. */
export function lineOf(message: Message, me: number, name: (id: number | undefined) => string, kind: 'direct' | 'group'): string {
  const { messages, list } = words;
  if (message.kind === 'member') return memberLine(message, name);
  if (message.revoked) return messages.removed;
  const body = message.body ?? '';
  if (message.from === me) return list.fromMe(body);
  return kind === 'group' ? `${name(message.from)}: ${body}` : body;
}

export function memberLine(message: Message, name: (id: number | undefined) => string): string {
  const who = name(message.user);
  return message.gone ? words.messages.left(who) : words.messages.joined(who, message.role);
}
