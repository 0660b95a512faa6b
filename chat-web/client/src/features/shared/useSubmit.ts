import { useState } from 'react';
import { failureText } from '../../i18n/failures';
import { ApiError } from '../../state/chatState';

/** The state of one request at a time: whether it is running, and why the last one failed. */
export function useSubmit() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function submit(request: () => Promise<void>, explain: (error: ApiError) => string = failureText) {
    if (busy) return;
    const focused = document.activeElement;
    setBusy(true);
    setFailure(undefined);
    try {
      await request();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(explain(error));
    } finally {
      setBusy(false);
      requestAnimationFrame(() => keepFocus(focused));
    }
  }
  return { busy, failure, submit };
}

/** A button that is disabled while the request runs loses the focus: it gets it back, or the first field of its form does. */
function keepFocus(before: Element | null) {
  if (!(before instanceof HTMLElement) || !before.isConnected) return;
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body && activeElement !== before) return;
  const target = before.matches(':disabled')
    ? before.closest('form')?.querySelector<HTMLElement>('input:enabled, button:enabled')
    : before;
  target?.focus();
}
