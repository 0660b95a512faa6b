import type { RefObject } from 'react';
import { useMemo } from 'react';
import { LazyEmojiPicker } from '../../emoji/LazyEmojiPicker';
import { texts } from '../../i18n';
import { lazyPart } from '../../parts/lazyPart';
import { OverlayPart } from '../../ui/overlays/OverlayPart';
import { InfoPopover, MenuPopover } from '../../ui/overlays/lazyOverlays';
import { useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { articleOf } from './articleOf';
import type { MessageAction } from './messageActions';
import { menuOf } from './messageActions';
import { RemoveDialog } from './RemoveDialog';
import type { MessageActions } from './useMessageActions';

const dialogs = {
  report: lazyPart(() => import('./ReportDialog')),
  readers: lazyPart(() => import('./ReadersDialog')),
  reactors: lazyPart(() => import('./ReactorsDialog')),
};

interface Props {
  actions: MessageActions;
  box: RefObject<HTMLElement | null>;
}

/** The menu, the choice of a reaction and the question before a deletion, for one message at a time. */
export function MessageOverlays({ actions, box }: Props) {
  const { open, close } = actions;
  const me = useChatState((state) => state.me.id);
  const name = useChatState((state) => nameOf(state.people, open?.message.from));
  // The toolbar of the message is rendered together with this.
  const trigger = useMemo(
    () => ({
      get current() {
        const article = open && articleOf(box.current, open.key);
        return article?.querySelector<HTMLElement>(`[data-opens="${open?.what ?? ''}"]`) ?? article ?? null;
      },
    }),
    [open, box],
  );

  if (!open) return null;
  const { message } = open;
  const mine = message.from === me;
  if (open.what === 'remove')
    return <RemoveDialog mine={mine} name={name} onRemove={() => actions.remove(message)} onClose={close} />;
  if (open.what === 'readers' || open.what === 'reactors' || open.what === 'report') {
    const Dialog = dialogs[open.what];
    return (
      <OverlayPart onClose={close}>
        <Dialog message={message} onClose={close} />
      </OverlayPart>
    );
  }
  if (open.what === 'react') {
    return (
      <OverlayPart onClose={close}>
        <InfoPopover
          label={texts.messages.addReaction}
          triggerRef={trigger}
          placement="bottom end"
          className="emoji-popover"
          onClose={close}
        >
          <LazyEmojiPicker onPick={(emoji) => actions.react(message, emoji)} onClose={close} />
        </InfoPopover>
      </OverlayPart>
    );
  }
  return (
    <OverlayPart onClose={close}>
      <MenuPopover
        label={mine ? texts.messages.myTools : texts.messages.tools(name)}
        triggerRef={trigger}
        groups={menuOf(message, mine, actions.can)}
        // Menus close themselves after the action: what the action opens must come later.
        onAction={(id) => setTimeout(() => actions.act(open.key, message, id as MessageAction))}
        onClose={close}
      />
    </OverlayPart>
  );
}
