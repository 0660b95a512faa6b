import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import type { MenuGroup, MenuPopoverProps } from './overlays/MenuPopover';
import { OverlayPart } from './overlays/OverlayPart';
import { MenuPopover } from './overlays/lazyOverlays';

interface Props {
  label: string;
  className?: string;
  children: ReactNode;
  groups: readonly MenuGroup[];
  onAction: (id: string) => void;
  placement?: MenuPopoverProps['placement'];
  testId?: string;
}

/** A button that opens a menu. */
export function MenuButton({ label, className = 'icon-button', children, groups, onAction, placement, testId }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        ref={trigger}
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        data-testid={testId}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && (
        <OverlayPart onClose={() => setOpen(false)}>
          <MenuPopover
            label={label}
            triggerRef={trigger}
            groups={groups}
            onAction={onAction}
            onClose={() => setOpen(false)}
            placement={placement}
          />
        </OverlayPart>
      )}
    </>
  );
}
