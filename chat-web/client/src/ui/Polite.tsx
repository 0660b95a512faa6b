import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';

/** Read out although it is there from the first moment: screen readers tell only what comes into a place they know. */
export function Polite({ children }: { children: ReactNode }) {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setKnown(true), 100);
    return () => clearTimeout(timer);
  }, []);
  return <div role="status">{known && children}</div>;
}
