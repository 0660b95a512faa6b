import { texts } from '../../i18n';
import type { TimelineMessage } from '../../state/timeline';
import type { MenuEntry, MenuGroup } from '../../ui/overlays/MenuPopover';

export type MessageAction =
  | 'react'
  | 'reply'
  | 'copyText'
  | 'copyLink'
  | 'markUnread'
  | 'edit'
  | 'remove'
  /** The menu with all of them. */
  | 'menu';

export const QUICK_REACTIONS = ['👍', '❤️', '😂'];

/** Whether the action can be taken on the message. */
export function isPossible(action: MessageAction, message: TimelineMessage, mine: boolean, canWrite: boolean): boolean {
  switch (action) {
    case 'copyLink':
    case 'markUnread':
    case 'menu':
      return true;
    case 'copyText':
      return message.revoked !== true;
    case 'react':
    case 'reply':
      return message.revoked !== true && canWrite;
    case 'edit':
    case 'remove':
      return message.revoked !== true && mine;
  }
}

const entries: (MenuEntry & { id: MessageAction })[] = [
  { id: 'react', label: texts.messages.addReaction, icon: 'smile', shortcut: '+' },
  { id: 'reply', label: texts.messages.reply, icon: 'reply', shortcut: 'R' },
  { id: 'copyText', label: texts.messages.copyText, icon: 'copy' },
  { id: 'copyLink', label: texts.messages.copyLink, icon: 'link', shortcut: 'L' },
  { id: 'markUnread', label: texts.messages.markUnread, icon: 'unread', shortcut: 'U' },
  { id: 'edit', label: texts.messages.edit, icon: 'edit', shortcut: 'E' },
  { id: 'remove', label: texts.messages.remove, icon: 'remove', shortcut: 'Delete', danger: true },
];

/** The menu of a message: always in the same order. */
export function menuOf(message: TimelineMessage, mine: boolean, canWrite: boolean): MenuGroup[] {
  return [{ entries: entries.filter(({ id }) => isPossible(id, message, mine, canWrite)) }];
}
