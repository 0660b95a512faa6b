import { useState } from 'react';
import { failureText } from '../../i18n/failures';
import { ApiError } from '../../state/chatState';

/** The state of one request at a time: whether it is running, and why the last one failed. */
export function useSubmit() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function submit(request: () => Promise<void>, explain: (error: ApiError) => string = failureText) {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await request();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(explain(error));
    } finally {
      setBusy(false);
    }
  }
  return { busy, failure, submit };
}
