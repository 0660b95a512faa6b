import type { PointerEvent } from 'react';
import { useRef } from 'react';

const HOLD_MS = 450;
const MOVED_PX = 10;

/** A long press on a message, on touch screens. */
export function useLongPress(onPress: (key: string) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined);
  const end = () => clearTimeout(press.current?.timer);
  return {
    onPointerDown: ({ pointerType, target, clientX, clientY }: PointerEvent) => {
      end();
      const key = (target as Element).closest<HTMLElement>('article[data-key]')?.dataset.key;
      if (pointerType !== 'touch' || key === undefined || (target as Element).closest('button, a, textarea')) return;
      press.current = { timer: setTimeout(() => onPress(key), HOLD_MS), x: clientX, y: clientY };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const { x, y } = press.current ?? { x: clientX, y: clientY };
      if (Math.hypot(clientX - x, clientY - y) > MOVED_PX) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
