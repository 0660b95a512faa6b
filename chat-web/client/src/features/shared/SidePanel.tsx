import type { ReactNode } from 'react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { followPanelCovers, panelCovers } from '../../a11y/isNarrow';
import { IconButton } from '../../ui/IconButton';
import './sidePanel.css';

interface Props {
  label: string;
  /** Heads the page while the panel covers the conversation. */
  pageTitle?: string;
  closeLabel: string;
  busy?: boolean;
  /** A dialog of the panel is open: Escape concerns the dialog. */
  hasDialog: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A panel at the side of the conversation. It takes the focus, and Escape closes it. */
export function SidePanel({ label, pageTitle, closeLabel, busy, hasDialog, onClose, children }: Props) {
  // What covers the conversation is the main region.
  const main = useSyncExternalStore(followPanelCovers, panelCovers);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div
      className="panel"
      role={main ? 'main' : 'complementary'}
      aria-label={label}
      aria-busy={busy}
      data-region
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || hasDialog) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {main && pageTitle !== undefined && (
        <h1 className="visually-hidden">
          <bdi>{pageTitle}</bdi>
        </h1>
      )}
      <div className="panel__head">
        <h2 ref={heading} tabIndex={-1}>
          {label}
        </h2>
        <IconButton icon="clear" label={closeLabel} onClick={onClose} />
      </div>
      {children}
    </div>
  );
}
