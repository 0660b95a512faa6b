import { vi } from 'vitest';

/** jsdom has no CSS.escape, which React Aria uses, and no CSS.supports. */
export function fakeCss() {
  const escape = (text: string) => text.replace(/[^\w-]/g, (char) => `\\${char}`);
  vi.stubGlobal('CSS', { escape, supports: () => false });
}

type Callback = (entries: IntersectionObserverEntry[]) => void;

/** Gives elements a size: jsdom has no layout. Returns what intersects, for the tests to decide. */
export function fakeLayout({ height = 600, row = 40 } = {}) {
  const sizeOf = (element: HTMLElement) => (element.classList.contains('row') ? row : height);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return sizeOf(this);
  });
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return Math.max(height, parseFloat(this.querySelector<HTMLElement>('.rows')?.style.height ?? '0'));
  });
  HTMLElement.prototype.scrollTo = function (this: HTMLElement, options?: ScrollToOptions | number) {
    if (typeof options !== 'object') return;
    this.scrollTop = options.top ?? 0;
    this.dispatchEvent(new Event('scroll'));
  };
  vi.stubGlobal('ResizeObserver', FakeResizeObserver);

  const observers: { callback: Callback; elements: Set<Element> }[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private readonly entry: (typeof observers)[number];
      constructor(callback: Callback) {
        this.entry = { callback, elements: new Set() };
        observers.push(this.entry);
      }
      observe(element: Element) {
        this.entry.elements.add(element);
      }
      unobserve(element: Element) {
        this.entry.elements.delete(element);
      }
      disconnect() {
        this.entry.elements.clear();
      }
    },
  );
  /** Reports the elements that match as fully visible, and the others as not. */
  return {
    intersect: (isVisible: (element: HTMLElement) => boolean) => {
      for (const { callback, elements } of observers) {
        const entries = [...elements].map((target) => {
          const visible = isVisible(target as HTMLElement);
          return {
            target,
            isIntersecting: visible,
            intersectionRatio: visible ? 1 : 0,
            intersectionRect: { height: visible ? row : 0 },
            rootBounds: { height },
          };
        });
        callback(entries as unknown as IntersectionObserverEntry[]);
      }
    },
  };
}

class FakeResizeObserver {
  observe() {
    // Sizes do not change.
  }
  unobserve() {
    // Sizes do not change.
  }
  disconnect() {
    // Sizes do not change.
  }
}
