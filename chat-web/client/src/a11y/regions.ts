/** What gets the focus in a region: the composer, the current message, the open conversation; else the region itself. */
const TARGETS = '#message, article[tabindex="0"], a[aria-current]';

/** Moves the focus to the next or previous visible region of the page. */
export function nextRegion(step: 1 | -1) {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isVisible);
  if (regions.length === 0) return;
  const { activeElement } = document;
  // Regions can be nested: the innermost one that has the focus is the current one.
  const current = regions.findLastIndex((region) => region.contains(activeElement));
  const next = regions[(current + step + regions.length) % regions.length];
  (next?.querySelector<HTMLElement>(TARGETS) ?? next)?.focus();
}

function isVisible(region: HTMLElement) {
  return region.getClientRects().length > 0;
}
