import { useEffect, useRef, useState } from 'react';
import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import { ApiError } from '../../state/chatState';

const SLOW_MS = 2_000;

/**
 * Changes of the own state are shown at once and sent until the server answers, even after the dialog is closed. This is
 * what a dialog shows meanwhile: that the change is not saved yet, or why the server refused it.
 */
export function useOwnChange() {
  const [running, setRunning] = useState(0);
  const [slow, setSlow] = useState(false);
  const [failure, setFailure] = useState<string>();
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  /** @param onSaved is not called if the dialog was closed meanwhile */
  function change(request: () => Promise<void>, onSaved?: () => void) {
    setRunning((count) => count + 1);
    setFailure(undefined);
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    void request()
      .then(
        () => shown.current && onSaved?.(),
        (error: unknown) => {
          if (!(error instanceof ApiError)) throw error;
          setFailure(failureText(error));
        },
      )
      .finally(() => {
        clearTimeout(timer);
        setSlow(false);
        setRunning((count) => count - 1);
      });
  }
  return { change, failure, unsaved: slow && running > 0 ? texts.notSavedYet : undefined };
}
