import type { KeyboardEvent, PointerEvent } from 'react';
import { useLayoutEffect, useState } from 'react';
import { localStore } from '../../device/ownStorage';
import { texts } from '../../i18n';

const KEY = 'parley.sidebar';
const [MIN, MAX, DEFAULT, STEP] = [260, 420, 300, 10];

/** The edge of the sidebar, which changes its width by dragging or with the arrow keys. */
export function SidebarWidth() {
  const [width, setWidth] = useState(() => limited(Number(localStore().getItem(KEY) ?? DEFAULT)));

  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--sidebar', `${width / 16}rem`);
    localStore().setItem(KEY, String(width));
  }, [width]);

  function drag(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const sidebar = event.currentTarget.parentElement?.getBoundingClientRect();
    if (sidebar) setWidth(limited(event.clientX - sidebar.left));
  }
  function key(event: KeyboardEvent) {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP, Home: MIN - width, End: MAX - width }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setWidth(limited(width + step));
  }

  return (
    <div
      className="sidebar__edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.chat.resize}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={key}
      onDoubleClick={() => setWidth(DEFAULT)}
    />
  );
}

const limited = (width: number) => Math.round(Math.min(MAX, Math.max(MIN, Number.isFinite(width) ? width : DEFAULT)));
