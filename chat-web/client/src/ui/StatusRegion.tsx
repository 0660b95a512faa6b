import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';

/**
 * A status that screen readers also announce when it is present from the start. They only announce changes of a region
 * that already exists, so the content is added later.
 */
export function StatusRegion({ children, className }: { children: ReactNode; className?: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), 100);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={className}>
      {ready && children}
    </div>
  );
}
