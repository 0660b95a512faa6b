import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { viewTexts } from '../../i18n/enViews';
import { IconButton } from '../../ui/IconButton';
import { navigation } from './useRoute';

/** The heading of a view in the place of a conversation. It gets the focus when the view is opened. */
export function ViewHead({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="head">
      <div className="head__column">
        <IconButton icon="back" label={viewTexts.back} className="head__back" onClick={() => navigation.close()} />
        <div className="head__text">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {children}
      </div>
    </header>
  );
}
