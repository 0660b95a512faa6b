import { texts } from './index';

interface FailureDetails {
  status: number;
  code: string;
  retryAfterMs?: number;
}

/** The error message for a failed request. */
export function failureText({ status, code, retryAfterMs }: FailureDetails): string {
  const { failure } = texts;
  if (status === 0) return failure.unreachable;
  if (code === 'username_taken') return failure.usernameTaken;
  if (status === 429)
    return retryAfterMs === undefined
      ? failure.waitUnknown
      : failure.wait(Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  if (status === 400) return failure.fields;
  if (status === 401) return failure.wrongPassword;
  if (status === 403) return failure.forbidden;
  if (status === 404) return failure.notFound;
  if (status === 409) return failure.conflict;
  if (status >= 502 || code === 'unavailable') {
    return retryAfterMs === undefined
      ? failure.unavailable
      : failure.unavailableFor(Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  }
  return failure.other(code);
}

export function changeRefusalText(code: string): string {
  const known: Record<string, string> = texts.changeRefusal;
  return known[code] ?? texts.changeRefusal.other;
}

export function refusalText(code: string): string {
  const known: Record<string, string> = texts.refusal;
  return known[code] ?? texts.refusal.other;
}
