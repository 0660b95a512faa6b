import type { RefObject } from 'react';
import { useEffect, useLayoutEffect } from 'react';

/**
 * Makes the field as high as its text, up to the maximum height in the style sheet. Only for browsers without
 * `field-sizing: content`, which does the same without a script.
 */
export function useAutoGrow(area: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    if (area.current) grow(area.current);
  }, [area, text]);

  // A different width breaks the lines elsewhere.
  useEffect(() => {
    const element = area.current;
    if (!element || isBuiltIn()) return undefined;
    const measure = () => grow(element);
    window.addEventListener('resize', measure);
    let width = element.clientWidth;
    const observer =
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver(() => {
            if (element.clientWidth === width) return;
            width = element.clientWidth;
            measure();
          });
    observer?.observe(element);
    return () => {
      window.removeEventListener('resize', measure);
      observer?.disconnect();
    };
  }, [area]);
}

const isBuiltIn = () => typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

function grow(area: HTMLTextAreaElement) {
  if (isBuiltIn()) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
