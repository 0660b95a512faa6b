import { lazyPart } from '../parts/lazyPart';
import type * as chunk from './LinkCard';

type Props = Parameters<typeof chunk.LinkCard>[0];

/** Loaded with the first link. */
export const LinkCard = lazyPart<Props>(() => import('./LinkCard').then((module) => ({ default: module.LinkCard })));
