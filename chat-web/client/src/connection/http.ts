import { problem } from '../protocol/resources';
import { read } from '../protocol/schema';
import type { FieldError } from '../protocol/resources';

const TIMEOUT_MS = 15_000;

/** What went wrong with a request; `code` is the server's stable one, or `unreachable` if no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly fields: FieldError[] = [],
    readonly retryAfterMs?: number,
  ) {
    super(`${status} ${code}`);
  }

  /** Worth another try without anybody changing anything. */
  get transient() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export async function request(fetch: Fetch, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await reach(fetch, method, path, body);
  if (!response.ok) throw await refusal(response);
  return response.status === 204 ? undefined : await json(response);
}

async function reach(fetch: Fetch, method: string, path: string, body: unknown) {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError(0, 'unreachable');
  }
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new ApiError(0, 'unreachable');
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const raw: unknown = await response.json().catch(() => undefined);
  const { code = `http_${response.status}`, fields = [] } = read(problem, raw) ?? {};
  return new ApiError(response.status, code, fields, retryAfterMs(response.headers.get('Retry-After')));
}

/** Seconds, or a date. */
function retryAfterMs(header: string | null) {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
