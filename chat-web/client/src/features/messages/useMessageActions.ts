import { basePath } from '../../device/installation';
import { useMemo, useState } from 'react';
import { focusComposer } from '../../a11y/focusComposer';
import { texts } from '../../i18n';
import { hrefOf } from '../../navigation/route';
import type { TimelineMessage } from '../../state/timeline';
import { useChat, useChatState } from '../shared/chatContext';
import { usePermissions } from '../shared/usePermissions';
import { goTo } from '../shared/useRoute';
import type { MessageAction } from './messageActions';
import type { Allowed } from './messageActions';
import { isPossible } from './messageActions';

/** The server answers who has read a message in conversations of up to this many members. */
const MAX_MEMBERS_WITH_READERS = 200;

/** A message and what is open for it: its menu, the choice of a reaction, the question before it is deleted, its readers. */
export interface OpenFor {
  key: string;
  message: TimelineMessage;
  what: 'menu' | 'react' | 'remove' | 'readers' | 'reactors' | 'report';
}

/** What people do with a message, by its toolbar, menu or keys. */
export function useMessageActions(conv: number) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const permissions = usePermissions(conv);
  const seeReaders = useChatState(({ summaries }) => {
    const summary = summaries.get(conv);
    return summary?.kind === 'group' && summary.memberCount <= MAX_MEMBERS_WITH_READERS;
  });
  const group = useChatState(({ summaries }) => summaries.get(conv)?.kind === 'group');
  const can: Allowed = useMemo(
    () => ({ ...permissions, seeReaders, report: group && permissions.isMember }),
    [permissions, seeReaders, group],
  );
  const [open, setOpen] = useState<OpenFor>();
  const editing = useChatState((state) => (state.editing?.conv === conv ? state.editing.pos : undefined));
  const [notice, setNotice] = useState('');

  function copy(text: string) {
    navigator.clipboard.writeText(text).then(
      () => setNotice(texts.messages.copied),
      () => setNotice(texts.messages.copyFailed),
    );
  }

  function act(key: string, message: TimelineMessage, action: MessageAction) {
    if (!isPossible(action, message, message.from === me, can)) return;
    setOpen(undefined);
    switch (action) {
      case 'menu':
      case 'react':
      case 'remove':
      case 'readers':
      case 'reactors':
      case 'report':
        return setOpen({ key, message, what: action });
      case 'reply':
        chat.reply(conv, message.pos);
        return focusComposer();
      case 'edit':
        return chat.edit(conv, message.pos);
      case 'openQuoted':
        return goTo(conv, message.replyTo);
      case 'copyText':
        return copy(message.body ?? '');
      case 'copyLink':
        return copy(`${location.origin}${basePath()}${hrefOf({ view: 'conversation', conv, pos: message.pos })}`);
      case 'markUnread':
        return chat.markUnread(conv, message.pos);
    }
  }

  function react({ pos, reactions }: TimelineMessage, emoji: string) {
    const on = !reactions?.some((one) => one.emoji === emoji && one.users.includes(me));
    chat.changes.add(conv, pos, { kind: 'react', emoji, on });
    setOpen(undefined);
  }

  function remove({ pos }: TimelineMessage) {
    chat.changes.add(conv, pos, { kind: 'revoke' });
    setOpen(undefined);
    focusComposer();
  }

  function edited() {
    chat.edit(conv, undefined);
    focusComposer();
  }

  return { act, react, remove, edited, open, close: () => setOpen(undefined), editing, notice, can };
}

export type MessageActions = ReturnType<typeof useMessageActions>;
