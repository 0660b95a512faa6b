import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The current time, for what is shown by the minute. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      timer = setTimeout(
        () => {
          setNow(new Date());
          next();
        },
        MINUTE_MS - (Date.now() % MINUTE_MS),
      );
    };
    next();
    return () => clearTimeout(timer);
  }, []);
  return now;
}
