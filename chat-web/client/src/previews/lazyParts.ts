import { lazy } from 'react';
import type * as chunk from './LinkCard';

type Props = Parameters<(typeof chunk)['LinkCard']>[0];

/** Loaded with the first link; left out if it cannot be loaded, for example after an update of the server. */
export const LinkCard = lazy<(props: Props) => React.ReactNode>(() =>
  import('./LinkCard').then(
    (module) => ({ default: module.LinkCard }),
    (error: unknown) => {
      console.warn('The previews of links could not be loaded. Reload the page to repeat.', error);
      return { default: () => null };
    },
  ),
);
