import type { ComponentType } from 'react';
import { lazy } from 'react';
import { loadPart } from './loadPart';

/** A component that is loaded when it is first rendered. Its Suspense shows the fallback until the part has arrived. */
export function lazyPart<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy<ComponentType<Props>>(() => loadPart(load));
}
