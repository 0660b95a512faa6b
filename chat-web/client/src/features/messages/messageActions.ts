import { recentEmoji } from '../../emoji/emojiPreferences';
import { texts } from '../../i18n';
import type { Permissions } from '../../state/groupPermissions';
import type { TimelineMessage } from '../../state/timeline';
import type { MenuEntry, MenuGroup } from '../../ui/overlays/MenuPopover';

export type MessageAction =
  | 'react'
  | 'reply'
  | 'copyText'
  | 'copyLink'
  | 'markUnread'
  | 'readers'
  | 'reactors'
  | 'openQuoted'
  | 'report'
  | 'edit'
  | 'remove'
  /** The menu with all of them. */
  | 'menu';

const QUICK_REACTIONS = ['👍', '❤️', '😂'];

/** The reactions in the toolbar: the emoji that were picked last, and common ones as long as there are fewer. */
export function quickReactions(): string[] {
  return [...new Set([...recentEmoji(), ...QUICK_REACTIONS])].slice(0, QUICK_REACTIONS.length);
}

/** What this user may do in the conversation of the message. */
export type Allowed = Permissions & { seeReaders: boolean; report: boolean };

/** Whether the action can be taken on the message. */
export function isPossible(action: MessageAction, message: TimelineMessage, mine: boolean, can: Allowed): boolean {
  const exists = message.revoked !== true;
  switch (action) {
    case 'copyLink':
    case 'menu':
      return true;
    case 'markUnread':
      return can.isMember;
    case 'readers':
      return exists && can.seeReaders;
    case 'reactors':
      return exists && message.reactions !== undefined && message.reactions.length > 0;
    case 'openQuoted':
      return exists && message.replyTo !== undefined;
    case 'report':
      return exists && !mine && can.report;
    case 'copyText':
      return exists;
    case 'react':
      return exists && can.react;
    case 'reply':
      return exists && can.write;
    case 'edit':
      return exists && mine && can.write;
    case 'remove':
      return exists && (mine ? can.react : can.revokeOthers);
  }
}

const entries: (MenuEntry & { id: MessageAction })[] = [
  { id: 'react', label: texts.messages.addReaction, icon: 'smile', shortcut: '+' },
  { id: 'reply', label: texts.messages.reply, icon: 'reply', shortcut: 'R' },
  { id: 'openQuoted', label: texts.messages.quoteNotLoaded, icon: 'link' },
  { id: 'copyText', label: texts.messages.copyText, icon: 'copy' },
  { id: 'copyLink', label: texts.messages.copyLink, icon: 'link', shortcut: 'L' },
  { id: 'markUnread', label: texts.messages.markUnread, icon: 'unread', shortcut: 'U' },
  { id: 'readers', label: texts.messages.readers, icon: 'eye' },
  { id: 'reactors', label: texts.messages.reactors, icon: 'smile' },
  { id: 'edit', label: texts.messages.edit, icon: 'edit', shortcut: 'E' },
  { id: 'remove', label: texts.messages.remove, icon: 'remove', shortcut: 'Delete', danger: true },
  { id: 'report', label: texts.report.action, icon: 'alert' },
];

/** The menu of a message: always in the same order. */
export function menuOf(message: TimelineMessage, mine: boolean, can: Allowed): MenuGroup[] {
  return [{ entries: entries.filter(({ id }) => isPossible(id, message, mine, can)) }];
}
