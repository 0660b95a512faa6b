import type { ReactNode } from 'react';
import { useState } from 'react';
import { texts } from '../i18n';

/** What is expanded, because a virtualized list removes and recreates its rows. */
const expanded = new Set<string>();
const MAX_REMEMBERED = 200;

interface Props {
  /** Identifies the content while the page is open. */
  name: string;
  more: string;
  short: () => ReactNode;
  whole: () => ReactNode;
}

/** Content that is collapsed until the user expands it. */
export function Expandable({ name, more, short, whole }: Props) {
  const [open, setOpen] = useState(() => expanded.has(name));
  const toggle = () => {
    if (open) expanded.delete(name);
    else expanded.add(name);
    const [oldest] = expanded;
    if (expanded.size > MAX_REMEMBERED && oldest !== undefined) expanded.delete(oldest);
    setOpen(!open);
  };
  return (
    <>
      {open ? whole() : short()}
      <button type="button" className="md__more" aria-expanded={open} onClick={toggle}>
        {open ? texts.markdown.less : more}
      </button>
    </>
  );
}
