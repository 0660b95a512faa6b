import { words } from './index';

interface Trouble {
  status: number;
  code: string;
  retryAfterMs?: number;
}

/** What went wrong, in plain words. */
export function troubleWords({ status, code, retryAfterMs }: Trouble): string {
  const { trouble } = words;
  if (status === 0) return trouble.unreachable;
  if (code === 'username_taken') return trouble.usernameTaken;
  if (status === 429)
    return retryAfterMs === undefined ? trouble.waitSome : trouble.wait(Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  if (status === 400) return trouble.fields;
  if (status === 401) return trouble.wrongPassword;
  if (status === 403) return trouble.forbidden;
  if (status === 404) return trouble.notFound;
  if (status >= 502 || code === 'unavailable') {
    return retryAfterMs === undefined
      ? trouble.unavailable
      : trouble.unavailableFor(Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  }
  return trouble.other(code);
}

export function changeRefusalWords(code: string): string {
  const known: Record<string, string> = words.changeRefusal;
  return known[code] ?? words.changeRefusal.other;
}

export function refusalWords(code: string): string {
  const known: Record<string, string> = words.refusal;
  return known[code] ?? words.refusal.other;
}
