import type { RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';

interface Props {
  label: string;
  triggerRef: RefObject<HTMLElement | null>;
  emoji: readonly string[];
  nameOf: (emoji: string) => string;
  isPressed: (emoji: string) => boolean;
  onChoose: (emoji: string) => void;
  onClose: () => void;
}

/** A small choice of emoji for reactions. */
export default function EmojiPopover({ label, triggerRef, emoji, nameOf, isPressed, onChoose, onClose }: Props) {
  return (
    <Popover
      className="menu-popover"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
    >
      <Dialog className="emoji-choice" aria-label={label}>
        {emoji.map((each, i) => (
          <button
            key={each}
            type="button"
            autoFocus={i === 0}
            className="emoji-choice__one"
            aria-label={nameOf(each)}
            aria-pressed={isPressed(each)}
            onClick={() => onChoose(each)}
          >
            {each}
          </button>
        ))}
      </Dialog>
    </Popover>
  );
}
